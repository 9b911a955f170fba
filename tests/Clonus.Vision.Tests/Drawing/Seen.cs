using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tests.Drawing;

/// <summary>Tracks of a limb by formulas, for drawings.</summary>
internal static class Seen
{
    public const double Fps = 30;

    /// <summary>One marker's places over so many frames; null is not seen.</summary>
    public static TrackSet Limb(int frames, params (MarkerName Name, Func<int, ImagePoint?> Place)[] markers) => new(
        [.. Enumerable.Range(0, frames).Select(i => i / Fps)],
        [.. markers.Select(m => new MarkerTrack(m.Name, "green", [.. Enumerable.Range(0, frames).Select(i => Sample(m.Place(i)))]))]);

    public static MarkerName Name(Landmark landmark, BodySide side = BodySide.Unknown) => new(side, landmark);

    private static MarkerSample? Sample(ImagePoint? place) => place is { } at ? new MarkerSample(at, 0.9) : null;
}
