using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Motion;
using Clonus.Motion.Clips;

namespace Clonus.Cli.Verification;

/// <summary>
/// What tracks.csv alone gives when it is measured: recorded beside the result, it tells later whether the stages behind the tracker have moved by themselves.
/// It is not quite the result, because the tracker knows more of each place than tracks.csv holds.
/// </summary>
internal static class TracksAlone
{
    public const string FileName = "tracks-alone.json";

    private const string Schema = "clonus.tracks-alone/1";

    /// <param name="folder">A result folder.</param>
    /// <returns>As in result.json, with nothing but sides and gait; null where the tracks give none, or another version of this tool wrote the folder.</returns>
    public static JsonObject? Measure(string folder, RunSettings settings, CancellationToken cancel)
    {
        try
        {
            var clip = ResultDocument.Read(Path.Combine(folder, "result.json")).Clip;
            if (TrajectoryFile.Recognise(Path.Combine(folder, "tracks.csv")) is not { } file)
                return null;

            // The tracks are cut, turned and scaled already: what is left is to measure them.
            var asRecorded = new RunSettings { Tracking = settings.Tracking with { Markers = [], Mirror = false } };
            var tracks = ReadClip.Of(file, clip.Id, asRecorded, timesFrom: null, cancel).Tracks;
            var findings = ClipAnalyzer.Analyze(tracks, settings.Analysis.ForPicture(clip));
            var result = (JsonObject)JsonNode.Parse(ContractJson.Write(ResultDocument.Create(clip, [], findings, settings)))!;
            return new JsonObject { ["schema"] = Schema, ["sides"] = result["sides"]!.DeepClone(), ["gait"] = result["gait"]?.DeepClone() };
        }
        catch (InputException)
        {
            // Without a marker there is nothing to measure, and what cannot be read is said by the comparison.
            return null;
        }
    }

    /// <summary>What the recorded tracks give now against what they gave then; null where that was not recorded, or cannot be read.</summary>
    public static Remeasured? Compare(string recorded, RunSettings settings, Tolerances tolerances, CancellationToken cancel)
    {
        var then = Path.Combine(recorded, FileName);
        if (!File.Exists(then) || !ResultDiff.TryReadJson(then, out var before) || Measure(recorded, settings, cancel) is not { } now)
            return null;

        ImmutableArray<Difference> differences = [.. TreeDiff.Compare(before, now, tolerances).OrderBy(d => d.Stage)];
        return differences is [var first, ..] ? new Remeasured(false, first.Stage, first.Sentence) : new Remeasured(true, null, null);
    }
}

/// <summary>Whether the recorded tracks still give what they gave when they were recorded.</summary>
/// <param name="Stage">The first stage behind the tracker that moved by itself; null where none did.</param>
/// <param name="First">The first such difference in words.</param>
internal sealed record Remeasured(bool Agrees, Stage? Stage, string? First);
