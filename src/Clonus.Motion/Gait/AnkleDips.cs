namespace Clonus.Motion.Gait;

/// <summary>
/// Short falls of the ankle's angle that come back, within one phase of the stride. A stance has time for a few beats of clonus and a swing for two, fewer than a run
/// that is told by itself; over several strides they tell all the same, for a normal ankle has none there.
/// </summary>
public static class AnkleDips
{
    // Of the swing: until then the ankle comes back from the push-off, which is no beat.
    private const double PushOffShare = 0.4;

    /// <param name="course">The ankle's angle, positive in dorsiflexion.</param>
    public static int InStance(WalkBout bout, Stride stride, double?[] course, GaitSettings settings, GaitPolicy policy) =>
        Count([.. PlaceAt.Between(bout, course, stride.StartSeconds + settings.FootFlatSeconds, stride.FootOffSeconds)], policy.DipDegrees, double.PositiveInfinity, policy);

    public static int InSwing(WalkBout bout, Stride stride, double?[] course, GaitPolicy policy)
    {
        var swing = PlaceAt.Between(bout, course, stride.FootOffSeconds, stride.EndSeconds).ToArray();
        var pushOff = swing.Where(s => s.TimeSeconds < stride.FootOffSeconds + (PushOffShare * stride.SwingSeconds)).DefaultIfEmpty().MinBy(s => s.Value);
        return Count([.. swing.Where(s => s.TimeSeconds >= pushOff.TimeSeconds)], policy.SwingDipDegrees, policy.SwingDipReturnRatio, policy);
    }

    // Falls by so much and rises by it again, both soon enough; and back by no more than so many times the fall.
    private static int Count(ReadOnlySpan<(double TimeSeconds, double Value)> course, double degrees, double greatestReturn, GaitPolicy policy)
    {
        if (course.IsEmpty)
        {
            return 0;
        }

        var (dips, falls, crest, trough, top, fall) = (0, false, course[0], course[0], course[0], (double?)null);
        foreach (var at in course)
        {
            top = at.Value > top.Value && at.TimeSeconds - trough.TimeSeconds <= policy.DipReturnSeconds ? at : top;
            if (!falls)
            {
                crest = at.Value >= crest.Value ? at : crest;
                if (crest.Value - at.Value >= degrees)
                {
                    dips += IsBeat() ? 1 : 0;
                    (falls, trough, top) = (true, at, at);
                }
            }
            else
            {
                (trough, top) = at.Value < trough.Value ? (at, at) : (trough, top);
                if (at.Value - trough.Value >= degrees)
                {
                    fall = at.TimeSeconds - crest.TimeSeconds <= policy.LongestDipSeconds ? crest.Value - trough.Value : null;
                    (falls, crest) = (false, at);
                }
            }
        }

        return dips + (!falls && IsBeat() ? 1 : 0);

        bool IsBeat() => top.Value - trough.Value <= greatestReturn * fall;
    }
}
