using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>One condition of a pattern: a measure of a stride against a limit.</summary>
/// <param name="Of">Null where the stride does not show it.</param>
/// <param name="Error">What the measure may be off by itself, in a picture and in a room.</param>
public sealed record StrideCriterion(
    string Name, Func<Stride, WalkFacts, double?> Of, string Comparison, double Limit, string Unit, string Source, (double Picture, double Room) Error)
{
    /// <summary>True where the greatest over the strides counts, and not the median.</summary>
    public bool Greatest { get; init; }

    /// <summary>True where a stride without a value does not meet it, instead of not telling.</summary>
    public bool IsUnmetWhereUnknown { get; init; }

    public bool IsMet(double value) => Comparison == "<=" ? value <= Limit : value >= Limit;
}

/// <summary>How a pattern is told.</summary>
/// <param name="View">Which plane it needs. Times need the sagittal one: from the front a foot's contact is known to a tenth of a second at best.</param>
/// <param name="Markers">Landmarks that it needs on its own leg, and on the other one.</param>
/// <param name="IsOfBothLegs">The whole body's: all strides of both legs tell it.</param>
/// <param name="ByOtherLeg">The other leg's strides show it.</param>
/// <param name="Any">One criterion is enough; else all are needed.</param>
/// <param name="OneStride">A stride that shows it is enough to say so, however few there are.</param>
public sealed record PatternRule(PatternName Name, GaitView View, ImmutableArray<Landmark> Markers, ImmutableArray<Landmark> OtherMarkers, ImmutableArray<StrideCriterion> Criteria)
{
    public bool IsOfBothLegs { get; init; }

    public bool ByOtherLeg { get; init; }

    /// <summary>It holds both legs against each other, so that both must have strides enough.</summary>
    public bool ComparesLegs { get; init; }

    public bool Any { get; init; }

    public bool OneStride { get; init; }
}

