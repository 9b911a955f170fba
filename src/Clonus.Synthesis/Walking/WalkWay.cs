namespace Clonus.Synthesis.Walking;

/// <summary>How far the body has come at an even pace, and how it starts and stops where it stands before and after.</summary>
/// <param name="StartSeconds">When it begins to move.</param>
/// <param name="EndSeconds">When it stands again.</param>
/// <param name="RampSeconds">In which it comes to its pace and loses it; 0 for who walks all the time.</param>
public sealed record WalkWay(double MillimetresPerSecond, double StartSeconds, double EndSeconds, double RampSeconds)
{
    private const double RampStrides = 0.8;

    public static WalkWay Of(WalkerGait gait, double durationSeconds, double standSeconds) => standSeconds > 0
        ? new(gait.MillimetresPerSecond, standSeconds, durationSeconds - standSeconds, Math.Min(RampStrides * gait.StrideSeconds, (durationSeconds - (2 * standSeconds)) / 2))
        : new(gait.MillimetresPerSecond, 0, durationSeconds, 0);

    /// <summary>Share of the full pace.</summary>
    public double Pace(double timeSeconds) => RampSeconds == 0 ? 1 : Risen(Since(timeSeconds)) - Risen(SinceEnd(timeSeconds));

    /// <summary>Millimetres from where it is at time 0.</summary>
    public double At(double timeSeconds) =>
        MillimetresPerSecond * (RampSeconds == 0 ? timeSeconds : RampSeconds * (Way(Since(timeSeconds)) - Way(SinceEnd(timeSeconds))));

    private double Since(double timeSeconds) => (timeSeconds - StartSeconds) / RampSeconds;

    private double SinceEnd(double timeSeconds) => (timeSeconds - EndSeconds + RampSeconds) / RampSeconds;

    private static double Risen(double share) => share <= 0 ? 0 : share >= 1 ? 1 : share * share * (3 - (2 * share));

    // The integral of the rise.
    private static double Way(double share) => share <= 0 ? 0 : share >= 1 ? share - 0.5 : share * share * share * (1 - (share / 2));
}
