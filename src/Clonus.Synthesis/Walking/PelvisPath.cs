using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>The pelvis at one instant: its middle, and how far its right side is up and ahead, degrees.</summary>
internal readonly record struct PelvisPose(Point3 Middle, double RightUpDegrees, double RightAheadDegrees)
{
    public Point3 Hip(BodySide side, WalkerBody body)
    {
        var (sin, cos) = Math.SinCos(RightUpDegrees * Math.PI / 180);
        var outward = side == BodySide.Right ? body.HipHalfWidth : -body.HipHalfWidth;
        return Middle + new Point3(outward * Math.Sin(RightAheadDegrees * Math.PI / 180), outward * sin, outward * cos);
    }
}

/// <summary>
/// The way of the pelvis over the standing feet. In the middle of each step it is as high as the standing leg's knee has it; from one step to the next it goes along a smooth
/// curve through the heights at which the leg that comes down has its knee at contact.
/// </summary>
internal sealed class PelvisPath
{
    // The speed is greatest while both feet stand.
    private const double FastestShare = 0.1;
    private const double SurgeMillimetres = 7;
    private const double SurgeSpeed = 1150;

    // The side whose foot comes down is turned ahead.
    private const double TurnDegrees = 5;
    private const double TurnSpeed = 1300;
    private const double FurthestAsideShare = 0.6;
    private static readonly ImmutableArray<double> HeightShares = [0.06, 0.13, 0.34, 0.46, 0.58, 0.70];

    // Of a step: where the knee of the standing leg begins to rule the height, does alone, and no longer does.
    private static readonly (double From, double Full, double Until, double Over) Ruling = (0.18, 0.34, 0.72, 0.92);

    // A knee that does not rule the height is at least so far from straight, and comes to it within so many millimetres.
    private const double LeastKnee = 1.5;
    private const double StraightBelow = 4;
    private const double GuardSoftness = 0.15;

    // Who stands has his knees bent by so much.
    internal const double StandingKnee = 6;

    private readonly WalkWay _way;
    private readonly WalkerBody _body;
    private readonly WalkerGait _gait;
    private readonly ImmutableArray<FootStance> _stances;
    private readonly ImmutableArray<StanceKnee> _knees;
    private readonly CubicSpline _ahead;
    private readonly CubicSpline _aside;
    private readonly CubicSpline _turn;
    private readonly CubicSpline _height;

    public PelvisPath(StepPlan plan, ImmutableArray<FootStance> stances, WalkerBody body, WalkerGait gait)
    {
        (_way, _body, _gait, _stances) = (plan.Way, body, gait, stances);
        _knees = [.. stances.Select(stance => new StanceKnee(stance))];
        var surge = SurgeMillimetres * gait.MillimetresPerSecond / SurgeSpeed;
        _ahead = new CubicSpline(
            [.. stances.SelectMany(s => new[] { 0, 1 / 3.0, 2 / 3.0 }.Select(q => (s.TimeAt(q), surge * _way.Pace(s.TimeAt(q)) * Math.Sin(2 * Math.PI * (q - FastestShare)))))], 0, 0);
        _aside = new CubicSpline(
            [.. stances.Select(s => (s.TimeAt(FurthestAsideShare), s.Gait.Sign * gait.Sway * (0.4 + (0.6 * _way.Pace(s.TimeAt(FurthestAsideShare))))))], 0, 0);
        _turn = new CubicSpline(
            [.. stances.Select(s => (s.Print.ContactSeconds, s.Gait.Sign * TurnDegrees * Math.Min(_way.Pace(s.Print.ContactSeconds) * gait.MillimetresPerSecond / TurnSpeed, 1)))], 0, 0);
        _height = new CubicSpline([.. Heights()], 0, 0);
    }

    public PelvisPose At(double timeSeconds)
    {
        var (i, pose) = (StepAt(timeSeconds), Level(timeSeconds));
        var height = _height.At(timeSeconds);
        foreach (var k in new[] { i - 1, i }.Where(k => k >= 0))
        {
            var rule = Rule(_stances[k], timeSeconds);
            height += rule > 0 ? rule * (Height(k, timeSeconds, _knees[k].At(timeSeconds)) - height) : 0;
        }

        foreach (var k in new[] { i - 1, i }.Where(k => k >= 0 && _stances[k].Stands(timeSeconds)))
        {
            // No leg is longer than it is; but a knee that shall be straight or beyond it is.
            var over = (height - Height(k, timeSeconds, LeastKnee)) / GuardSoftness;
            var straight = Rule(_stances[k], timeSeconds) * Eased((StraightBelow - _knees[k].At(timeSeconds)) / StraightBelow);
            height -= (1 - straight) * GuardSoftness * (over > 20 ? over : Math.Log(1 + Math.Exp(over)));
        }

        foreach (var k in new[] { i - 1, i }.Where(k => k >= 0))
        {
            height += _stances[k].At(timeSeconds).Ankle.Y - _stances[k].Quiet(timeSeconds).Ankle.Y;
        }

        return pose with { Middle = pose.Middle with { Y = height } };
    }

