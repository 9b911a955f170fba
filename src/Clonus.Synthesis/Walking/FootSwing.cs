using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>
/// A foot from where it leaves the floor to where it comes down. Its ball goes ahead smoothly, from the velocity with which it leaves to that of the landing; how high it is follows from the knee, which
/// bends from where it was to its greatest flexion and stretches again, and so far in between that the ball passes over the floor as high as it shall.
/// </summary>
internal sealed class FootSwing
{
    // The ball's acceleration at its first instant and at its last, against that of a swing with even acceleration and deceleration.
    private const double LeavingShare = 1.25;
    private const double LandingShare = -0.8;

    // Of the swing: where the ankle has its angle, and a later place.
    private const double MiddleShare = 0.5;
    private const double LateShare = 0.76;
    private const double LateAnkle = 2;

    // The knee on its way from the greatest flexion to the landing, in shares of that flexion, after the published curve of GaitCurves.
    private const double PeakShare = 0.34;
    private static readonly (double At, double Flexed, double Lifted)[] Stretching = [(0.5, 0.82, 1), (0.66, 0.46, 0.85), (0.83, 0.17, 0.25)];

    private const double ClonusShare = 0.06;
    private const int Trials = 10;
    private const double TimeStep = 1e-4;

    // Degrees of the knee for a millimetre of clearance; and what is kept whatever the knee shall do.
    private const double DegreesPerMillimetre = 0.3;
    private const double LeastClearance = 11;
    private const double GuardFrom = 0.18;
    private const double GuardUntil = 0.14;
    private static readonly (double AtEnds, double Between) GuardMillimetres = (-2, 7);
    private static readonly (double AtEnds, double Between) GuardSoftness = (0.2, 1.5);
    private static readonly (double From, double Until) OverFloor = (0.3, 0.85);
    private static readonly double[] Probes = [.. Enumerable.Range(0, 23).Select(i => OverFloor.From + ((OverFloor.Until - OverFloor.From) * i / 22))];

    private static readonly double[] Flexing = [.. Enumerable.Range(10, 41).Select(i => i / 100.0)];

    private readonly FootStance _from;
    private readonly FootStance _to;
    private readonly WalkerBody _body;
    private readonly PelvisPath _pelvis;
    private readonly double _start;
    private readonly double _seconds;
    private readonly Quintic _ahead;
    private readonly (double Start, double StartSlope, double End, double EndSlope) _knees;
    private CubicSpline _pitch;
    private CubicSpline _knee;
    private double _peak;

    public FootSwing(FootStance from, FootStance to, WalkerBody body, PelvisPath pelvis, double clonusHz)
    {
        (_from, _to, _body, _pelvis) = (from, to, body, pelvis);
        (_start, _seconds) = (from.Print.FootOffSeconds, to.Print.ContactSeconds - from.Print.FootOffSeconds);
        Clonus = to.Gait.ClonusInSwing > 0
            ? ClonusTrain.Within(_start + (ClonusShare * _seconds), _start + ((1 - ClonusShare) * _seconds), clonusHz, to.Gait.ClonusInSwing)
            : ClonusTrain.None;
        _ahead = Ahead();
        var (start, end) = (KneeOn(from, _start), KneeOn(to, EndSeconds));
        _knees = (start, (start - KneeOn(from, _start - TimeStep)) / TimeStep * _seconds, end, (KneeOn(to, EndSeconds + TimeStep) - end) / TimeStep * _seconds);
        _pitch = Pitched(-20, 0);
        _peak = to.Gait.SwingKnee;
        _knee = Bent(0);
        Mend();
    }

    /// <summary>Beats of the ankle while the foot is free.</summary>
    public ClonusTrain Clonus { get; }

    public double EndSeconds => _start + _seconds;

    public double ShareAt(double timeSeconds) => (timeSeconds - _start) / _seconds;

    public FootPose At(double timeSeconds)
    {
        var beat = Clonus.At(timeSeconds);
        return new FootPose(Ankle(timeSeconds), _pitch.At(timeSeconds) - beat);
    }

    /// <summary>To the right of the way: over to the next track, and out on the way there.</summary>
    public double Z(double timeSeconds)
    {
        var w = ShareAt(timeSeconds);
        var over = w * w * w * (10 + (w * ((6 * w) - 15)));
        return _from.Print.Z + ((_to.Print.Z - _from.Print.Z) * over) + (_to.Gait.Sign * _to.Gait.Circumduction * 16 * w * w * (1 - w) * (1 - w));
    }

    private Place Ankle(double timeSeconds)
    {
        var (w, hip) = (ShareAt(timeSeconds), Hip(timeSeconds));
        var (x, reach) = (_ahead.At(w) - FootSole.Ball(_body.FootScale, _pitch.At(timeSeconds)).X, LegBones.Reach(_body, _knee.At(w)));
        var (ahead, aside) = (hip.X - x, hip.Z - Z(timeSeconds));
        var up = hip.Y - Math.Sqrt(Math.Max((reach * reach) - (ahead * ahead) - (aside * aside), 0));
        return new Place(x, up + Lifted(w, up + FootSole.Lowest(_body.FootScale, _pitch.At(timeSeconds) - Clonus.At(timeSeconds))));
    }

