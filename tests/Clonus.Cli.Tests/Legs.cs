using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Clips;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests;

/// <summary>A leg whose foot follows a formula, as tracks: what the reports are tried with, without any video.</summary>
internal static class Legs
{
    private const double Fps = 60;

    /// <summary>Rest, a stretch of 15° at 1.4 s, then so many beats at 6 Hz of 8°, in 6 s.</summary>
    /// <param name="hole">Frames in which the toe is not seen.</param>
    public static TrackSet Stretched(int beats, Range? hole = null)
    {
        var times = Enumerable.Range(0, 360).Select(i => i / Fps).ToImmutableArray();
        var knee = times.Select(_ => Seen(new ImagePoint(300, 100))).ToImmutableArray();
        var ankle = times.Select(_ => Seen(new ImagePoint(300, 300))).ToImmutableArray();
        var toe = times.Select(t => Seen(Toe(Degrees(t, beats)))).ToArray();
        if (hole is { } frames)
            toe.AsSpan(frames).Clear();
        return new TrackSet(
            times,
            [
                new MarkerTrack(new MarkerName(BodySide.Left, Landmark.Knee), "green", knee),
                new MarkerTrack(new MarkerName(BodySide.Left, Landmark.Ankle), "green", ankle),
                new MarkerTrack(new MarkerName(BodySide.Left, Landmark.Toe), "green", [.. toe]),
            ]);
    }

    /// <summary>Two such legs, with the hole in the right one's toe.</summary>
    public static TrackSet Both(int leftBeats, int rightBeats, Range? hole = null)
    {
        var (left, right) = (Stretched(leftBeats), Stretched(rightBeats, hole));
        return new TrackSet(
            left.FrameTimesSeconds, [.. left.Markers, .. right.Markers.Select(m => m with { Name = m.Name with { Side = BodySide.Right } })]);
    }

    public static ClipInfo Clip(string id = "leg") =>
        new(id, ClipKind.Video, 360, 360, 6, 0, 1, Fps, Fps, false, 640, 480, "h264", 0);

    public static ClipFindings Findings(TrackSet tracks) => ClipAnalyzer.Analyze(tracks, new RunSettings().Analysis);

    public static ResultDocument Result(TrackSet tracks, string id = "leg", params QualityIssue[] issues) =>
        ResultDocument.Create(Clip(id), issues, Findings(tracks), new RunSettings());

    // Dorsiflexion above rest.
    private static double Degrees(double seconds, int beats)
    {
        const double stretchAt = 1.4, stretchFor = 0.15, first = 1.7, hertz = 6;
        var held = 15 * Math.Clamp((seconds - stretchAt) / stretchFor, 0, 1);
        var cycles = (seconds - first) * hertz;
        return held - (cycles > 0 && cycles < beats ? 4 * (1 - Math.Cos(2 * Math.PI * cycles)) : 0);
    }

    private static ImagePoint Toe(double dorsiflexion)
    {
        // 110 degrees between shank and foot at rest; less of them is dorsiflexion.
        var angle = (110 - dorsiflexion) * Math.PI / 180;
        return new ImagePoint(300 + (120 * Math.Sin(angle)), 300 - (120 * Math.Cos(angle)));
    }

    private static MarkerSample? Seen(ImagePoint at) => new MarkerSample(at, 0.9);
}
