using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clonus.Motion;

namespace Clonus.Cli.Verification;

/// <summary>Compares a recorded result folder with one that was made now.</summary>
internal static class ResultDiff
{
    private const string ResultFile = "result.json";

    /// <summary>Every difference, by stage in the order of the work, and within a stage as the files have it.</summary>
    /// <exception cref="InputException">A file cannot be read, or what was recorded is no result.</exception>
    public static ImmutableArray<Difference> Compare(string recorded, string now, Tolerances tolerances)
    {
        var (before, after) = (Names(recorded), Names(now));
        var presence = before.Except(after).Select(file => OneSided(file, "there", Difference.Absent))
            .Concat(after.Except(before).Select(file => OneSided(file, "not recorded", "there")));
        var units = SignalUnits(Json(Path.Combine(now, ResultFile)));
        var contents = before.Intersect(after).SelectMany(file => File(file, Path.Combine(recorded, file), Path.Combine(now, file), units, tolerances));
        return [.. presence.Concat(contents).OrderBy(d => d.Stage)];
    }

    private static ImmutableArray<Difference> File(string name, string recorded, string now, IReadOnlyDictionary<string, string> units, Tolerances tolerances) => name switch
    {
        ResultFile => TreeDiff.Compare(Json(recorded), Json(now), tolerances),
        RecordedInput.FileName => [.. TreeDiff.Compare(Json(recorded), Json(now), tolerances).Select(d => d with { Stage = Stage.Input, File = name })],

        // It speaks where the tracks have moved, and would only repeat the result otherwise.
        TracksAlone.FileName => [],
        _ => TableDiff.Compare(name, System.IO.File.ReadAllText(recorded), System.IO.File.ReadAllText(now), units, tolerances),
    };

    private static Difference OneSided(string file, string recorded, string now) =>
        new(StageOf.Column(file, null), file, "", recorded, now);

    // result.json first: what it says is what a table's row repeats.
    private static ImmutableArray<string> Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)!).OrderBy(n => n != ResultFile).ThenBy(n => n, StringComparer.Ordinal)];

    /// <exception cref="InputException">It is no JSON object.</exception>
    public static JsonObject Json(string path)
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllBytes(path)) as JsonObject ?? throw new JsonException("it is no object");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InputException(InputFault.Unreadable, $"the recorded {Path.GetFileName(path)} is damaged: record it again with --update ({e.Message.Split('\n')[0].TrimEnd('.', '\r')})", e);
        }
    }

    private static Dictionary<string, string> SignalUnits(JsonObject result) =>
        (result["sides"] as JsonObject ?? []).Where(side => side.Value?["signal"] is JsonObject)
            .ToDictionary(side => side.Key, side => side.Value!["signal"]!["unit"]!.ToString(), StringComparer.Ordinal);
}
