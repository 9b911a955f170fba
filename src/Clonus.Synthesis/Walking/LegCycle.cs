using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>
/// One leg over the cycle, in the plane of walking: places are x ahead, y up. While the foot stands it turns about its heel, then its whole sole, then its ball, without
/// sliding; while it swings it goes as the published angles say, led over from and to where it stands.
/// </summary>
public sealed class LegCycle
{
    // On the foot, in its axes from the ankle: along the sole, and up. The heel's edge and the ball, about which a standing foot turns.
    private const double SoleUp = -78;
    private const double HeelAlong = -50;
    private const double BallAlong = 130;

    // From here on the foot has left its heel's edge and not yet reached its ball: about which of them it would turn is all one.
    private const double FlatPhase = 0.2;

    // The published curves give this stride, in legs; longer and shorter ones come by a wider or narrower swing of the thigh.
    private const double PublishedStrideLegs = 1.195;
    private const double FullPitchStrideLegs = 1.55;
    private const double SmallestPitchShare = 0.35;
    private const double LargestPitchShare = 1.1;

    // The pelvis is highest over the standing leg; about 2 cm up and down at a stride of 1.6 legs.
    private const double HighestPhase = 0.31;
    private const double BobMillimetres = 17;
    private const double BobStrideLegs = 1.6;

    // How much further behind the foot the hip is than the fit alone would have it: a straighter knee at contact.
    private const double LagPhase = 0.01;

    // A standing leg is never quite straight.
    private const double LongestStanceShare = 0.9985;
    private const double GridStep = 0.01;

    // The speed that a foot has at its last and first instant on the floor fades within this part of the cycle.
    private const double BlendPhase = 0.1;
    private const double SlopeStep = 0.002;

    private readonly WalkerBody _body;
    private readonly double _stride;
    private readonly double _swing;
    private readonly double _pitchShare;
    private readonly double _bob;
    private readonly double _underHipPhase;
    private readonly double _meanHeight;
    private readonly (Place Offset, Place Speed) _atToeOff;
    private readonly (Place Offset, Place Speed) _atContact;

    /// <param name="strideMillimetres">From one contact to the next of the same foot.</param>
    public LegCycle(WalkerBody body, double strideMillimetres)
    {
        (_body, _stride) = (body, strideMillimetres);
        var legs = strideMillimetres / body.Leg;
        _swing = legs / PublishedStrideLegs;
        _pitchShare = Math.Min(SmallestPitchShare + ((1 - SmallestPitchShare) * legs / FullPitchStrideLegs), LargestPitchShare);
        _bob = BobMillimetres * legs * legs / (BobStrideLegs * BobStrideLegs);
        double[] stance = [.. Enumerable.Range(0, (int)Math.Round(GaitCurves.ToeOffPhase / GridStep) + 1).Select(i => i * GridStep)];
        _underHipPhase = stance.Average(p => p + ((Published(p).X - Standing(p).X) / _stride)) + LagPhase;
        _meanHeight = stance.Min(HighestMean);
        _atToeOff = (Offset(GaitCurves.ToeOffPhase), (Offset(GaitCurves.ToeOffPhase) - Offset(GaitCurves.ToeOffPhase - SlopeStep)) * (1 / SlopeStep));
        _atContact = (Offset(0), (Offset(SlopeStep) - Offset(0)) * (1 / SlopeStep));
    }

    /// <summary>Of the hips' axis over the floor. Twice a cycle, so that both legs agree on it.</summary>
    public double HipHeight(double phase) => _meanHeight + Bob(phase);

    /// <summary>The sole against the floor, positive with the toes up.</summary>
    public double FootPitchDegrees(double phase) => _pitchShare * GaitCurves.FootPitchDegrees(phase);

    /// <summary>The ankle from the hip.</summary>
    public (double Ahead, double Up) Ankle(double phase)
    {
        phase -= Math.Floor(phase);
        var place = Published(phase) + (phase <= GaitCurves.ToeOffPhase ? Offset(phase) : SwingOffset(phase));
        return (place.X, place.Y);
    }

    private double Bob(double phase) => _bob * Math.Cos(4 * Math.PI * (phase - HighestPhase));

    // The ankle of a standing foot, from where it is with the whole sole down.
    private Place Standing(double phase)
    {
        var pivot = new Place(phase < FlatPhase ? HeelAlong : BallAlong, SoleUp) * _body.FootScale;
        var turned = pivot.Turned(FootPitchDegrees(phase));
        return new Place(pivot.X - turned.X, -turned.Y);
    }

    // The ankle from the hip by the published angles.
    private Place Published(double phase)
    {
        var hip = GaitCurves.MeanHipDegrees + (_swing * (GaitCurves.HipDegrees(phase) - GaitCurves.MeanHipDegrees));
        var knee = _pitchShare * GaitCurves.KneeDegrees(phase);
        return new Place(0, -_body.Thigh).Turned(hip) + new Place(0, -_body.Shank).Turned(hip - knee);
    }

    private double HighestMean(double phase)
    {
        var standing = Standing(phase);
        var (reach, ahead) = (LongestStanceShare * _body.Leg, (_stride * (phase - _underHipPhase)) - standing.X);
        var aside = Math.Abs(_body.HipHalfWidth - (_body.StepWidth / 2)) + WalkPose.SwayMillimetres;
        return standing.Y + Math.Sqrt((reach * reach) - (ahead * ahead) - (aside * aside)) - Bob(phase);
    }

    // What brings the foot of the published angles to where a standing foot is.
    private Place Offset(double phase) =>
        Standing(phase) - new Place(_stride * (phase - _underHipPhase), HipHeight(phase)) - Published(phase);

    private Place SwingOffset(double phase)
    {
        var (since, until) = (phase - GaitCurves.ToeOffPhase, 1 - phase);
        var share = since / (since + until);
        var smooth = share * share * (3 - (2 * share));
        return (_atToeOff.Offset * (1 - smooth)) + (_atContact.Offset * smooth)
            + (_atToeOff.Speed * Fading(since)) + (_atContact.Speed * -Fading(until));
    }

    // A way with slope 1 at its start that comes back to nothing.
    private static double Fading(double phase) =>
        phase >= BlendPhase ? 0 : phase * (1 - (phase / BlendPhase)) * (1 - (phase / BlendPhase));
}
