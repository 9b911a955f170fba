using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>The angles and heights of one leg over a stretch, worked out once for all of its strides.</summary>
/// <param name="FootPitch">Against the standing foot; positive with the toes up.</param>
/// <param name="Heel">Over where it stands flat, in legs.</param>
/// <param name="Toe">Over where it stands flat, in legs.</param>
public sealed record LegCourse(double?[] Hip, double?[] Knee, double?[] Ankle, double?[] FootPitch, double?[] Heel, double?[] Toe, double?[] TrunkBack);

/// <summary>What a stride shows in the sagittal plane.</summary>
public static class SagittalMeasures
{
    // Mid-swing, as shares of it.
    private const double MidSwing = 0.5;
    private static readonly double[] MidSwingShares = [0.4, 0.45, MidSwing, 0.55, 0.6];
    private const double ClearanceHalf = 0.2;

    // Of the other leg's swing: anybody's heel rises from its middle on.
    private static readonly (double From, double Until) Vaulting = (0.35, MidSwing);

    public static Stride Measure(Stride stride, WalkedBout walked, LegCourse leg, GaitSettings settings, GaitPolicy policy)
    {
        var bout = walked.Bout;
        if (!bout.ShowsSagittal)
        {
            return stride;
        }

        var (start, off, end) = (stride.StartSeconds, stride.FootOffSeconds, stride.EndSeconds);
        var (sustained, onset) = KneeStance();
        double SwingTime(double share) => off + (share * stride.SwingSeconds);
        return stride with
        {
            HipFlexionMaxDegrees = Extreme(leg.Hip, start, end, values => values.Max()),
            HipFlexionMinDegrees = Extreme(leg.Hip, start, end, values => values.Min()),
            KneeAtContactDegrees = At(leg.Knee, start),
            KneeStanceDegrees = sustained,
            HyperextensionOnsetSeconds = onset,
            KneeSwingDegrees = Extreme(leg.Knee, off, end, values => values.Max()),
            FootAngleAtContactDegrees = At(leg.FootPitch, start),
            HeelAfterToeSeconds = walked.Of(stride.Side)!.Swings.FirstOrDefault(s => s.Contact?.TimeSeconds == start)?.HeelAfterToeSeconds,
            AnkleMidSwingDegrees = AtMidSwing(leg.Ankle),
            ToeClearanceLegs = Extreme(leg.Toe, SwingTime(MidSwing - ClearanceHalf), SwingTime(MidSwing + ClearanceHalf), values => values.Min()),
            TrunkBackDegrees = PlaceAt.IsSeen(bout, leg.TrunkBack, start, off, settings.PostureSeenShare) ? PlaceAt.Between(bout, leg.TrunkBack, start, off).Average(v => v.Value) : null,
            HeelRiseLegs = HeelRise(),
            AnkleDipsInStance = Dips(start, off, AnkleDips.InStance(bout, stride, leg.Ankle, settings, policy)),
            AnkleDipsInSwing = Dips(off, end, AnkleDips.InSwing(bout, stride, leg.Ankle, policy)),
        };

        double? Extreme(double?[] values, double from, double to, Func<IEnumerable<double>, double> of) =>
            PlaceAt.IsSeen(bout, values, from, to, settings.SeenShare) ? of(PlaceAt.Between(bout, values, from, to).Select(v => v.Value)) : null;

        // The other leg hides a frame or two just then, in which an ankle turns by several degrees: on the line between what is seen around them.
        double? AtMidSwing(double?[] values) =>
            MidSwingShares.Select(share => PlaceAt.Time(bout, values, SwingTime(share), settings)).OfType<double>().ToArray() is { Length: > 0 } seen ? seen.Median() : null;

        // A hole may hide a dip.
        int? Dips(double from, double to, int seen) => PlaceAt.LongestStepSeconds(bout, leg.Ankle, from, to) <= settings.LongestDipStepSeconds ? seen : null;

        // A contact lies between two frames.
        double? At(double?[] values, double time) => PlaceAt.Median(bout, values, time - settings.SpeedHalfWindowSeconds, time + settings.SpeedHalfWindowSeconds)
            ?? PlaceAt.Median(bout, values, time - settings.LongestHoleSeconds / 2, time + settings.LongestHoleSeconds / 2);

        // The straightest that the knee stays for so long: the least of the greatest over all windows of that length.
        (double? Straightest, double? OnsetSeconds) KneeStance()
        {
            if (!PlaceAt.IsSeen(bout, leg.Knee, start, off, settings.SeenShare))
            {
                return (null, null);
            }

            var knee = PlaceAt.Between(bout, leg.Knee, start, off).ToArray();
            var (least, first, onset) = (double.PositiveInfinity, 0, (double?)null);
            for (var i = 0; i < knee.Length; i++)
            {
                var begin = knee[i].TimeSeconds - policy.HyperextensionSeconds;
                if (begin < knee[0].TimeSeconds)
                    continue;

                // The window begins between two frames.
                while (knee[first + 1].TimeSeconds <= begin)
                    first++;
                var (before, after) = (knee[first], knee[first + 1]);
                var at = before.Value + ((after.Value - before.Value) * ((begin - before.TimeSeconds) / (after.TimeSeconds - before.TimeSeconds)));
                var greatest = Math.Max(at, knee[(first + 1)..(i + 1)].Max(k => k.Value));
                least = Math.Min(least, greatest);
                onset ??= greatest <= policy.HyperextensionDegrees ? begin - start : null;
            }

            return (double.IsInfinity(least) ? null : least, onset);
        }

        // While it stands, from when both feet did up to the other leg's mid-swing.
        double? HeelRise()
        {
            var swing = walked.Of(stride.Side.Opposite)?.Swings
                .FirstOrDefault(s => s.FootOff?.TimeSeconds > start - stride.StanceSeconds && s.Contact is not null && s.FootOff?.TimeSeconds < off && s.Contact?.TimeSeconds > start);
            if (swing is null)
            {
                return null;
            }

            var (lifts, lands) = (swing.FootOff!.Value.TimeSeconds, swing.Contact!.Value.TimeSeconds);
            double Share(double share) => lifts + (share * (lands - lifts));
            var flat = Math.Max(lifts, start + settings.FootFlatSeconds);
            if (Share(MidSwing) >= off || Share(Vaulting.From) <= flat)
            {
                return null;
            }

            // By how far the foot has turned up from flat, wherever its markers are stuck; without toes by the heel itself.
            return Most([.. leg.FootPitch.Select(p => -p)]) is { } turned ? settings.HeelToBallLegs * Math.Sin(double.DegreesToRadians(turned)) : Most(leg.Heel);

            double? Most(double?[] values) =>
                PlaceAt.Between(bout, values, Share(Vaulting.From), Share(Vaulting.Until)).Select(v => v.Value).ToArray() is { Length: > 0 } seen
                    ? seen.Quantile(settings.HighestQuantile) - PlaceAt.Median(bout, values, flat, flat + settings.FlatFootSeconds)
                    : null;
        }
    }

    /// <summary>The course of one leg; heights and the foot's angle count from where the sole is flat on the floor.</summary>
    public static LegCourse Course(WalkBout bout, BodySide side, FootRest? rest)
    {
        double?[] Height(Landmark landmark, double? floor) => [.. Enumerable.Range(0, bout.FrameCount).Select(i => bout.Of(side, landmark)?[i]?.Y - floor)];
        return new LegCourse(
            SegmentAngles.Hip(bout, side), SegmentAngles.Knee(bout, side), SegmentAngles.Ankle(bout, side),
            [.. SegmentAngles.FootPitch(bout, side).Select(p => p - rest?.PitchDegrees)],
            Height(Landmark.Heel, rest?.HeelHeight), Height(Landmark.Toe, rest?.ToeHeight), SegmentAngles.TrunkBack(bout));
    }
}
