namespace Clonus.Synthesis.Walking;

/// <summary>The knee of a standing leg from its contact to the other foot's, degrees of flexion: it gives as it takes the weight, straightens, and bends again.</summary>
internal sealed class StanceKnee
{
    /// <summary>After contact, where a knee goes straight early.</summary>
    public const double EarlySeconds = 0.17;

    // Shares of the step; a knee stays at its straightest for at least so long.
    private const double LoadedShare = 0.26;
    private static readonly (double At, double Given)[] Loading = [(0.25, 0.4), (0.5, 0.72), (1, 1)];
    private const double BentShare = 0.84;
    private const double BentDegrees = 10;
    private const double LeavingDegrees = 16;
    private const double StraightSeconds = 0.085;
    private static readonly (double From, double Until) NormalStraight = (0.58, 0.70);
    private static readonly (double From, double Until) BackwardStraight = (0.46, 0.58);

    private readonly MonotoneCurve _curve;

    public StanceKnee(FootStance stance)
    {
        var (start, step, gait) = (stance.Print.ContactSeconds, stance.StepSeconds, stance.Gait);
        var (from, until) = gait.StraightKnee < 2 ? BackwardStraight : NormalStraight;
        var straight = gait.StraightEarly ? start + EarlySeconds : start + (from * step);
        var over = Math.Max(start + (until * step), straight + StraightSeconds);
        var bent = Math.Max(start + (BentShare * step), over + (0.1 * step));
        (double, double)[] loading = gait.StraightEarly
            ? []
            : [.. Loading.Select(share => (start + (share.At * LoadedShare * step), gait.ContactKnee + (share.Given * (gait.LoadingKnee - gait.ContactKnee))))];
        _curve = new MonotoneCurve(
            [
                (start, gait.ContactKnee), .. loading, (straight, gait.StraightKnee), (over, gait.StraightKnee), (bent, Math.Max(BentDegrees, gait.StraightKnee + 2)),
                (Math.Max(start + step, bent + (0.05 * step)), Math.Max(LeavingDegrees, gait.StraightKnee + 6)),
            ],
            0, 0);
    }

    public double At(double timeSeconds) => _curve.At(timeSeconds);
}
