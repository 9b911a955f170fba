using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>How this walker walks: what is his own by the seed, and the patterns on top of it.</summary>
/// <param name="StrideSeconds">Mean time from one contact to the next of the same foot.</param>
/// <param name="MillimetresPerSecond">Mean speed.</param>
/// <param name="RightStepShare">Of a stride: from the left foot's contact to the right one's.</param>
/// <param name="TrunkLeanDegrees">Of the line from hips to shoulders, positive forward.</param>
/// <param name="Sway">To either side, towards the standing leg, millimetres.</param>
/// <param name="LandingSeconds">In which a foot that touches the floor stops.</param>
/// <param name="ClonusHz">Late beats; the first ones are slower.</param>
public sealed record WalkerGait(
    double StrideSeconds, double MillimetresPerSecond, LegGait Left, LegGait Right, double RightStepShare, double TrunkLeanDegrees, double Sway, double LandingSeconds, double ClonusHz)
{
    // The pelvis is this share of a step ahead of the foot behind when the foot before touches the floor.
    private const double PelvisShare = 0.505;

    // From a shuffle to natural speed, metres a second, everything that depends on speed goes from its least to its usual value.
    private const double ShuffleSpeed = 0.3;
    private const double NaturalSpeed = 1.3;
    private const double FastestPace = 1.15;
    private const double PersonLimit = 2;

    /// <summary>
    /// Share of a stride that a foot stands: 0.60 at 1.3 m/s, 0.64 at 0.8 and 0.72 at 0.3, the parabola through what is reported for healthy walkers
    /// (Murray and others 1984, Andriacchi and others 1977, as far as drawn there), and no less beyond.
    /// </summary>
    public static double StanceShare(double metresPerSecond)
    {
        var v = Math.Min(metresPerSecond, 1.55);
        return 0.7872 - (0.248 * v) + (0.08 * v * v);
    }

    public static WalkerGait Of(WalkerBody body, WalkMotion motion, long seed)
    {
        var random = new SeededRandom(seed, "gait");
        double Person(double sd) => sd * random.NextNormalWithin(PersonLimit);
        var (speed, cadence) = motion.Pace(body.Stature);
        var (stride, metres) = (120 / cadence, speed / 1000);
        var pace = Math.Min((metres - ShuffleSpeed) / (NaturalSpeed - ShuffleSpeed), FastestPace);
        var step = speed * stride / 2;
        var (stance, straight, swingKnee, swingAnkle) = (StanceShare(metres) + Person(0.004), 5 + Person(0.7), 56 + (6 * Math.Min(pace * 1.3, 1)) + Person(1), 1 + Person(1));
        var (contact, clearance, outward) = (10 + (10 * pace) + Person(1.2), 16 + Person(1.5), body.StepWidth / 2);
        LegGait Normal(BodySide side)
        {
            // Within a person the sides differ by one or two in a hundred.
            double Differing(double value) => value * (1 + Person(0.008));
            return new LegGait
            {
                Side = side,
                StanceShare = stance * (1 + Person(0.004)),
                Ahead = ((1 - PelvisShare) * step) + Person(0.006 * step),
                Outward = outward + Person(2),
                ContactPitch = Differing(contact),
                FootOffPitch = Differing(-46 - (16 * pace)),
                HeelRisePitch = Differing(-6 - (13 * pace)),
                ContactKnee = 6 + Person(0.5),
                LoadingKnee = Differing(9 + (9 * pace)),
                StraightKnee = straight + Person(0.3),
                SwingKnee = Differing(swingKnee),
                SwingAnkle = swingAnkle + Person(0.3),
                Clearance = Differing(clearance),
                Circumduction = 9 + Person(1.2),
                PelvisUp = -2 - (1.5 * pace) + Person(0.3),
            };
        }

        var gait = new WalkerGait(
            stride, speed, Normal(BodySide.Left), Normal(BodySide.Right), 0.5 + Person(0.004), 3 + Person(0.7), 26 - (8 * Math.Min(pace, 1)) + Person(2),
            0.02 + Person(0.003), 6 + Person(0.4));
        return TrailingFoot.Of(PatternedGait.Of(gait, body, motion), body);
    }

    public LegGait Leg(BodySide side) => side == BodySide.Left ? Left : Right;

    internal WalkerGait With(LegGait leg) => leg.Side == BodySide.Left ? this with { Left = leg } : this with { Right = leg };

    /// <summary>From the other foot's contact to this one's, seconds.</summary>
    public double StepSeconds(BodySide side) => StrideSeconds * (side == BodySide.Right ? RightStepShare : 1 - RightStepShare);

    /// <summary>From the other foot to this one where it is put down, millimetres.</summary>
    public double StepMillimetres(BodySide side)
    {
        var (own, other) = side == BodySide.Right ? (Right, Left) : (Left, Right);
        return (MillimetresPerSecond * StepSeconds(side)) + own.Ahead - other.Ahead;
    }
}
