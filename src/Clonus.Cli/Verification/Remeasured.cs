using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Motion;
using Clonus.Motion.Clips;

namespace Clonus.Cli.Verification;

/// <summary>What the present tool measures in the tracks as they were recorded: whether the stages behind the tracker would have moved by themselves.</summary>
/// <param name="Agrees">True where the recorded tracks still give the recorded findings.</param>
/// <param name="Stage">The first stage behind tracking that moves on the recorded tracks.</param>
/// <param name="First">The first such difference in words.</param>
internal sealed record Remeasured(bool Agrees, Stage? Stage, string? First)
{
    /// <exception cref="InputException">What was recorded cannot be read.</exception>
    public static Remeasured Of(string recorded, RunSettings settings, Tolerances tolerances, CancellationToken cancel)
    {
        var path = Path.Combine(recorded, "result.json");
        var before = ResultDocument.Read(path);
        var file = TrajectoryFile.Recognise(Path.Combine(recorded, "tracks.csv"))
            ?? throw new InputException(InputFault.Unreadable, "the recorded tracks.csv holds no tracks: record it again with --update");

        // The tracks are cut, turned and scaled already: what is left is to measure them.
        var asRecorded = new RunSettings { Tracking = settings.Tracking with { Markers = [] } };
        var tracks = ReadClip.Of(file, before.Clip.Id, asRecorded, timesFrom: null, cancel).Tracks;
        var findings = ClipAnalyzer.Analyze(tracks, settings.Analysis.ForPicture(before.Clip));
        var now = JsonNode.Parse(ContractJson.Write(ResultDocument.Create(before.Clip, [], findings, settings)))!;
        var first = TreeDiff.Compare((JsonObject)JsonNode.Parse(File.ReadAllText(path))!, (JsonObject)now, tolerances)
            .Where(d => d.Stage is > Verification.Stage.Tracking and < Verification.Stage.Issues)
            .MinBy(d => d.Stage);
        return new Remeasured(first is null, first?.Stage, first?.Sentence);
    }
}
