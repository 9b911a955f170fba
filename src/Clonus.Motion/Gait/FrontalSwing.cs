namespace Clonus.Motion.Gait;

/// <summary>
/// When a foot leaves that is seen from the front or from behind. One of its ends is hidden there, and the other rises long before the foot leaves, or late: it rises fastest as it
/// leaves (O'Connor 2007).
/// </summary>
public static class FrontalSwing
{
    /// <summary>The swing with this foot-off; unchanged where it has none, or the foot is not seen to rise.</summary>
    public static FootSwing Timed(WalkBout bout, FootMotion foot, FootSwing swing, GaitSettings settings)
    {
        if (swing.FootOff is not { } off)
        {
            return swing;
        }

        // A foot falls in the later half.
        var velocities = PointVelocity.Of(bout.TimesSeconds, foot.Places, settings);
        var end = bout.IndexAt((off.TimeSeconds + (swing.Contact?.TimeSeconds ?? bout.TimesSeconds[^1])) / 2);
        var fastest = -1;
        for (var i = bout.IndexAt(off.TimeSeconds); i < end; i++)
        {
            if (velocities[i] is { } at && (fastest < 0 || at.Y > velocities[fastest]!.Value.Y))
                fastest = i;
        }

        return fastest < 0 ? swing : swing with { FootOff = off with { TimeSeconds = bout.TimesSeconds[fastest] } };
    }
}
