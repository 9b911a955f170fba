using System.Collections.Immutable;
using System.Text.Json;
using Clonus.Formats;
using Clonus.Motion;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Cli.Scoring;

/// <summary>Reads what clips are scored against: tables that people typed, and the truth files of clips that <c>clonus synth</c> made.</summary>
internal static class TruthFiles
{
    private const string Ending = ".truth.json";

    // A column of comments is no mistyped count.
    private const int FarthestTypo = 2;

    /// <param name="paths">Files, or folders of truth files.</param>
    /// <param name="note">Told what is left out.</param>
    /// <exception cref="InputException">A file is missing or is none of the two, or nothing is annotated.</exception>
    public static ImmutableArray<Annotation> Read(IEnumerable<string> paths, Action<string> note)
    {
        ImmutableArray<Annotation> annotations = [.. paths.SelectMany(Files).DistinctBy(Path.GetFullPath, StringComparer.Ordinal).SelectMany(file => ReadFile(file, note))];
        return annotations.Length > 0 ? annotations : throw new InputException(InputFault.Unreadable, "no clip is annotated in what --truth names");
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];

        var files = Directory.GetFiles(path, "*" + Ending);
        return files.Length > 0
            ? files.Order(StringComparer.Ordinal)
            : throw new InputException(InputFault.Unreadable, $"there is no *{Ending} in '{path}': of tables, name the file");
    }

    private static ImmutableArray<Annotation> ReadFile(string path, Action<string> note)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfClip(stream, path, note) : OfTable(AnnotationCsv.Read(stream, name), name, note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the truth '{path}': {e.Message.Split('\n')[0].TrimEnd('.', '\r')}", e);
        }
    }

    private static ImmutableArray<Annotation> OfTable(AnnotationTable table, string name, Action<string> note)
    {
        foreach (var column in table.IgnoredColumns)
        {
            if (UsageError.Suggestion(column, AnnotationCsv.Columns, FarthestTypo) is { Length: > 0 } nearest)
                throw new InputException(InputFault.Unreadable, $"{name}, line 1: unknown column '{column}'{nearest}");
        }

        if (table.IgnoredColumns.Length > 0)
            note($"{name}: columns that are not looked at: {string.Join(", ", table.IgnoredColumns)}");
        if (table.EmptyRows > 0)
            note($"{name}: {table.EmptyRows} rows say nothing of their clip and are left out");
        return table.Annotations;
    }

    private static ImmutableArray<Annotation> OfClip(Stream stream, string path, Action<string> note)
    {
        var name = Path.GetFileName(path);
        using var reader = new StreamReader(stream);
        var json = reader.ReadToEnd();
        if (SchemaOf(json) == WalkTruth.SchemaName)
        {
            note($"{name}: the truth of a walk has no beats and is left out");
            return [];
        }

        ClipTruth truth;
        try
        {
            truth = TruthFile.Read(json);
        }
        catch (InputException e)
        {
            throw new InputException(e.Fault, $"cannot read the truth '{path}': {e.Message}", e);
        }

        return
        [
            new Annotation(
                name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : Path.GetFileNameWithoutExtension(name),
                truth.Side, Rater: null, truth.BeatsTotal, truth.LongestEpisodeBeats,
                [.. truth.Beats.Select(b => b.TimeSeconds).Order()],
                truth.Sustained, name),
        ];
    }

    private static string? SchemaOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("schema", out var schema)
            && schema.ValueKind == JsonValueKind.String
                ? schema.GetString()
                : null;
    }
}
