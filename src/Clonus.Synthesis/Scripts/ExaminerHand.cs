using System.Collections.Immutable;

namespace Clonus.Synthesis.Scripts;

/// <summary>The moves of the examiner's hand on the foot, one after another.</summary>
internal sealed class ExaminerHand(StretchMotion motion)
{
    // The hand starts and stops a ramp within this time.
    private const double StretchBlendSeconds = 0.02;
    private const double ReleaseBlendSeconds = 0.15;
    private const double FirstPassiveSeconds = 0.3;
    private const double PauseBeforeStretchSeconds = 0.4;

    public ImmutableArray<AngleMove>.Builder Moves { get; } = ImmutableArray.CreateBuilder<AngleMove>();

    public double HeldDegrees => motion.RestDegrees + motion.StretchDegrees;

    /// <summary>When a stretch can begin.</summary>
    public double ReadySeconds { get; private set; } = motion.StretchStartSeconds;

    /// <summary>Slow movements to and fro; they push the first stretch back.</summary>
    public void MovePassively()
    {
        if (motion.PassiveMovements == 0)
        {
            return;
        }

        var time = FirstPassiveSeconds;
        var half = 0.5 / motion.PassiveFrequencyHz;
        var top = motion.RestDegrees + motion.PassiveDegrees;
        for (var i = 0; i < motion.PassiveMovements; i++, time += 2 * half)
        {
            Moves.Add(new AngleMove(time, time + half, motion.RestDegrees, top, null));
            Moves.Add(new AngleMove(time + half, time + (2 * half), top, motion.RestDegrees, null));
        }

        ReadySeconds = Math.Max(motion.StretchStartSeconds, time + PauseBeforeStretchSeconds);
    }

    public AngleMove Stretch()
    {
        var ramp = AngleMove.Ramp(ReadySeconds, motion.RestDegrees, HeldDegrees, motion.StretchDegreesPerSecond, StretchBlendSeconds);
        Moves.Add(ramp);
        return ramp;
    }

    public AngleMove Release(double startSeconds)
    {
        var release = AngleMove.Ramp(startSeconds, HeldDegrees, motion.RestDegrees, motion.ReleaseDegreesPerSecond, ReleaseBlendSeconds);
        Moves.Add(release);
        ReadySeconds = release.EndSeconds + motion.PauseSeconds;
        return release;
    }
}
