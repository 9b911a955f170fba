using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>The sideways course of one leg over a stretch, worked out once for all of its strides: this foot and the other, each outward of its own side, and the pelvis.</summary>
/// <param name="Own">Null where no marker of the foot is there.</param>
/// <param name="PelvisRise">This side's over the other, against both feet's standing.</param>
public sealed record SideCourse(double?[]? Own, double?[]? Other, double?[] PelvisRise);

/// <summary>What a stride shows in the frontal plane: the foot's sideways path in its swing, the feet's tracks, the pelvis. Outward is away from the other leg.</summary>
public static class FrontalMeasures
{
    // A foot is where it stood or will stand up to this share of its way outward.
    private const double RestShare = 0.25;

    public static SideCourse Course(WalkedBout walked, BodySide side)
    {
        var (bout, sign) = (walked.Bout, side == BodySide.Right ? 1 : -1);
        var rightUp = SegmentAngles.PelvisRightUp(bout);
        var level = Level(walked, rightUp);
        return new SideCourse(Outward(walked, side), Outward(walked, side.Opposite), [.. rightUp.Select(v => sign * (v - level))]);
    }

    // How the pelvis lies while both feet stand: markers are a centimetre askew as often as not. From the front it is not known well enough when that is.
    private static double Level(WalkedBout walked, double?[] rightUp)
    {
        var bout = walked.Bout;
        if (bout.View == GaitView.Frontal || walked.Of(BodySide.Left) is not { } left || walked.Of(BodySide.Right) is not { } right)
        {
            return 0;
        }

        var both = left.Stances.SelectMany(_ => right.Stances, (l, r) => (From: Math.Max(l.ContactSeconds ?? double.NaN, r.ContactSeconds ?? double.NaN), To: Math.Min(l.FootOffSeconds ?? double.NaN, r.FootOffSeconds ?? double.NaN)));
        return both.Where(b => b.From < b.To).SelectMany(b => PlaceAt.Between(bout, rightUp, b.From, b.To)).Select(v => v.Value).ToArray() is { Length: > 0 } seen ? seen.Median() : 0;
    }

    public static Stride Measure(Stride stride, WalkedBout walked, SideCourse course, GaitSettings settings)
    {
        var (bout, side) = (walked.Bout, stride.Side);
        if (!bout.ShowsFrontal)
        {
            return stride;
        }

        var (own, other) = (course.Own, course.Other);
        stride = stride with { PelvisRiseDegrees = PelvisRise(stride, bout, course.PelvisRise, settings) };
        if (own is null || Standing(walked, side, own, stride.FootOffSeconds, before: true, settings) is not { } left)
        {
            return stride;
        }

        // Where the way bends the feet do not stand beside it as on a straight one, and nothing sideways is known.
        var landed = Standing(walked, side, own, stride.EndSeconds, before: false, settings);
        if (Math.Abs(landed - left ?? 0) > settings.StraightLegs)
        {
            return stride;
        }

        var track = other is null ? null : Standing(walked, side.Opposite, other, stride.FootOffSeconds + (stride.SwingSeconds / 2), before: null, settings);
        var from = track is { } others ? Math.Min(left, others) : left;
        if (!PlaceAt.IsSeen(bout, own, stride.FootOffSeconds, stride.EndSeconds, settings.SeenShare))
        {
            return stride with { StepWidthLegs = landed + track };
        }

        // From the front a swing's ends may lie a tenth of a second and more from where the foot leaves and lands: from the middle of the stance before to that after.
        var (begin, end) = bout.View == GaitView.Frontal
            ? (stride.StartSeconds + (settings.FlatToShare * stride.StanceSeconds), stride.EndSeconds + (settings.FlatFromShare * stride.StanceSeconds))
            : (stride.FootOffSeconds, stride.EndSeconds);
        var path = PlaceAt.Between(bout, own, begin, end).ToArray();
        var apex = path.MaxBy(s => s.Value);
        var lateral = apex.Value - from;
        return stride with
        {
            StepWidthLegs = landed + track,
            LateralLegs = lateral,
            LateralApexShare = ApexShare(path, apex, left, landed ?? apex.Value, lateral),
            LateralReturnedShare = landed is { } at && lateral > 0 ? (apex.Value - at) / lateral : null,
        };
    }

