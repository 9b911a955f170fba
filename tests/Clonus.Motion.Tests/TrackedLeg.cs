using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests;

/// <summary>Tracks of a knee, an ankle and a toe that follow a scripted angle, and what is found in them.</summary>
internal static class TrackedLeg
{
    private const double Shank = 300;
    private const double Foot = 120;

    public static readonly MarkerName Knee = new(BodySide.Unknown, Landmark.Knee);
    public static readonly MarkerName Ankle = new(BodySide.Unknown, Landmark.Ankle);
    public static readonly MarkerName Toe = new(BodySide.Unknown, Landmark.Toe);

    public static ImmutableArray<double> Times(double seconds, double fps) =>
        [.. Enumerable.Range(0, (int)(seconds * fps)).Select(i => i / fps)];

    public static TrackSet Tracks(ScriptedAngle angle, double fps = 60, double noiseDegrees = 0, int seed = 1) =>
        Tracks(angle.At, Times(angle.EndSeconds, fps), noiseDegrees, seed);

    public static TrackSet Tracks(Func<double, double> angle, ImmutableArray<double> times, double noiseDegrees = 0, int seed = 1)
    {
        var random = new Random(seed);
        return new TrackSet(times,
        [
            Track(Knee, times, _ => new ImagePoint(100, 240)),
            Track(Ankle, times, _ => new ImagePoint(100 + Shank, 240)),
            Track(Toe, times, t =>
            {
                var a = double.DegreesToRadians(angle(t) + (noiseDegrees * Normal(random)));
                return new ImagePoint(100 + Shank - (Foot * Math.Sin(a)), 240 - (Foot * Math.Cos(a)));
            }),
        ]);
    }

    public static SideFindings Find(TrackSet tracks, AnalysisSettings? settings = null) =>
        ClipAnalyzer.Analyze(tracks, settings ?? new AnalysisSettings()).Sides.Single();

    public static ClonusFinding Clonus(TrackSet tracks, AnalysisSettings? settings = null) => Find(tracks, settings).Clonus;

    public static TrackSet Hide(TrackSet tracks, MarkerName name, double fromSeconds, double toSeconds) => new(
        tracks.FrameTimesSeconds,
        [.. tracks.Markers.Select(m => m.Name != name ? m : m with
        {
            Samples = [.. m.Samples.Select((s, i) => tracks.FrameTimesSeconds[i] >= fromSeconds && tracks.FrameTimesSeconds[i] < toSeconds ? null : s)],
        })]);

    public static TrackSet Map(TrackSet tracks, Func<ImagePoint, ImagePoint> place, Func<double, double>? time = null) => new(
        [.. tracks.FrameTimesSeconds.Select(time ?? (t => t))],
        [.. tracks.Markers.Select(m => m with { Samples = [.. m.Samples.Select(s => s is { } x ? x with { Position = place(x.Position.InPicture) } : (MarkerSample?)null)] })]);

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static MarkerTrack Track(MarkerName name, ImmutableArray<double> times, Func<double, ImagePoint> place) =>
        new(name, "green", [.. times.Select(t => (MarkerSample?)new MarkerSample(place(t), 1))]);
}
