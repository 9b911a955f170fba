using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests;

/// <summary>Findings of a walk made up by hand, with something of everything: what the reports are tried with.</summary>
internal static class Walks
{
    private const string Choice = "this implementation's choice";

    public static readonly GaitFindings Walk = new(
        GaitStatus.Walking, null, GaitView.Sagittal, GaitDirection.Right, Treadmill: false, CadencePerMinute: 101.6, SpeedLegsPerSecond: 0.934, SpeedMillimetresPerSecond: null,
        LegLengthMillimetres: null, StridesLeft: 2, StridesRight: 1, StepLengthRatio: 0.81, StanceRatioLeft: 0.58, StanceRatioRight: 0.664, DoubleSupportRatio: 0.241, FloorSlopeDegrees: 0.4,
        new GaitSymmetry(1.144, 1.25, null, 1.235, "the larger side by the smaller"), new AffectedSide(BodySide.Left, Inferred: true),
        [
            Pattern(
                PatternName.KneeHyperextension, BodySide.Left, PatternVerdict.Present, 2, 2, 0.973, null,
                Criterion.AtMost("knee_stance", -7.14, -5, "deg", "common operational definition"), Criterion.AtMost("knee_definite", -7.14, -10, "deg", Choice)),
            Pattern(PatternName.KneeHyperextension, BodySide.Right, PatternVerdict.Absent, 0, 1, 0.9),
            Pattern(PatternName.ClonusInStance, BodySide.Left, PatternVerdict.Present, 1, 2, null, "two beats of a train that began in swing.", Criterion.AtLeast("beats", 2, 1, "count", Choice)),
            Pattern(PatternName.StiffKnee, BodySide.Left, PatternVerdict.Absent, 0, 2, 0.8),
            Pattern(PatternName.StiffKnee, BodySide.Right, PatternVerdict.Absent, 0, 1, 0.8),
            Pattern(PatternName.AsymmetricGait, null, PatternVerdict.Absent, 0, 3, 0.7),
            Pattern(PatternName.Circumduction, BodySide.Left, PatternVerdict.NotAssessable, 0, 0, null, "needs a frontal view", Criterion.AtLeast("lateral", null, 0.05, "legs", Choice)),
            Pattern(PatternName.Circumduction, BodySide.Right, PatternVerdict.NotAssessable, 0, 0, null, "needs a frontal view"),
            Pattern(PatternName.HipHiking, BodySide.Left, PatternVerdict.NotAssessable, 0, 0, null, "needs a frontal view."),
            Pattern(PatternName.FootDrop, BodySide.Right, PatternVerdict.NotAssessable, 0, 1, null, "needs 3 strides, and 1 was seen"),
        ],
        [new JointCurves(BodySide.Left, 2, [0, 50, 100], [30, null, 30], [5, -7.1, 5], [null, null, null])],
        [
            Event(BodySide.Left, GaitEventKind.InitialContact, 1, null, null, ContactPart.Toe),
            Event(BodySide.Right, GaitEventKind.FootOff, 1.15, 1.152, false, null),
            Event(BodySide.Right, GaitEventKind.InitialContact, 1.6, 1.7, true, ContactPart.Heel),
        ],
        [
            new Stride(BodySide.Left, 1, 1.75, 2.25, null) { StepSeconds = 0.65, KneeStanceDegrees = -7.14, BeatsInStance = 2 },
            new Stride(BodySide.Left, 2.25, 3, 3.5, "the toe was not seen for 0.3 s."),
        ]);

    public static readonly GaitFindings Standing = Walk with
    {
        Status = GaitStatus.NotWalking, Reason = "the feet stay where they are.", View = null, Direction = null, Treadmill = null, CadencePerMinute = null,
        SpeedLegsPerSecond = null, StridesLeft = 0, StridesRight = 0, StepLengthRatio = null, StanceRatioLeft = null, StanceRatioRight = null, DoubleSupportRatio = null,
        FloorSlopeDegrees = null, Symmetry = null, Affected = new AffectedSide(null, false), Patterns = [], Cycles = [], Events = [], Strides = [],
    };

    public static readonly GaitFindings Unseen = Standing with { Status = GaitStatus.NotAssessable, Reason = "an ankle, or heel and toe, are needed of each foot" };

    public static ClipFindings Findings(GaitFindings? gait, int beats = 0) => Legs.Findings(Legs.Stretched(beats)) with { Gait = gait };

    public static ResultDocument Result(GaitFindings? gait, params string[] settings) =>
        ResultDocument.Create(Legs.Clip(), [], Findings(gait), Settings(settings));

    /// <summary>Of a clip in which no ankle could be judged.</summary>
    public static ResultDocument WithoutAnkles(GaitFindings? gait) =>
        ResultDocument.Create(Legs.Clip(), [], Legs.Findings(new TrackSet([0, 0.1], [])) with { Gait = gait }, new RunSettings());

    /// <param name="settings">Such as "view: frontal", as a protocol has them.</param>
    public static RunSettings Settings(params string[] settings) =>
        Protocol.Apply(new StringReader(string.Join('\n', settings.Prepend("schema: clonus.protocol/1"))), "walk.yaml", new RunSettings());

    private static PatternFinding Pattern(
        PatternName name, BodySide? side, PatternVerdict verdict, int showing, int assessed, double? confidence, string? reason = null, params ImmutableArray<Criterion> criteria) =>
        new(name, side, verdict, showing, assessed, confidence, reason, criteria);

    private static GaitEvent Event(BodySide side, GaitEventKind kind, double time, double? check, bool? disagrees, ContactPart? part) => new(side, kind, time, 0.012, check, disagrees, part);
}