    // A standing foot does not go sideways: its way out and back tells by itself when it is free.
    private static double ApexShare((double TimeSeconds, double Value)[] path, (double TimeSeconds, double Value) apex, double left, double landed, double lateral)
    {
        var rests = RestShare * Math.Max(lateral, 0);
        var begin = path.LastOrDefault(s => s.TimeSeconds <= apex.TimeSeconds && s.Value <= left + rests, path[0]).TimeSeconds;
        var end = path.FirstOrDefault(s => s.TimeSeconds >= apex.TimeSeconds && s.Value <= landed + rests, path[^1]).TimeSeconds;
        return end > begin ? (apex.TimeSeconds - begin) / (end - begin) : 1;
    }

    // The middle of the foot, by the ankle; the heel or the toes do as well, but turn with the foot.
    private static double?[]? Outward(WalkedBout walked, BodySide side)
    {
        var (bout, sign) = (walked.Bout, side == BodySide.Right ? 1 : -1);
        foreach (var name in new[] { Landmark.Ankle, Landmark.Heel, Landmark.Toe }.Select(landmark => new MarkerName(side, landmark)))
        {
            if (bout.Points.TryGetValue(name, out var places))
            {
                var beside = name.Landmark == Landmark.Ankle ? MarkerSites.AnkleOutLegs(bout, side) : 0;
                var course = bout.Middle is { } middle && walked.Of(side) is { } feet ? Beside(bout, bout.Feet[name], middle, feet, sign) : [.. places.Select(p => sign * p?.Z)];
                return [.. course.Select(z => z - beside)];
            }
        }

        return null;
    }

    // Of a picture from the front: in legs of where the foot is and not of where the body is.
    private static double?[] Beside(WalkBout bout, ImmutableArray<SpacePoint?> foot, ImmutableArray<double> middle, FootSteps feet, int sign)
    {
        var right = bout.Direction == GaitDirection.Away ? sign : -sign;
        return [.. FootDepth.Passing(bout, feet).Select((time, i) => Math.Min(bout.IndexAt(time), bout.FrameCount - 1) is var at && foot[i] is { } place ? right * (place.X - middle[at]) * bout.FootScales[at] : (double?)null)];
    }

    // Where a foot stands in the stance at, before or after a time: the middle half of what is known of it.
    private static double? Standing(WalkedBout walked, BodySide side, double?[] outward, double time, bool? before, GaitSettings settings)
    {
        var (bout, feet) = (walked.Bout, walked.Of(side));
        if (feet is null)
        {
            return null;
        }

        var (start, end) = (bout.TimesSeconds[0], bout.TimesSeconds[^1]);
        const double Near = 1e-6;
        foreach (var stance in feet.Stances)
        {
            var (contact, off) = (stance.ContactSeconds ?? start, stance.FootOffSeconds ?? end);
            var isIt = before switch
            {
                true => Math.Abs((stance.FootOffSeconds ?? double.NaN) - time) < Near,
                false => Math.Abs((stance.ContactSeconds ?? double.NaN) - time) < Near,
                _ => contact <= time && time <= off,
            };
            if (isIt)
            {
                var rest = off - contact;
                return PlaceAt.Median(bout, outward, contact + (settings.FlatFromShare * rest), contact + (settings.FlatToShare * rest)) ?? PlaceAt.Median(bout, outward, contact, off);
            }
        }

        return null;
    }

    // The swing side's highest, but for noise: within what is surely or, from the front, maybe its swing.
    private static double? PelvisRise(Stride stride, WalkBout bout, double?[] rise, GaitSettings settings)
    {
        var about = bout.View == GaitView.Frontal ? settings.FrontalErrorSeconds : 0;
        var (from, to) = (stride.FootOffSeconds - about, stride.EndSeconds + about);
        return PlaceAt.IsSeen(bout, rise, from, to, settings.SeenShare) ? PlaceAt.Between(bout, rise, from, to).Select(v => v.Value).Quantile(settings.HighestQuantile) : null;
    }
}