    /// <summary>Whether the knee of a standing leg is bent backward.</summary>
    public bool BeyondStraight(BodySide side, double timeSeconds)
    {
        var i = StepAt(timeSeconds);
        return i >= 0 && _stances[i].Print.Side == side && _stances[i].Print.Landed && _knees[i].At(timeSeconds) < 0;
    }

    // The step in which this time lies: from a foot's contact to the other one's.
    private int StepAt(double timeSeconds)
    {
        var i = _stances.Length - 1;
        while (i >= 0 && _stances[i].Print.ContactSeconds > timeSeconds)
        {
            i--;
        }

        return i;
    }

    // All but the height.
    private PelvisPose Level(double timeSeconds)
    {
        var up = 0.0;
        for (var i = Math.Max(StepAt(timeSeconds) - 1, 0); i < _stances.Length && _stances[i].Print.ContactSeconds <= timeSeconds; i++)
        {
            // While this foot stands, the other one swings.
            var print = _stances[i].Print;
            var share = (timeSeconds - print.OtherOffSeconds) / (print.OtherContactSeconds - print.OtherOffSeconds);
            if (share is > 0 and < 1 && Swings(i))
            {
                var (sin, swinging) = (Math.Sin(Math.PI * share), _gait.Leg(print.Side.Opposite));
                up += swinging.Sign * swinging.PelvisUp * sin * sin;
            }
        }

        return new PelvisPose(new Point3(_way.At(timeSeconds) + _ahead.At(timeSeconds), 0, _aside.At(timeSeconds)), up, _turn.At(timeSeconds));
    }

    // Whether the other foot leaves the floor and comes down while this one stands.
    private bool Swings(int i) => i + 1 < _stances.Length ? _stances[i + 1].Print.Landed : _stances[i].Print.Leaves;

    private double Height(int i, double timeSeconds, double kneeDegrees)
    {
        var (pose, stance) = (Level(timeSeconds), _stances[i]);
        var hip = pose.Hip(stance.Print.Side, _body);
        var (ankle, reach) = (stance.Quiet(timeSeconds).Ankle, LegBones.Reach(_body, kneeDegrees));
        var (ahead, aside) = (hip.X - ankle.X, hip.Z - stance.Print.Z);
        return ankle.Y + Math.Sqrt((reach * reach) - (ahead * ahead) - (aside * aside)) - hip.Y;
    }

    private IEnumerable<(double, double)> Heights()
    {
        var first = _stances[0].Print;
        if (!first.Landed)
        {
            yield return (_way.StartSeconds - 0.5, Height(0, _way.StartSeconds - 0.5, StandingKnee));
            yield return (_way.StartSeconds - 0.2, Height(0, _way.StartSeconds - 0.2, StandingKnee));
        }

        for (var i = first.Landed ? 0 : 1; i < _stances.Length; i++)
        {
            var stance = _stances[i];
            yield return (stance.Print.ContactSeconds, Height(i, stance.Print.ContactSeconds, stance.Print.Landed ? stance.Gait.ContactKnee : StandingKnee));
            var stays = i == _stances.Length - 1 && !stance.Print.Leaves;
            foreach (var q in HeightShares)
            {
                yield return (stance.TimeAt(q), Height(i, stance.TimeAt(q), stays ? StandingKnee : _knees[i].At(stance.TimeAt(q))));
            }

            if (stays)
            {
                yield return (stance.TimeAt(2), Height(i, stance.TimeAt(2), StandingKnee));
            }
        }
    }

    private static double Rule(FootStance stance, double timeSeconds)
    {
        var q = (timeSeconds - stance.Print.ContactSeconds) / stance.StepSeconds;
        var (from, full) = stance.Gait.StraightEarly
            ? (0.35 * StanceKnee.EarlySeconds / stance.StepSeconds, 0.8 * StanceKnee.EarlySeconds / stance.StepSeconds)
            : (Ruling.From, Ruling.Full);
        return stance.Print.Leaves ? Eased((q - from) / (full - from)) * Eased((Ruling.Over - q) / (Ruling.Over - Ruling.Until)) : 0;
    }

    private static double Eased(double share)
    {
        var s = Math.Clamp(share, 0, 1);
        return s * s * s * (10 + (s * ((6 * s) - 15)));
    }
}
