using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>Where and when the feet stand over a clip, and how far the body has come.</summary>
/// <param name="Way">Where the pelvis would be at an even pace, millimetres, by the time.</param>
/// <param name="Prints">In order of contact, left and right in turn.</param>
public sealed record StepPlan(WalkWay Way, ImmutableArray<FootPrint> Prints)
{
    // From stride to stride and from step to step: a stride's time then varies by 2 or 3 %, and a foot is put down within a centimetre.
    private const double StrideTimeCv = 0.019;
    private const double StepTimeCv = 0.017;
    private const double AheadSd = 5;
    private const double AsideSd = 4;
    private const double VariationLimit = 2;

    // Before and after the clip, so that no foot in it lacks what was before and comes after.
    private const double SpareStrides = 2.5;

    // Who stands has his ankles behind his hips.
    internal const double StandingAhead = -35;

    public static StepPlan Of(WalkerGait gait, double durationSeconds, double standSeconds, long seed)
    {
        var random = new SeededRandom(seed, "steps");
        var (way, side) = (WalkWay.Of(gait, durationSeconds, standSeconds), random.NextUnit() < 0.5 ? BodySide.Left : BodySide.Right);
        var (stands, stride) = (standSeconds > 0, gait.StrideSeconds);
        var time = stands ? standSeconds + 0.1 - gait.StepSeconds(side.Opposite) : -stride * (SpareStrides + random.NextUnit());
        var end = stands ? durationSeconds - standSeconds : durationSeconds + (SpareStrides * stride);
        var steps = new List<(BodySide Side, double Time, double X, double Z)>();
        var slower = 0.0;
        for (var last = false; !last; side = side.Opposite)
        {
            var leg = gait.Leg(side);
            var pace = way.Pace(time);
            last = time >= end;
            steps.Add((
                side, time,
                way.At(time) + (pace * leg.Ahead) + ((1 - pace) * StandingAhead) + (pace * AheadSd * random.NextNormalWithin(VariationLimit)),
                (leg.Sign * leg.Outward) + (AsideSd * random.NextNormalWithin(VariationLimit))));
            slower = steps.Count % 2 == 1 ? StrideTimeCv * random.NextNormalWithin(VariationLimit) : slower;
            time += gait.StepSeconds(side.Opposite) * (1 + slower + (StepTimeCv * random.NextNormalWithin(VariationLimit)));
        }

        // A foot's time on the floor is a share of its own stride; the last two of who stands at the end stay.
        var offs = steps.Select((step, i) => i + 2 < steps.Count ? step.Time + (gait.Leg(step.Side).StanceShare * (steps[i + 2].Time - step.Time)) : double.PositiveInfinity).ToArray();
        FootPrint Print(int i) => new(
            steps[i].Side, steps[i].Time, offs[i], i > 0 ? offs[i - 1] : steps[i].Time + (0.1 * stride), i + 1 < steps.Count ? steps[i + 1].Time : steps[i].Time + (stride / 2),
            steps[i].X, steps[i].Z, !stands || i > 1, i + 2 < steps.Count);
        return new StepPlan(way, [.. Enumerable.Range(0, steps.Count).Where(i => stands || (i > 0 && i + 2 < steps.Count)).Select(Print)]);
    }
}
