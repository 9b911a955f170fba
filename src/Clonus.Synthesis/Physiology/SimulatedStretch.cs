using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Physiology;

/// <summary>A stretch whose beats arise in a model of the ankle: the examiner's hand is a torque, and what follows is physics.</summary>
internal static class SimulatedStretch
{
    // Quiet after the last release, for the ankle to come to rest.
    private const double SettleSeconds = 0.5;

    public static MotionPlan Plan(StretchMotion motion, long seed)
    {
        var hand = new ExaminerHand(motion);
        hand.MovePassively();
        var holds = ImmutableArray.CreateBuilder<Hold>();
        var pacemaker = motion.Model == ClonusModel.Pacemaker ? new Pacemaker(motion, seed) : null;
        for (var i = 0; i < motion.Stretches; i++)
        {
            var ramp = hand.Stretch();
            var release = hand.Release((pacemaker?.AddTrain(ramp.EndSeconds) ?? ramp.EndSeconds) + motion.HoldSeconds);
            holds.Add(new Hold(ramp.StartSeconds, ramp.EndSeconds, release.StartSeconds, release.EndSeconds));
        }

        var load = new AngleCurve(hand.Moves.ToImmutable());
        var end = holds[^1].ReleasedSeconds + SettleSeconds;
        var disturbance = new Disturbance(motion, seed);
        var newtonMetres = motion.Ankle.Stiffness * Math.PI / 180;
        AnkleInput Input(double time)
        {
            var pushed = load.At(time) - motion.RestDegrees;
            var held = Math.Clamp(pushed / motion.StretchDegrees, 0, 1);
            var hold = HoldAt(holds, time);
            var torque = newtonMetres * (pushed + disturbance.DegreesAt(time, held));
            return new AnkleInput(torque, newtonMetres * pushed, hold is null ? 0 : time < hold.Value.ReleaseSeconds ? 1 : held, time - (hold?.StartSeconds ?? 0));
        }

        var simulated = AnkleLoop.Run(pacemaker is null ? motion.Ankle : motion.Ankle with { FatigueSeconds = null }, Input, end, pacemaker?.Volleys);
        var angle = new SampledCurve(simulated.Angle.StepSeconds, [.. simulated.Angle.Degrees.Select(d => d + motion.RestDegrees)]);
        return new MotionPlan(angle, [.. holds.Select(hold => Excursions.Stretch(angle, hold.StartSeconds, hold.EndSeconds))], Excursions.AfterPulls(angle, simulated.PullsSeconds), end);
    }

    private static Hold? HoldAt(ImmutableArray<Hold>.Builder holds, double time)
    {
        foreach (var hold in holds)
        {
            if (time >= hold.StartSeconds && time < hold.ReleasedSeconds)
            {
                return hold;
            }
        }

        return null;
    }

    /// <summary>One stretch from the ramp's start to its end, and from the release's start to its end.</summary>
    private readonly record struct Hold(double StartSeconds, double EndSeconds, double ReleaseSeconds, double ReleasedSeconds);
}
