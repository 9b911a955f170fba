using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>Measures a walker's strides where he really is, not where he was asked to be.</summary>
internal static class StrideMeter
{
    private const double Step = 0.004;
    private const double StraightSeconds = 0.05;
    private const double StraightWithin = 0.5;
    private static readonly (double From, double Until) OverFloor = (0.4, 0.8);

    /// <summary>All strides that begin and end within the time and go on after it.</summary>
    public static ImmutableArray<WalkStride> Strides(Walker walker, BodySide side, double lastSeconds)
    {
        var prints = walker.Plan.Prints;
        var strides = ImmutableArray.CreateBuilder<WalkStride>();
        for (var i = 0; i + 2 < prints.Length; i++)
        {
            if (prints[i].Side == side && prints[i].Landed && prints[i].Leaves && prints[i + 1].Leaves && prints[i].ContactSeconds >= 0 && prints[i + 2].ContactSeconds <= lastSeconds)
            {
                strides.Add(Stride(walker, prints[i], prints[i + 1], prints[i + 2]));
            }
        }

        return strides.ToImmutable();
    }

    private static WalkStride Stride(Walker walker, FootPrint print, FootPrint other, FootPrint next)
    {
        var (side, contact, off, end, sign) = (print.Side, print.ContactSeconds, print.FootOffSeconds, next.ContactSeconds, print.Side == BodySide.Right ? 1 : -1);
        var stance = Sampled(walker, contact, off);
        var swing = Sampled(walker, off, end);
        var atOther = walker.At(other.ContactSeconds);
        var middle = walker.At((off + end) / 2);
        var touching = walker.At(contact).Leg(side);
        var (straight, straightAt) = Straightest(stance, side);
        var (outMost, outAt) = swing.Select(s => (Out: sign * (s.Pose.Leg(side).Ankle.Z - Chord(print, next, s.Pose.Leg(side).Ankle.X)), s.Time)).MaxBy(s => s.Out);
        var midline = stance.Concat(swing).Average(s => s.Pose.Pelvis.Z);
        return new WalkStride(
            side, contact, off, end, touching.Ball.Y < touching.HeelEdge.Y ? FirstTouch.Toe : FirstTouch.Heel, touching.SoleDegrees,
            next.X - other.X, Other(atOther, side).HeelEdge.X - atOther.Leg(side).HeelEdge.X, sign * (next.Z - other.Z), (sign * (next.Z - midline)) - (-sign * (other.Z - midline)),
            other.FootOffSeconds - other.ContactSeconds, straight, straightAt - contact,
            swing.Max(s => s.Pose.Leg(side).KneeDegrees), middle.Leg(side).AnkleDegrees,
            swing.Where(s => (s.Time - off) / (end - off) is var w && w >= OverFloor.From && w <= OverFloor.Until).Min(s => s.Pose.Leg(side).Ball.Y),
            outMost, (outAt - off) / (end - off), swing.Max(s => sign * s.Pose.PelvisDegrees), -stance.Average(s => s.Pose.TrunkLeanDegrees), Other(middle, side).HeelEdge.Y,
            [.. Beats(walker, side, contact, end)]);
    }

    private static WalkerLeg Other(WalkPose pose, BodySide side) => pose.Leg(side.Opposite);

    private static (double Time, WalkPose Pose)[] Sampled(Walker walker, double from, double until)
    {
        var count = Math.Max((int)Math.Ceiling((until - from) / Step), 2);
        return [.. Enumerable.Range(0, count + 1).Select(i => from + ((until - from) * i / count)).Select(time => (time, walker.At(time)))];
    }

    // On the line from where the foot stood to where it lands.
    private static double Chord(FootPrint from, FootPrint to, double x) =>
        Math.Abs(to.X - from.X) < 1 ? (from.Z + to.Z) / 2 : from.Z + ((to.Z - from.Z) * Math.Clamp((x - from.X) / (to.X - from.X), 0, 1));

    private static (double Degrees, double Time) Straightest((double Time, WalkPose Pose)[] stance, BodySide side)
    {
        var least = double.MaxValue;
        for (var i = 0; i < stance.Length && stance[i].Time + StraightSeconds <= stance[^1].Time; i++)
        {
            var most = stance.Skip(i).TakeWhile(s => s.Time <= stance[i].Time + StraightSeconds).Max(s => s.Pose.Leg(side).KneeDegrees);
            least = Math.Min(least, most);
        }

        return (least, stance.First(s => s.Pose.Leg(side).KneeDegrees <= least + StraightWithin).Time);
    }

    // Against how the ankle would turn without them.
    private static IEnumerable<WalkBeat> Beats(Walker walker, BodySide side, double from, double until)
    {
        var foot = walker.Foot(side);
        var trains = foot.Stances.Select(s => (s.Clonus, InSwing: false)).Concat(foot.Swings.Select(s => (s.Clonus, InSwing: true)));
        foreach (var (train, inSwing) in trains)
        {
            foreach (var (start, end, _) in train.Beats.Where(beat => beat.Start >= from && beat.End <= until))
            {
                var peak = Enumerable.Range(0, 101).Select(i => start + ((end - start) * i / 100))
                    .Select(time => (Time: time, Degrees: walker.Quiet.At(time).Leg(side).AnkleDegrees - walker.At(time).Leg(side).AnkleDegrees)).MaxBy(a => a.Degrees);
                yield return new WalkBeat(peak.Time, peak.Degrees, inSwing);
            }
        }
    }
}