/// <summary>The table of all patterns.</summary>
public static class PatternRules
{
    public static ImmutableArray<PatternRule> Table(GaitPolicy policy)
    {
        var (degrees, legs, ratio, none) = ((policy.PictureErrorDegrees, policy.RoomErrorDegrees), (policy.PictureErrorLegs, policy.RoomErrorLegs), (policy.RatioError, policy.RatioError), (0.0, 0.0));
        StrideCriterion Of(string name, Func<Stride, double?> measure, string comparison, double limit, string unit, string source, (double, double) error) =>
            new(name, (stride, _) => measure(stride), comparison, limit, unit, source, error);

        var toeFirst = Of("foot_angle_at_contact", s => s.FootAngleAtContactDegrees, "<=", policy.ToeFirstDegrees, "deg", "Mo 2023 has -0.8 in running; this implementation's choice", degrees);
        var straight = Of("knee_stance", s => s.KneeStanceDegrees, "<=", policy.HyperextensionDegrees, "deg", "common operational definition: 5 degrees past neutral, absolute angle", degrees);
        var lateral = Of("lateral_excursion", s => s.LateralLegs, ">=", policy.LateralLegs, "legs", GaitPolicy.Choice, legs);
        var other = new StrideCriterion("times_other_side", (s, walk) => s.LateralLegs / Math.Max(walk.Median(s.Side.Opposite, o => o.LateralLegs) ?? double.NaN, policy.RoomErrorLegs), ">=", policy.LateralRatio, "ratio", GaitPolicy.Choice, (0.2, 0.1));
        // Beats are told by the run that they are in, dips by the strides that have them in the usual way.
        ImmutableArray<StrideCriterion> Beating(string phase, Func<Stride, double?> beats, Func<Stride, double?> dips, int minDips) =>
        [
            Of("beats_in_" + phase, beats, ">=", policy.MinPhaseBeats, "beats", GaitPolicy.Choice, none) with { Greatest = true },
            Of("ankle_dips_in_" + phase, dips, ">=", minDips, "dips", GaitPolicy.Choice, (0.5, 0.5)),
        ];
        ImmutableArray<Landmark> leg = [Landmark.Hip, Landmark.Knee, Landmark.Ankle], foot = [Landmark.Heel, Landmark.Toe], ankle = [Landmark.Ankle];
        return
        [
            new(PatternName.StepTo, GaitView.Sagittal, [Landmark.Heel], [Landmark.Heel],
                [Of("step_beyond_other_heel", s => s.StepBeyondFeet, "<=", policy.StepToFeet, "feet", "Wisconsin Gait Scale item 3, placed behind or up to; the number is this implementation's choice", (0.08, 0.03))]) { ByOtherLeg = true },
            new(PatternName.Circumduction, GaitView.Frontal, ankle, ankle,
                [lateral,
                    Of("apex_in_swing", s => s.LateralApexShare, ">=", policy.ApexFromShare, "share", GaitPolicy.Choice, (0.05, 0.05)),
                    Of("apex_in_swing", s => s.LateralApexShare, "<=", policy.ApexToShare, "share", GaitPolicy.Choice, (0.05, 0.05)),
                    Of("returned", s => s.LateralReturnedShare, ">=", policy.ReturnedShare, "share", GaitPolicy.Choice, (0.1, 0.1)), other]),
            new(PatternName.AbductedSwing, GaitView.Frontal, ankle, ankle,
                [lateral, Of("returned", s => s.LateralReturnedShare, "<=", policy.ReturnedShare, "share", GaitPolicy.Choice, (0.1, 0.1)), other]),
            new(PatternName.KneeHyperextension, GaitView.Sagittal, leg, [], [straight]),
            new(PatternName.ToeFirstContact, GaitView.Sagittal, foot, [],
                [toeFirst, Of("heel_after_toe", s => s.HeelAfterToeSeconds, ">=", policy.HeelAfterToeSeconds, "s", "first marker to stop (JNER 2025)", none)]),
            new(PatternName.ToeFirstWithHyperextension, GaitView.Sagittal, [.. leg, .. foot], [],
                [toeFirst, straight,
                    Of("hyperextension_onset", s => s.HyperextensionOnsetSeconds, "<=", policy.HyperextensionWithinSeconds, "s", GaitPolicy.Choice, (0.03, 0.02)) with { IsUnmetWhereUnknown = true }]),
            new(PatternName.BackwardLean, GaitView.Sagittal, [Landmark.Shoulder, Landmark.Hip], [],
                [Of("trunk_back", s => s.TrunkBackDegrees, ">=", policy.BackwardLeanDegrees, "deg", "experimental backward lean of 10 degrees", degrees)]) { IsOfBothLegs = true },
            new(PatternName.HipHiking, GaitView.Frontal, [Landmark.Hip], [Landmark.Hip],
                [Of("pelvis_rise_in_swing", s => s.PelvisRiseDegrees, ">=", policy.HipHikeDegrees, "deg", GaitPolicy.Choice, (policy.RoomErrorDegrees / 2, policy.RoomErrorDegrees / 2))]),
            new(PatternName.Vaulting, GaitView.Sagittal, [Landmark.Heel], ankle,
                [Of("heel_rise_at_other_mid_swing", s => s.HeelRiseLegs, ">=", policy.VaultLegs, "legs", GaitPolicy.Choice, legs)]),
            new(PatternName.FootDrop, GaitView.Sagittal, [Landmark.Knee, Landmark.Ankle, .. foot], [],
                [Of("ankle_mid_swing", s => s.AnkleMidSwingDegrees, "<=", policy.FootDropDegrees, "deg", GaitPolicy.Choice, degrees)]),
            new(PatternName.StiffKnee, GaitView.Sagittal, leg, [],
                [Of("knee_swing_peak", s => s.KneeSwingDegrees, "<=", policy.StiffKneeDegrees, "deg", "PMC9654761", degrees)]),
            new(PatternName.Scissoring, GaitView.Frontal, ankle, ankle,
                [Of("step_width", s => s.StepWidthLegs, "<=", policy.ScissoringLegs, "legs", GaitPolicy.Choice, legs)]),
            new(PatternName.ReducedStance, GaitView.Sagittal, [], [],
                [new("stance_by_other_side", (s, walk) => s.StanceSeconds / walk.Median(s.Side.Opposite, o => o.StanceSeconds), "<=", policy.ReducedStanceRatio, "ratio", GaitPolicy.Choice, ratio)]) { ComparesLegs = true },
            new(PatternName.AsymmetricGait, GaitView.Sagittal, [], [],
                [new("stance_time_asymmetry", (_, walk) => walk.Asymmetry(s => s.StanceSeconds), ">=", policy.AsymmetricStanceRatio, "ratio", GaitPolicy.Choice, ratio),
                    new("swing_time_asymmetry", (_, walk) => walk.Asymmetry(s => s.SwingSeconds), ">=", policy.AsymmetricSwingRatio, "ratio", GaitPolicy.Choice, ratio),
                    new("step_length_asymmetry", (_, walk) => walk.Asymmetry(s => s.StepLengthLegs), ">=", policy.AsymmetricStepRatio, "ratio", GaitPolicy.Choice, ratio)]) { IsOfBothLegs = true, ComparesLegs = true, Any = true },
            new(PatternName.ClonusInStance, GaitView.Sagittal, [Landmark.Knee, Landmark.Ankle, .. foot], [], Beating("stance", s => s.BeatsInStance, s => s.AnkleDipsInStance, policy.MinStanceDips)) { Any = true, OneStride = true },
            new(PatternName.ClonusInSwing, GaitView.Sagittal, [Landmark.Knee, Landmark.Ankle, .. foot], [], Beating("swing", s => s.BeatsInSwing, s => s.AnkleDipsInSwing, policy.MinSwingDips)) { Any = true, OneStride = true },
        ];
    }
}
