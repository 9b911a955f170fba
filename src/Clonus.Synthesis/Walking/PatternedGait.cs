using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>Lays patterns on a normal gait, each on what is its own of it.</summary>
internal static class PatternedGait
{
    // What a stiff knee is made up for with: less than a pattern of its own.
    private const double StiffHikeShare = 0.7;
    private const double StiffVaultShare = 0.7;
    private const double StiffAnkleDegrees = 4;

    // A knee that does not bend does not let the heel rise: so many degrees less at foot-off for each that the knee lacks in swing.
    private const double StiffHeelShare = 0.4;
    private const double StiffLeastPushDegrees = 5;

    // Ahead of the pelvis no foot is put down further than this share of the leg, nor behind it.
    private const double FurthestAhead = 0.5;
    private const double FurthestLeft = 0.63;
    private const double UnderBodyKnee = 12;
    private const double FurthestBehind = -0.12;

    public static WalkerGait Of(WalkerGait gait, WalkerBody body, WalkMotion motion)
    {
        var normal = gait;
        foreach (var pattern in motion.Patterns.Where(p => p.Severity > 0))
        {
            gait = With(gait, normal, body, motion.AffectedSide, pattern);
        }

        return gait;
    }

    private static WalkerGait With(WalkerGait gait, WalkerGait normal, WalkerBody body, BodySide side, WalkPattern pattern)
    {
        var unaffected = side.Opposite;
        var (leg, other, own) = (gait.Leg(side), gait.Leg(unaffected), normal.Leg(side));
        double Towards(double from, double unit = 1) => unit * WalkPatternLimit.Of(pattern.Name).Towards(from / unit, pattern.Severity);
        WalkerGait Leg(LegGait changed) => gait.With(changed);
        return pattern.Name switch
        {
            WalkPatternName.StepTo => Stepping(gait, body, side, unaffected, Towards(normal.StepMillimetres(unaffected), body.FootMillimetres)),
            WalkPatternName.Circumduction => Leg(leg with { Circumduction = Towards(own.Circumduction, body.Leg) }),
            WalkPatternName.AbductedSwing => Leg(leg with { Outward = other.Outward + Towards(own.Outward - normal.Leg(unaffected).Outward, body.Leg) }),
            WalkPatternName.KneeHyperextension => Leg(leg with { StraightKnee = Towards(own.StraightKnee) }),
            WalkPatternName.ToeFirstContact => Leg(ToeFirst(leg, own, pattern.Severity)),
            WalkPatternName.ToeFirstWithHyperextension => Leg(ToeFirst(leg, own, pattern.Severity) with
            {
                StraightKnee = WalkPatternLimit.Of(WalkPatternName.KneeHyperextension).Towards(own.StraightKnee, pattern.Severity),
                StraightEarly = true,
            }),
            WalkPatternName.BackwardLean => gait with { TrunkLeanDegrees = -Towards(-normal.TrunkLeanDegrees) },
            WalkPatternName.HipHiking => Leg(leg with { PelvisUp = Towards(0) }),
            WalkPatternName.Vaulting => Leg(other with { Vault = Math.Max(other.Vault, Towards(0)) }),
            WalkPatternName.FootDrop => Leg(leg with { SwingAnkle = Towards(own.SwingAnkle) }),
            WalkPatternName.StiffKnee => Stiff(gait, leg, other, Towards(own.SwingKnee), Math.Min(pattern.Severity, 1)),
            WalkPatternName.Scissoring => Crossed(gait, leg, other, Towards(own.Outward + normal.Leg(unaffected).Outward)),
            WalkPatternName.ReducedStance => Reduced(gait, body, leg, other, Towards(own.StanceShare / normal.Leg(unaffected).StanceShare)),
            WalkPatternName.AsymmetricGait => Asymmetric(gait, body, side, unaffected, Towards(Longer(normal.StepMillimetres(side) / normal.StepMillimetres(unaffected)))),
            WalkPatternName.ClonusInStance => Leg(leg with { ClonusInStance = Towards(0), LoadingKnee = leg.LoadingKnee + 4, StraightKnee = leg.StraightKnee + 9 }),
            WalkPatternName.ClonusInSwing => Leg(leg with { ClonusInSwing = Towards(0), Clearance = leg.Clearance + 8 }),
            _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern.Name, "a walker has no such pattern"),
        };
    }

    // The further the toes point down the more the knee bends to bring the foot there; a heel that comes down late stays up at last.
    private static LegGait ToeFirst(LegGait leg, LegGait own, double severity)
    {
        var pitch = WalkPatternLimit.Of(WalkPatternName.ToeFirstContact).Towards(own.ContactPitch, severity);
        var standing = Math.Min(0, 6 * (1.5 - severity));
        return leg with
        {
            ContactPitch = pitch,
            ContactKnee = leg.ContactKnee + (0.5 * Math.Max(0, -pitch)),
            StandingPitch = standing,
            HeelRisePitch = Math.Min(leg.HeelRisePitch, standing - 3),
        };
    }

    private static WalkerGait Stiff(WalkerGait gait, LegGait leg, LegGait other, double knee, double share)
    {
        var hike = StiffHikeShare * share * WalkPatternLimit.Of(WalkPatternName.HipHiking).Limit;
        var vault = StiffVaultShare * share * WalkPatternLimit.Of(WalkPatternName.Vaulting).Limit;
        return gait
            .With(leg with
            {
                FootOffPitch = Math.Min(leg.FootOffPitch + (StiffHeelShare * (leg.SwingKnee - knee)), leg.HeelRisePitch - StiffLeastPushDegrees),
                SwingKnee = knee,
                SwingAnkle = leg.SwingAnkle + (StiffAnkleDegrees * share),
                PelvisUp = Math.Max(leg.PelvisUp, hike),
            })
            .With(other with { Vault = Math.Max(other.Vault, vault) });
    }

    // The two feet stand together equally long before and after. A foot cannot stay on the floor until the body is further ahead of it than the leg lets it.
    private static WalkerGait Reduced(WalkerGait gait, WalkerBody body, LegGait leg, LegGait other, double ratio)
    {
        var (both, stride) = (leg.StanceShare + other.StanceShare, gait.MillimetresPerSecond * gait.StrideSeconds);
        var longest = Math.Max(((FurthestLeft * body.Leg) + other.Ahead) / stride, other.StanceShare);
        ratio = Math.Max(ratio, (both - longest) / longest);
        var (shorter, longer) = (both * ratio / (1 + ratio), both / (1 + ratio));
        var step = (1 + shorter - longer) / 2;
        var changed = gait.With(leg with { StanceShare = shorter }).With(other with { StanceShare = longer })
            with { RightStepShare = leg.Side == BodySide.Right ? 1 - step : step };

        // The steps stay as long as they are.
        var shift = (gait.StepMillimetres(leg.Side) - changed.StepMillimetres(leg.Side)) / 2;
        return changed.With(changed.Leg(leg.Side) with { Ahead = leg.Ahead + shift }).With(changed.Leg(other.Side) with { Ahead = other.Ahead - shift });
    }

    private static double Longer(double ratio) => Math.Max(ratio, 1 / ratio);

    // Both feet come to the middle and over it, so that neither swings wide of the other.
    private static WalkerGait Crossed(WalkerGait gait, LegGait leg, LegGait other, double width)
    {
        var shift = (leg.Outward + other.Outward - width) / 2;
        return gait.With(leg with { Outward = leg.Outward - shift }).With(other with { Outward = other.Outward - shift });
    }

    private static WalkerGait Asymmetric(WalkerGait gait, WalkerBody body, BodySide side, BodySide unaffected, double ratio)
    {
        var stride = gait.MillimetresPerSecond * gait.StrideSeconds;
        return Stepping(gait, body, side, unaffected, stride / (1 + ratio));
    }

    /// <summary>The unaffected foot's step made this long, the affected one's what is left of the stride.</summary>
    private static WalkerGait Stepping(WalkerGait gait, WalkerBody body, BodySide side, BodySide unaffected, double millimetres)
    {
        var shift = (gait.StepMillimetres(unaffected) - millimetres) / 2;
        var (leg, other) = (gait.Leg(side), gait.Leg(unaffected));
        shift = Math.Min(shift, Math.Min((FurthestAhead * body.Leg) - leg.Ahead, other.Ahead - (FurthestBehind * body.Leg)));

        // A foot that is put down under the body comes down with the knee bent.
        var under = Math.Clamp(shift / other.Ahead, 0, 1.2);
        return gait
            .With(leg with { Ahead = leg.Ahead + shift })
            .With(other with
            {
                Ahead = other.Ahead - shift,
                ContactKnee = other.ContactKnee + (UnderBodyKnee * under),
                LoadingKnee = Math.Max(other.LoadingKnee, other.ContactKnee + (UnderBodyKnee * under)),
                ContactPitch = other.ContactPitch * (1 - (0.4 * under)),
            });
    }
}
