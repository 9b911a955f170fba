using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>A person who walks: where all of him is at any instant. The way is along x from where the pelvis is at time 0.</summary>
public sealed class Walker
{
    private readonly ImmutableArray<FootStance> _stances;
    private readonly PelvisPath _pelvis;
    private readonly FootPath _left;
    private readonly FootPath _right;
    private readonly Lazy<Walker> _quiet;

    public Walker(WalkerBody body, WalkerGait gait, StepPlan plan)
    {
        (Body, Gait, Plan) = (body, gait, plan);
        _quiet = new(() => new Walker(body, gait with { Left = Unbeaten(gait.Left), Right = Unbeaten(gait.Right) }, plan));
        _stances = [.. plan.Prints.Select(print => new FootStance(print, gait.Leg(print.Side), body, gait))];
        _pelvis = new PelvisPath(plan, _stances, body, gait);
        (_left, _right) = (new FootPath(BodySide.Left, _stances, body, _pelvis, gait.ClonusHz), new FootPath(BodySide.Right, _stances, body, _pelvis, gait.ClonusHz));
    }

    public WalkerBody Body { get; }

    public WalkerGait Gait { get; }

    public StepPlan Plan { get; }

    public WalkPose At(double timeSeconds)
    {
        var pelvis = _pelvis.At(timeSeconds);
        var (left, right) = (Leg(BodySide.Left, pelvis, timeSeconds), Leg(BodySide.Right, pelvis, timeSeconds));
        return WalkPose.Of(pelvis, left, right, Gait, Body);
    }

    /// <summary>Of who stands at ease, positive in dorsiflexion.</summary>
    public double StandingAnkleDegrees
    {
        get
        {
            var reach = LegBones.Reach(Body, PelvisPath.StandingKnee);
            var (ankle, hip) = (new Point3(StepPlan.StandingAhead, 0, 0), new Point3(0, Math.Sqrt((reach * reach) - (StepPlan.StandingAhead * StepPlan.StandingAhead)), 0));
            return -LegBones.AheadOfVertical(ankle - LegBones.Place(hip, ankle, Body, false).Knee);
        }
    }

    /// <summary>The same walk without the ankle's beats.</summary>
    internal Walker Quiet => _quiet.Value;

    internal FootPath Foot(BodySide side) => side == BodySide.Left ? _left : _right;

    private static LegGait Unbeaten(LegGait leg) => leg with { ClonusInStance = 0, ClonusInSwing = 0 };

    private WalkerLeg Leg(BodySide side, PelvisPose pelvis, double timeSeconds)
    {
        var (foot, z) = Foot(side).At(timeSeconds);
        return WalkerLeg.Of(side, pelvis.Hip(side, Body), new Point3(foot.Ankle.X, foot.Ankle.Y, z), foot.PitchDegrees, Body, _pelvis.BeyondStraight(side, timeSeconds));
    }
}
