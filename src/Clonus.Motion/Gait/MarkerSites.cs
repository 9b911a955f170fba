using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>
/// Where on the body a stretch's markers are stuck, told from how far they are apart: motion capture marks the outer side of a leg, a frontal picture its middle.
/// Shares of the stature are Drillis and Contini's (1966), in legs of 0.491 of it.
/// </summary>
public static class MarkerSites
{
    // Between the hips' centres, over the trochanters, and between the front spines: some 24 cm.
    private const double HipCentresLegs = 2 * 0.052 / 0.491;
    private const double TrochantersLegs = 0.191 / 0.491;
    private const double FrontSpinesLegs = 0.28;

    // From an ankle's middle to its outer malleolus: adults' ankles are about 7 cm broad, 0.04 of the stature. This implementation's choice.
    private const double MalleolusLegs = 0.02 / 0.491;

    /// <summary>
    /// Across what distance the hips' markers show how far the pelvis tilts; null is their own. A trochanter is the thigh's: when the pelvis tilts over one hip's centre,
    /// the other's centre rises as far as the distance between the centres has it, and its trochanter with it, however far out that is.
    /// </summary>
    public static double? TiltBaseLegs(WalkBout bout) => AreOnTrochanters(bout) ? HipCentresLegs : null;

    /// <summary>How far outward of the middle of its foot an ankle's marker is, in legs: beside the line from heel to toe or, where these are stuck on the outer side as well, as far as an ankle is broad.</summary>
    public static double AnkleOutLegs(WalkBout bout, BodySide side)
    {
        var beside = BesideFoot(bout, side);
        return beside > MalleolusLegs / 2 ? beside.Value
            : AreOnTrochanters(bout) ? MalleolusLegs
            : 0;
    }

    private static bool AreOnTrochanters(WalkBout bout) =>
        bout.Of(BodySide.Left, Landmark.Hip) is { } left && bout.Of(BodySide.Right, Landmark.Hip) is { } right
        && left.Zip(right, (l, r) => l is { } a && r is { } b ? a.DistanceTo(b) : (double?)null).OfType<double>().ToArray() is { Length: > 0 } apart
        && apart.Median() > (FrontSpinesLegs + TrochantersLegs) / 2;

    // On the level, outward; null where the positions have no depth or a marker is missing.
    private static double? BesideFoot(WalkBout bout, BodySide side)
    {
        if (bout.View != GaitView.Spatial || bout.Of(side, Landmark.Heel) is not { } heels || bout.Of(side, Landmark.Toe) is not { } toes || bout.Of(side, Landmark.Ankle) is not { } ankles)
        {
            return null;
        }

        double? Beside(int i)
        {
            if (heels[i] is not { } heel || toes[i] is not { } toe || ankles[i] is not { } ankle)
                return null;
            var (foot, from) = ((toe - heel) with { Y = 0 }, (ankle - heel) with { Y = 0 });
            return foot.Length > 0 ? ((from.Z * foot.X) - (from.X * foot.Z)) / foot.Length * (side == BodySide.Right ? 1 : -1) : null;
        }

        return Enumerable.Range(0, bout.FrameCount).Select(Beside).OfType<double>().ToArray() is { Length: > 0 } seen ? seen.Median() : null;
    }
}
