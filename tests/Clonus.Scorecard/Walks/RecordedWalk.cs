using System.Collections.Immutable;
using Clonus.Formats;
using Clonus.Formats.Import;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Walks;

/// <summary>A walk that a laboratory recorded and marked, with the steps that are found in it.</summary>
/// <param name="Strides">Those that count.</param>
internal sealed record RecordedWalk(string Path, Trajectories File, ImportedClip Clip, WalkSteps Steps, ImmutableArray<Stride> Strides)
{
    public const string Folder = "../shared/data/mocap";
    public const double NearSeconds = 0.05;

    // Two marks further apart are not of one event.
    private const double FarSeconds = 0.3;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>All that hold marks of events; none, and a line that says so, where the folder is not there.</summary>
    public static ImmutableArray<RecordedWalk> All()
    {
        if (Directory.Exists(Folder))
            return [.. Directory.GetFiles(Folder, "*.c3d").Order(StringComparer.Ordinal).Select(Read).OfType<RecordedWalk>()];
        Console.WriteLine($"{Folder} is not there: nothing to compare.");
        return [];
    }

    /// <summary>Of the feet, within the recording.</summary>
    public TrialEvent[] Marks(GaitEventKind kind) =>
        [.. Clip.Events.Where(e => e.Label == (kind == GaitEventKind.InitialContact ? TrialEvent.FootStrike : TrialEvent.FootOff) && e.Context is "Left" or "Right")
            .Where(e => e.TimeSeconds >= Clip.Tracks.FrameTimesSeconds[0] && e.TimeSeconds <= Clip.Tracks.FrameTimesSeconds[^1])];

    public (BodySide Side, double TimeSeconds)[] Found(GaitEventKind kind) => [.. Steps.Events.Where(e => e.Kind == kind).Select(e => (e.Side, e.TimeSeconds))];

    /// <summary>How much later than its mark an event was found, seconds; null where it was not.</summary>
    /// <param name="found">Of the same kind.</param>
    public static double? Error(TrialEvent mark, IReadOnlyCollection<(BodySide Side, double TimeSeconds)> found) =>
        found.Where(e => e.Side.ToString() == mark.Context).Select(e => (double?)(e.TimeSeconds - mark.TimeSeconds)).Where(e => Math.Abs(e!.Value) < FarSeconds).MinBy(e => Math.Abs(e!.Value));

    /// <summary>The same with other points of the file for its markers.</summary>
    public RecordedWalk With(ImmutableArray<LabelledMarker> markers) => Of(Path, File, markers);

    private static RecordedWalk? Read(string path) => TrajectoryFile.Recognise(path)?.Read() is { Events.IsEmpty: false } file ? Of(path, file, []) : null;

    private static RecordedWalk Of(string path, Trajectories file, ImmutableArray<LabelledMarker> markers)
    {
        var clip = TrackImport.Import(file, System.IO.Path.GetFileName(path), new ImportSettings(), new ImportRequest(markers, BodySide.Unknown));
        var settings = new GaitSettings();
        var steps = GaitAnalyzer.FindSteps(clip.Tracks, clip.Tracks, settings);
        return new RecordedWalk(path, file, clip, steps, [.. GaitAnalyzer.Analyze(steps, [], settings, new GaitPolicy()).Strides.Where(s => s.Rejected is null)]);
    }
}
