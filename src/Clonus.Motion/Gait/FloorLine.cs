using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics;

namespace Clonus.Motion.Gait;

/// <summary>The floor by the feet that stand on it.</summary>
public static class FloorLine
{
    private const int FewestStances = 3;

    // A slope needs feet that stand apart, in legs.
    private const double ShortestBase = 0.5;

    /// <summary>
    /// Of the straight line through the lowest places of the heels, or of what stands for them, in the stretch with most of them: what is uphill one way is downhill the other.
    /// Null with fewer than three stances, or on a treadmill.
    /// </summary>
    public static double? SlopeDegrees(ImmutableArray<WalkedBout> bouts)
    {
        var stands = bouts.Where(b => b.Bout.ShowsSagittal && b.Floor.Length == 0).Select(Stands).MaxBy(s => s.Length) ?? [];
        return stands.Length < FewestStances || stands.Max(s => s.X) - stands.Min(s => s.X) < ShortestBase
            ? null
            : double.RadiansToDegrees(Math.Atan(Fit.Line([.. stands.Select(s => s.X)], [.. stands.Select(s => s.Y)]).B));
    }

    private static SpacePoint[] Stands(WalkedBout walked) =>
        [.. walked.Feet.SelectMany(foot => foot.Stances
            .Where(s => s is { ContactSeconds: not null, FootOffSeconds: not null })
            .Select(s => Stand(walked.Bout, foot.Side, s.ContactSeconds!.Value, s.FootOffSeconds!.Value))).OfType<SpacePoint>()];

    private static SpacePoint? Stand(WalkBout bout, BodySide side, double from, double to)
    {
        var foot = bout.Of(side, Landmark.Heel) ?? bout.Of(side, Landmark.Ankle) ?? bout.Of(side, Landmark.Toe);
        var first = bout.IndexAt(from);
        return Enumerable.Range(first, Math.Max(bout.IndexAt(to) - first, 0)).Select(i => foot?[i]).OfType<SpacePoint>().Cast<SpacePoint?>().MinBy(p => p!.Value.Y);
    }
}
