using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Clonus.Cli.Verification;

/// <summary>Compares a recorded result folder with one that was made now.</summary>
internal static class ResultDiff
{
    private const string ResultFile = "result.json";

    /// <summary>Every difference, by stage in the order of the work, and within a stage as the files have it.</summary>
    public static ImmutableArray<Difference> Compare(string recorded, string now, Tolerances tolerances)
    {
        var (before, after) = (Names(recorded), Names(now));
        var presence = before.Except(after).Select(file => OneSided(file, "there", Difference.Absent))
            .Concat(after.Except(before).Select(file => OneSided(file, "not recorded", "there")));
        var units = TryReadJson(Path.Combine(now, ResultFile), out var result) ? SignalUnits(result) : [];
        var contents = before.Intersect(after).SelectMany(file => File(file, Path.Combine(recorded, file), Path.Combine(now, file), units, tolerances));
        return [.. presence.Concat(contents).OrderBy(d => d.Stage)];
    }

    private static ImmutableArray<Difference> File(string name, string recorded, string now, IReadOnlyDictionary<string, string> units, Tolerances tolerances) => name switch
    {
        // It speaks where the tracks have moved, and would only repeat the result otherwise.
        TracksAlone.FileName => [],
        ResultFile => Tree(name, recorded, now, tolerances),
        RecordedInput.FileName => [.. Tree(name, recorded, now, tolerances).Select(d => d with { Stage = Stage.Input, File = name })],
        _ => Table(name, recorded, now, units, tolerances),
    };

    private static ImmutableArray<Difference> Tree(string name, string recorded, string now, Tolerances tolerances) =>
        TryReadJson(recorded, out var before) && TryReadJson(now, out var after) ? TreeDiff.Compare(before, after, tolerances) : [OneSided(name, "damaged", "there")];

    private static ImmutableArray<Difference> Table(string name, string recorded, string now, IReadOnlyDictionary<string, string> units, Tolerances tolerances)
    {
        try
        {
            return TableDiff.Compare(name, System.IO.File.ReadAllText(recorded), System.IO.File.ReadAllText(now), units, tolerances);
        }
        catch (CsvFormatException)
        {
            return [OneSided(name, "damaged", "there")];
        }
    }

    private static Difference OneSided(string file, string recorded, string now) =>
        Difference.Exact(StageOf.Column(file, null), file, "", recorded, now);

    // result.json first: what it says is what a table's row repeats.
    private static ImmutableArray<string> Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)!).OrderBy(n => n != ResultFile).ThenBy(n => n, StringComparer.Ordinal)];

    /// <summary>False where the file holds no JSON object.</summary>
    public static bool TryReadJson(string path, out JsonObject json)
    {
        try
        {
            json = JsonNode.Parse(System.IO.File.ReadAllBytes(path)) as JsonObject ?? [];
            return json.Count > 0;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            json = [];
            return false;
        }
    }

    private static Dictionary<string, string> SignalUnits(JsonObject result) =>
        (result["sides"] as JsonObject ?? []).Where(side => side.Value?["signal"] is JsonObject)
            .ToDictionary(side => side.Key, side => side.Value!["signal"]!["unit"]!.ToString(), StringComparer.Ordinal);
}
