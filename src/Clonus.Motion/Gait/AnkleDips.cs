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
        Count([.. PlaceAt.Between(bout, course, stride.StartSeconds + settings.FootFlatSeconds, stride.FootOffSeconds)], policy);

    public static int InSwing(WalkBout bout, Stride stride, double?[] course, GaitPolicy policy)
    {
        var swing = PlaceAt.Between(bout, course, stride.FootOffSeconds, stride.EndSeconds).ToArray();
        var pushOff = swing.Where(s => s.TimeSeconds < stride.FootOffSeconds + (PushOffShare * stride.SwingSeconds)).DefaultIfEmpty().MinBy(s => s.Value);
        return Count([.. swing.Where(s => s.TimeSeconds >= pushOff.TimeSeconds)], policy);
    }

    // Falls by the limit and rises by it again, both soon enough.
    private static int Count(ReadOnlySpan<(double TimeSeconds, double Value)> course, GaitPolicy policy)
    {
        if (course.IsEmpty)
        {
            return 0;
        }

        var (dips, falls, crest, trough) = (0, false, course[0], course[0]);
        foreach (var at in course)
        {
            if (!falls)
            {
                crest = at.Value >= crest.Value ? at : crest;
                (falls, trough) = (crest.Value - at.Value >= policy.DipDegrees, at);
            }
            else
            {
                trough = at.Value < trough.Value ? at : trough;
                if (at.Value - trough.Value >= policy.DipDegrees)
                {
                    dips += at.TimeSeconds - crest.TimeSeconds <= policy.LongestDipSeconds ? 1 : 0;
                    (falls, crest) = (false, at);
                }
            }
        }

        return dips;
    }
}
