using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Strides with numbers that are written down, and what is found in them.</summary>
internal static class PatternStrides
{
    /// <summary>How each measure that a criterion names is written into a stride.</summary>
    public static readonly ImmutableDictionary<string, Func<Stride, double, Stride>> Writers = new Dictionary<string, Func<Stride, double, Stride>>
    {
        ["step_beyond_other_heel"] = (s, v) => s with { StepBeyondFeet = v },
        ["lateral_excursion"] = (s, v) => s with { LateralLegs = v },
        ["times_other_side"] = (s, v) => s with { LateralLegs = v * OtherLateral },
        ["apex_in_swing"] = (s, v) => s with { LateralApexShare = v },
        ["returned"] = (s, v) => s with { LateralReturnedShare = v },
        ["knee_stance"] = (s, v) => s with { KneeStanceDegrees = v },
        ["foot_angle_at_contact"] = (s, v) => s with { FootAngleAtContactDegrees = v },
        ["heel_after_toe"] = (s, v) => s with { HeelAfterToeSeconds = v },
        ["hyperextension_onset"] = (s, v) => s with { HyperextensionOnsetSeconds = v },
        ["trunk_back"] = (s, v) => s with { TrunkBackDegrees = v },
        ["pelvis_rise_in_swing"] = (s, v) => s with { PelvisRiseDegrees = v },
        ["heel_rise_at_other_mid_swing"] = (s, v) => s with { HeelRiseLegs = v },
        ["ankle_mid_swing"] = (s, v) => s with { AnkleMidSwingDegrees = v },
        ["knee_swing_peak"] = (s, v) => s with { KneeSwingDegrees = v },
        ["step_width"] = (s, v) => s with { StepWidthLegs = v },
        ["stance_by_other_side"] = (s, v) => s with { StartSeconds = -v },
        ["stance_time_asymmetry"] = (s, v) => s with { StartSeconds = -v },
        ["swing_time_asymmetry"] = (s, v) => s with { EndSeconds = v },
        ["step_length_asymmetry"] = (s, v) => s with { StepLengthLegs = v },
        ["beats_in_stance"] = (s, v) => s with { BeatsInStance = (int)v },
        ["beats_in_swing"] = (s, v) => s with { BeatsInSwing = (int)v },
    }.ToImmutableDictionary();

    /// <summary>A power of two, so that a ratio to it is exact.</summary>
    public const double OtherLateral = 0.03125;

    public static readonly ImmutableHashSet<MarkerName> AllMarkers = [.. new[] { BodySide.Left, BodySide.Right }.SelectMany(side => PacedWalker.All.Select(l => new MarkerName(side, l)))];

    /// <summary>A stride that shows nothing: foot-off at 0, stance and swing of a second.</summary>
    public static Stride Normal(BodySide side) => new(side, -1, 0, 1, null)
    {
        StepLengthLegs = 1, StepBeyondFeet = 1.6, FootAngleAtContactDegrees = 15, HeelAfterToeSeconds = -0.08, KneeStanceDegrees = 5, KneeSwingDegrees = 62, AnkleMidSwingDegrees = 2, TrunkBackDegrees = -3,
        LateralLegs = OtherLateral, LateralApexShare = 0.5, LateralReturnedShare = 0.9, StepWidthLegs = 0.1, PelvisRiseDegrees = -2, HeelRiseLegs = 0.002, BeatsInStance = 0, BeatsInSwing = 0,
    };

    public static ImmutableArray<PatternFinding> Find(IEnumerable<Stride> strides, GaitView? view = GaitView.Spatial, ImmutableHashSet<MarkerName>? marked = null) =>
        PatternFinder.Find(WalkFacts.Of([.. strides]), new WalkEvidence(view, marked ?? AllMarkers), Bouts.Policy);

    /// <summary>So many strides of each leg, of which those of one are changed.</summary>
    public static IEnumerable<Stride> Walk(Func<Stride, Stride> change, BodySide side = BodySide.Right, int count = 5) =>
        Enumerable.Range(0, count).SelectMany(_ => new[] { Normal(side.Opposite), change(Normal(side)) });

    public static PatternFinding Of(this ImmutableArray<PatternFinding> patterns, PatternName name, BodySide side) => patterns.Single(p => p.Name == name && (p.Side is null || p.Side == side));
}
