using System.Globalization;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>One row of a manifest.</summary>
/// <param name="Id">Null where the row gives none.</param>
internal sealed record ManifestRow(string Path, string File, string? Id, RunSettings Settings, string? TimesFrom);

/// <summary>
/// A table of clips: the column <c>file</c>, and where wanted <c>id</c>, <c>protocol</c>, <c>markers</c> (NAME=SPEC with semicolons or blanks between),
/// <c>times_from</c> and any setting by its name in a protocol. An empty cell leaves what holds for all, an empty row is none. Paths count from the
/// manifest's folder.
/// </summary>
internal static class Manifest
{
    private const string FileColumn = "file";
    private static readonly string[] OwnColumns = [FileColumn, "id", "protocol", "markers", "times_from"];
    private const string Separators = ",;\t";

    /// <summary>True for a CSV file whose first line names a column <c>file</c>.</summary>
    public static bool IsOne(string path)
    {
        if (!Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) || !File.Exists(path) || new FileInfo(path).Length == 0)
            return false;
        try
        {
            using var stream = File.OpenRead(path);
            using var table = DelimitedTable.Open(stream, path, DelimitedTable.Among(Separators));
            return table.Next() && Columns(table).Contains(FileColumn);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InputException)
        {
            return false;
        }
    }

    /// <param name="forAll">What holds for every clip; a row's protocol goes over it, and a row's cells over that.</param>
    /// <exception cref="InputException">A column or a cell that is not allowed; the message has the line.</exception>
    public static List<ManifestRow> Read(string path, RunSettings forAll)
    {
        var name = Path.GetFileName(path);
        using var stream = File.OpenRead(path);
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        table.Next();
        var columns = Columns(table);
        CheckColumns(name, columns);
        var rows = new List<ManifestRow>();
        while (table.Next())
        {
            var cells = table.Row();
            if (cells.All(cell => cell.Length == 0))
                continue;
            var source = $"{name}, line {table.Line.ToString(CultureInfo.InvariantCulture)}";
            if (cells.Length != columns.Length)
                throw Bad(source, string.Create(CultureInfo.InvariantCulture, $"it has {cells.Length} cells where the header has {columns.Length}"));
            rows.Add(Sourced(source, () => Row(path, source, columns.Zip(cells).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second), forAll)));
        }

        CheckIds(name, rows);
        return rows;
    }

    private static ManifestRow Row(string path, string source, Dictionary<string, string> cells, RunSettings settings)
    {
        if (!cells.TryGetValue(FileColumn, out var file))
            throw Bad(source, "no file is named");
        if (cells.GetValueOrDefault("id") is { } id && ClipIds.Fault(id) is { } fault)
            throw Bad(source, $"id cannot be '{id}': {fault}");

        if (cells.TryGetValue("protocol", out var protocol))
            settings = Protocol.Read(Beside(path, protocol), settings);
        foreach (var setting in SettingCatalogue.All)
        {
            if (cells.TryGetValue(setting.Key, out var text))
                settings = setting.ApplyFrom($"{source}: {setting.Key}", settings, text);
        }

        var markers = cells.GetValueOrDefault("markers", "").Split([';', ' '], StringSplitOptions.RemoveEmptyEntries);
        return new ManifestRow(
            Beside(path, file), file, cells.GetValueOrDefault("id"), MarkerText.Apply(settings, markers.Select(m => Marker(source, m))).Checked(),
            cells.TryGetValue("times_from", out var video) ? Beside(path, video) : null);
    }

    private static Vision.Tracking.MarkerRequest Marker(string source, string text) =>
        text.Split('=', 2) is [var marker, var spec]
            ? MarkerText.Parse($"{source}: markers", marker, spec)
            : throw Bad(source, $"markers cannot be '{text}': give NAME=SPEC, such as left.ankle=green");

    // What is said of settings and markers does not know where they stand.
    private static ManifestRow Sourced(string source, Func<ManifestRow> row)
    {
        try
        {
            return row();
        }
        catch (InputException e) when (!e.Message.StartsWith(source, StringComparison.Ordinal))
        {
            throw new InputException(e.Fault, $"{source}: {e.Message}", e);
        }
    }

    private static string[] Columns(DelimitedTable table) => [.. table.Row().Select(column => column.ToLowerInvariant())];

    private static void CheckColumns(string name, string[] columns)
    {
        var allowed = OwnColumns.Concat(SettingCatalogue.All.Select(s => s.Key)).ToArray();
        foreach (var column in columns)
        {
            if (!allowed.Contains(column))
            {
                throw Bad($"{name}, line 1", $"unknown column '{column}': {(allowed.Contains(column.Replace('-', '_'))
                    ? $"write {column.Replace('-', '_')}"
                    : $"there are {string.Join(", ", allowed)}")}");
            }
        }

        if (columns.GroupBy(c => c).FirstOrDefault(c => c.Count() > 1) is { } twice)
            throw Bad($"{name}, line 1", $"the column '{twice.Key}' is there twice");
    }

    private static void CheckIds(string name, List<ManifestRow> rows)
    {
        if (rows.Where(r => r.Id is not null).GroupBy(r => r.Id).FirstOrDefault(r => r.Count() > 1) is { } twice)
            throw new InputException(InputFault.Settings, $"{name}: the id '{twice.Key}' is given to {string.Join(" and ", twice.Take(2).Select(r => r.File))}: give each clip its own");
    }

    private static string Beside(string manifest, string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifest))!, path);

    private static InputException Bad(string source, string message) => new(InputFault.Settings, $"{source}: {message}");
}
