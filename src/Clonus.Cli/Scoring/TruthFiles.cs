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
        return annotations.Length > 0 ? annotations : throw new InputException(InputFault.Settings, "no clip is annotated in what --truth names");
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];

        var files = FolderFiles.Find(path, "*" + Ending, levels: 0);
        return files.Length > 0
            ? files
            : throw new InputException(InputFault.Unreadable, $"there is no *{Ending} in '{path}': of tables, name the file");
    }

    private static ImmutableArray<Annotation> ReadFile(string path, Action<string> note)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfClip(stream, path, note) : OfTable(stream, name, note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the truth '{path}': {FileFault.ReasonNotRead(path, e)}", e);
        }
    }

    private static ImmutableArray<Annotation> OfTable(Stream stream, string name, Action<string> note)
    {
        var table = Table(stream, name);
        foreach (var column in table.IgnoredColumns)
        {
            if (UsageError.Suggestion(column, AnnotationCsv.Columns, FarthestTypo) is { Length: > 0 } nearest)
                throw new InputException(InputFault.Settings, $"{name}, line 1: unknown column '{column}'{nearest}");
        }

        if (table.Annotations.FirstOrDefault(a => string.Equals(a.Rater, ScoreDocument.Tool, StringComparison.OrdinalIgnoreCase)) is { } tool)
            throw new InputException(InputFault.Settings, $"{tool.Place}: rater cannot be '{tool.Rater}', which is what the tool itself is called: give another name");
        if (table.IgnoredColumns.Length > 0)
            note($"{name}: columns that are not looked at: {string.Join(", ", table.IgnoredColumns)}");
        if (table.EmptyRows > 0)
            note($"{name}: {table.EmptyRows} rows say nothing of their clip and are left out");
        return table.Annotations;
    }

    // A table that somebody typed is a setting: what is wrong in it is for him to mend.
    private static AnnotationTable Table(Stream stream, string name)
    {
        try
        {
            return AnnotationCsv.Read(stream, name);
        }
        catch (InputException e)
        {
            throw new InputException(InputFault.Settings, e.Message, e);
        }
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
