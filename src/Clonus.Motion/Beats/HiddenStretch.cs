using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>
/// A stretch in a hole of the track: the foot rested before it and is held higher after it. In a quick push a marker smears most, and the
/// examiner's hand passes; how far the foot went is seen all the same, and how fast it was at least.
/// </summary>
internal static class HiddenStretch
{
    /// <param name="before">The part of the signal up to the hole, dorsiflexion positive.</param>
    /// <param name="after">The part behind it.</param>
    /// <returns>Null where none is sure, or the hole is so long that a beat may have been in it too.</returns>
    public static Stretch? Between(UniformSignal before, UniformSignal after, AmplitudeGate gate, ClonusPolicy policy)
    {
        var (start, end) = (before.EndSeconds, after.StartSeconds);
        var smallest = StretchFinder.SmallestSize(gate, policy);
        var rest = before.Between(start - policy.StretchRestSeconds, start);
        if (end - start > policy.LongestHiddenStretchSeconds || start - before.StartSeconds < policy.StretchRestSeconds
            || rest.Values.Max() - rest.Values.Min() > smallest / 2)
        {
            return null;
        }

        var level = rest.Values.Average();
        var rise = after.Values[0] - level;
        var held = after.Mean(end, Math.Min(end + policy.TriggerWindowSeconds, after.EndSeconds)) - level;
        var speed = rise / (end - start);
        return rise >= smallest && speed >= StretchFinder.SlowestSpeed(gate, policy) && held > policy.StretchHeldRatio * rise
            ? new Stretch((start + end) / 2, start, end, rise, speed)
            : null;
    }
}
