using System.Collections.Immutable;

namespace Clonus.Motion.Gait;

/// <summary>
/// When a foot leaves that is seen from the front or from behind. One of its ends is hidden there, and the other rises long before the foot leaves, or late: it rises fastest as it
/// leaves (O'Connor 2007).
/// </summary>
public static class FrontalSwing
{
    /// <summary>The swings with these foot-offs; one that has none, or in which the foot is not seen to rise, stays.</summary>
    public static ImmutableArray<FootSwing> Timed(WalkBout bout, FootMotion foot, ImmutableArray<FootSwing> swings, GaitSettings settings)
    {
        var velocities = PointVelocity.Of(bout.TimesSeconds, foot.Places, settings);
        return [.. swings.Select(swing => swing.FootOff is { } off && FastestRise(swing, off.TimeSeconds) is { } leaves ? swing with { FootOff = off with { TimeSeconds = leaves } } : swing)];

        // A foot falls in the later half.
        double? FastestRise(FootSwing swing, double from)
        {
            var end = bout.IndexAt((from + (swing.Contact?.TimeSeconds ?? bout.TimesSeconds[^1])) / 2);
            var fastest = -1;
            for (var i = bout.IndexAt(from); i < end; i++)
            {
                if (velocities[i] is { } at && (fastest < 0 || at.Y > velocities[fastest]!.Value.Y))
                    fastest = i;
            }

            return fastest < 0 ? null : bout.TimesSeconds[fastest];
        }
    }
}