    /// <summary>What keeps the sole over the floor: nothing for a sole that is well over it, and nothing where it leaves and lands.</summary>
    private static double Lifted(double w, double sole)
    {
        var free = Eased(w / GuardFrom) * Eased((1 - w) / GuardUntil);
        var (least, soft) = (GuardMillimetres.AtEnds + (GuardMillimetres.Between * free), GuardSoftness.AtEnds + (GuardSoftness.Between * free));
        var over = (sole - least) / soft;
        return over > 20 ? 0 : soft * (Math.Log(1 + Math.Exp(over)) - over);
    }

    private static double Eased(double share)
    {
        var s = Math.Clamp(share, 0, 1);
        return s * s * (3 - (2 * s));
    }

    private Point3 Hip(double timeSeconds) => _pelvis.At(timeSeconds).Hip(_to.Print.Side, _body);

    // From the velocity of a ball that turns about the toes to that of the landing.
    private Quintic Ahead()
    {
        var touch = _to.Gait.ContactPitch;
        var ball = FootSole.Ball(_body.FootScale, touch);
        var first = touch > 0 ? FootSole.Heel(_body.FootScale, touch) : FootSole.Front(_body.FootScale, touch);
        var landing = _to.Landing + (FootPose.Across(ball - first) * (_to.PitchRate(EndSeconds + TimeStep) * Math.PI / 180));
        var off = _from.PitchDegrees(_start);
        var leaving = FootPose.Across(FootSole.Ball(_body.FootScale, off) - FootSole.Front(_body.FootScale, off)) * (_from.PitchRate(_start - TimeStep) * Math.PI / 180);
        var (left, landed) = (BallOn(_from, _start), BallOn(_to, EndSeconds));
        var even = 4 * (landed - left);
        return Quintic.Between(new(left, leaving.X * _seconds, LeavingShare * even), new(landed, landing.X * _seconds, LandingShare * even));
    }

    private double BallOn(FootStance stance, double timeSeconds)
    {
        var pose = stance.At(timeSeconds);
        return pose.Ankle.X + FootSole.Ball(_body.FootScale, pose.PitchDegrees).X;
    }

    private double KneeOn(FootStance stance, double timeSeconds)
    {
        var ankle = stance.At(timeSeconds).Ankle;
        return LegBones.KneeDegrees(_body, (new Point3(ankle.X, ankle.Y, stance.Print.Z) - Hip(timeSeconds)).Length);
    }

    private CubicSpline Bent(double lift)
    {
        // The curve goes a little over its highest knot.
        var peak = Math.Max(_peak, _knees.Start);
        var curve = Bent(peak, lift);
        return Bent((2 * peak) - Flexing.Max(curve.At), lift);
    }

    private CubicSpline Bent(double peak, double lift) => new(
        [
            (0, _knees.Start), (PeakShare, peak), .. Stretching.Select(k => (k.At, _knees.End + ((peak - _knees.End) * k.Flexed) + (lift * k.Lifted))), (1, _knees.End),
        ],
        _knees.StartSlope, _knees.EndSlope);

    private CubicSpline Pitched(double middle, double late) => new(
        [
            (_start, _from.Gait.FootOffPitch), (_start + (MiddleShare * _seconds), middle), (_start + (LateShare * _seconds), late), (EndSeconds, _to.Gait.ContactPitch),
        ],
        _from.PitchRate(_start - TimeStep), _to.PitchRate(EndSeconds + TimeStep));

    private void Mend()
    {
        var lift = 0.0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var lateAnkle = Math.Min(LateAnkle, _to.Gait.SwingAnkle + 3);
            _pitch = Pitched(Shank(MiddleShare) + _to.Gait.SwingAnkle, Shank(LateShare) + lateAnkle);
            var low = Lowest();
            lift += DegreesPerMillimetre * (_to.Gait.Clearance - low);

            // No further than the knee is bent before, unless the foot would come too near to the floor: then it is bent more, whatever it shall.
            var most = (1 - Stretching[0].Flexed) * _peak;
            if (lift > most)
            {
                lift = most;
                _peak += Math.Max(DegreesPerMillimetre * (LeastClearance - low), 0);
            }

            _knee = Bent(lift);
        }
    }

    private double Lowest() => Probes.Min(w =>
    {
        var time = _start + (w * _seconds);
        return Ankle(time).Y + FootSole.Lowest(_body.FootScale, _pitch.At(time));
    });

    private double Shank(double share)
    {
        var time = _start + (share * _seconds);
        var place = Ankle(time);
        var (knee, ankle) = LegBones.Place(Hip(time), new Point3(place.X, place.Y, Z(time)), _body, false);
        return LegBones.AheadOfVertical(ankle - knee);
    }
}
