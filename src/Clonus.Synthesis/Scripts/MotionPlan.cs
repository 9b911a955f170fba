using System.Collections.Immutable;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Physiology;

namespace Clonus.Synthesis.Scripts;

/// <summary>One excursion towards plantarflexion that is not the examiner's, on the continuous curve.</summary>
/// <param name="TimeSeconds">The instant of peak plantarflexion.</param>
/// <param name="AmplitudeDegrees">From the crest before it down to the peak.</param>
/// <param name="StartSeconds">Where the foot leaves that level.</param>
/// <param name="EndSeconds">Where it is back.</param>
public sealed record BeatTruth(double TimeSeconds, double AmplitudeDegrees, double StartSeconds, double EndSeconds)
{
    /// <summary>From here on half of the depth has returned: the movement is a beat.</summary>
    internal double HalfReturnSeconds => (TimeSeconds + EndSeconds) / 2;

    /// <summary>Share of the fall that came back before the next one; from a half on it is a beat.</summary>
    public double Returned { get; init; } = 1;

    /// <summary>Its fall over the rise before it, when it is the last of several: a limb that nothing drives falls by less than half of that.</summary>
    public double Driven { get; init; } = 1;

    /// <summary>A beat is a plantarflexion that comes back by half of its depth, and more than the swing after a beat.</summary>
    internal bool IsReturned => Returned >= 0.5 && Driven >= 0.5;
}

/// <summary>The examiner's stretch.</summary>
public sealed record StretchTruth(double StartSeconds, double EndSeconds, double AngleDegrees, double SpeedDegreesPerSecond)
{
    // A trigger is a stretch of at least 5 degrees at 50 degrees a second or more.
    private const double TriggerDegrees = 5;
    private const double TriggerDegreesPerSecond = 50;

    internal bool IsTrigger => AngleDegrees >= TriggerDegrees && SpeedDegreesPerSecond >= TriggerDegreesPerSecond;
}

/// <summary>What the ankle does over the whole clip, before any frame is taken of it.</summary>
/// <param name="Stretches">In order of time.</param>
/// <param name="Beats">Excursions of any depth that are not the examiner's, in order of time.</param>
/// <param name="EndSeconds">When the foot rests again.</param>
public sealed record MotionPlan(IAngleCurve Angle, ImmutableArray<StretchTruth> Stretches, ImmutableArray<BeatTruth> Beats, double EndSeconds)
{
    public static MotionPlan Of(StretchScene scene) =>
        scene.LookAlike is { } other ? LookAlikePlan.Plan(other, scene.Seed)
        : scene.Motion.Model == ClonusModel.Scripted ? ScriptedTrain.Plan(scene.Motion, scene.Seed)
        : SimulatedStretch.Plan(scene.Motion, scene.Seed);
}
