using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>One foot from its contact with the floor until it leaves it. It turns about its heel's edge, its whole sole and its ball, rolls over its toes, and does not slide.</summary>
internal sealed class FootStance
{
    // Shares of the stride, and no longer than this: until the whole sole is down.
    private const double FlatShare = 0.09;
    private const double FlatSeconds = 0.13;
    private const double RiseShare = 0.67;
    // Where the sole turns by this, the ankle turns by one: the shank leans with it.
    private const double SoleShare = 1 / 1.17;
    private const double ClonusPauseSeconds = 0.03;

    // The sole turns fastest so long before foot-off; where both feet stand too shortly for that, in the middle of that time or a little later.
    private const double FastestBeforeSeconds = 0.02;
    private const double EarliestFastest = 0.2;

    private const double RateStep = 1e-5;

    private readonly MonotoneCurve _pitch;
    private readonly double _scale;
    private readonly double _landingSeconds;
    private readonly double _vaultDegrees;

    public FootStance(FootPrint print, LegGait gait, WalkerBody body, WalkerGait walker)
    {
        (Print, Gait, _scale, _landingSeconds) = (print, gait, body.FootScale, walker.LandingSeconds);
        var (contact, off, next) = (print.ContactSeconds, print.FootOffSeconds, print.OtherContactSeconds);
        var flat = Math.Min(Math.Min(FlatShare * walker.StrideSeconds, FlatSeconds), 0.9 * (print.OtherOffSeconds - contact));
        flat = gait.ContactPitch < 0 ? flat * 1.4 : flat;
        FlatAtSeconds = contact + flat;
        var middle = (print.OtherOffSeconds + next) / 2;
        var rise = Math.Max(contact + (RiseShare * (next - contact)), middle + (0.03 * (next - contact)));
        var (touch, standing) = (print.Landed ? gait.ContactPitch : 0, print.Landed ? gait.StandingPitch : 0);
        double Falling(double share) => standing + ((touch - standing) * share);
        _pitch = print.Leaves
            ? new MonotoneCurve(
                [
                    (contact, touch), (contact + (0.3 * flat), Falling(0.76)), (contact + (0.65 * flat), Falling(0.27)), (FlatAtSeconds, standing), (rise, standing),
                    (next, gait.HeelRisePitch), (off, gait.FootOffPitch),
                ],
                -0.6 * (touch - standing) / flat, PushedOff((rise, standing), (next, gait.HeelRisePitch), (off, gait.FootOffPitch)))
            : new MonotoneCurve([(contact, touch), (contact + (0.3 * flat), Falling(0.76)), (contact + (0.65 * flat), Falling(0.27)), (FlatAtSeconds, standing)], -0.6 * (touch - standing) / flat, 0);
        _vaultDegrees = Math.Asin(Math.Min(gait.Vault / (FootSole.Millimetres * _scale), 0.5)) * 180 / Math.PI;
        Landing = print.Landed ? new Place(0.36, -0.31) * walker.MillimetresPerSecond : default;
        Clonus = print.Landed && gait.ClonusInStance > 0
            ? ClonusTrain.Within(FlatAtSeconds + ClonusPauseSeconds, next, walker.ClonusHz, gait.ClonusInStance * SoleShare)
            : ClonusTrain.None;
    }

    public FootPrint Print { get; }

    public LegGait Gait { get; }

    public Place Landing { get; }

    /// <summary>The whole sole is down, or as far down as it comes.</summary>
    public double FlatAtSeconds { get; }

    public ClonusTrain Clonus { get; }

    /// <summary>From this foot's contact to the other one's.</summary>
    public double StepSeconds => Print.OtherContactSeconds - Print.ContactSeconds;

    /// <summary>A share of the step from this foot's contact to the other one's.</summary>
    public double TimeAt(double share) => Print.ContactSeconds + (share * StepSeconds);

    public bool Stands(double timeSeconds) => timeSeconds >= Print.ContactSeconds && timeSeconds <= Print.FootOffSeconds;

    /// <summary>Of the sole; the ankle's beats lift the heel.</summary>
    public double PitchDegrees(double timeSeconds) => _pitch.At(timeSeconds) - Vaulting(timeSeconds) - Clonus.At(timeSeconds);

    public FootPose At(double timeSeconds) => Posed(timeSeconds, PitchDegrees(timeSeconds));

    /// <summary>As it would stand without the ankle's beats.</summary>
    public FootPose Quiet(double timeSeconds) => Posed(timeSeconds, PitchDegrees(timeSeconds) + Clonus.At(timeSeconds));

    /// <summary>Of the sole at an instant, degrees a second.</summary>
    public double PitchRate(double timeSeconds) => (PitchDegrees(timeSeconds + RateStep) - PitchDegrees(timeSeconds - RateStep)) / (2 * RateStep);

    // The slope at foot-off with which the parabola of the rates from the other foot's contact on has its peak so long before.
    private static double PushedOff((double At, double Value) rise, (double At, double Value) next, (double At, double Value) off)
    {
        var (seconds, slope) = (off.At - next.At, MonotoneCurve.Slope(rise, next, off));
        var late = Math.Max(1 - (2 * FastestBeforeSeconds / seconds), EarliestFastest);
        return ((slope * (1 - (3 * late))) + (6 * late * (off.Value - next.Value) / seconds)) / (1 + (3 * late));
    }

    private FootPose Posed(double timeSeconds, double pitch)
    {
        var (flat, rolled, turned) = pitch > 0
            ? (FootSole.Heel(_scale, 0), 0, FootSole.Heel(_scale, pitch))
            : (FootSole.Ball(_scale, 0), FootSole.Rolled(_scale, pitch), FootSole.Front(_scale, pitch));
        return new FootPose(new Place(Print.X + flat.X + rolled, 0) - turned + Sliding(timeSeconds), pitch);
    }

    // The sole gives by a few millimetres while it stops.
    private Place Sliding(double timeSeconds)
    {
        var left = 1 - ((timeSeconds - Print.ContactSeconds) / _landingSeconds);
        return left > 0 ? Landing * (-_landingSeconds / 2 * left * left) : default;
    }

    private double Vaulting(double timeSeconds)
    {
        var share = (timeSeconds - Print.OtherOffSeconds) / (Print.OtherContactSeconds - Print.OtherOffSeconds);
        var sin = share is > 0 and < 1 ? Math.Sin(Math.PI * share) : 0;
        return _vaultDegrees * sin * sin;
    }
}
