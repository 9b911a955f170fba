using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>One leg over the clip.</summary>
/// <param name="ContactsSeconds">Initial contacts of this foot within the clip: the first instant that any part of the sole touches the floor.</param>
/// <param name="ToeOffsSeconds">The last instant that any part of it does.</param>
/// <param name="HipDegrees">For each frame: the thigh against the vertical, positive in flexion.</param>
/// <param name="KneeDegrees">For each frame, positive in flexion.</param>
/// <param name="AnkleDegrees">For each frame, positive in dorsiflexion, 0 where the sole is square to the shank.</param>
/// <param name="Strides">All whole ones of the clip.</param>
public sealed record WalkLegTruth(
    BodySide Side,
    ImmutableArray<double> ContactsSeconds,
    ImmutableArray<double> ToeOffsSeconds,
    ImmutableArray<double> HipDegrees,
    ImmutableArray<double> KneeDegrees,
    ImmutableArray<double> AnkleDegrees,
    ImmutableArray<WalkStride> Strides);

/// <summary>What is true of a clip of walking. The file is schema clonus.walk-truth/1, in snake_case.</summary>
/// <param name="StrideMillimetres">Null of a recording, as all numbers that it does not tell.</param>
/// <param name="MetresPerSecond">Mean speed at an even pace.</param>
/// <param name="StandingAnkleDegrees">The ankle of who stands at ease.</param>
/// <param name="Legs">None of a recording that does not say when its feet touch the floor; of one that does, the events alone.</param>
/// <param name="TrunkLeanDegrees">For each frame: the line from hips to shoulders against the vertical, positive forward; empty of a recording.</param>
/// <param name="PelvisDegrees">For each frame: how far the right side of the pelvis is up; empty of a recording.</param>
/// <param name="Patterns">Every pattern on both sides, asked for or not; empty of a recording.</param>
/// <param name="FrameTimesSeconds">After the first frame's presentation time.</param>
/// <param name="Camera">How the camera stands in the middle of each frame's exposure against the first; empty when it is held still.</param>
/// <param name="Markers">A sticker's centre in each frame, mean over the exposure; null when more than half of it is hidden or outside of the picture.</param>
public sealed record WalkTruth(
    string Schema,
    WalkScene Settings,
    double? StrideMillimetres,
    double? MetresPerSecond,
    double? CadencePerMinute,
    double? StandingAnkleDegrees,
    ImmutableArray<double> FrameTimesSeconds,
    ImmutableArray<WalkLegTruth> Legs,
    ImmutableArray<double> TrunkLeanDegrees,
    ImmutableArray<double> PelvisDegrees,
    ImmutableArray<WalkPatternTruth> Patterns,
    ImmutableArray<CameraPose> Camera,
    ImmutableArray<MarkerTruth> Markers)
{
    public const string SchemaName = "clonus.walk-truth/1";

    public static WalkTruth Of(WalkScript script)
    {
        var times = script.Clock.TimesSeconds;
        var poses = times.Select((_, frame) => script.Exposure(frame).Select(script.PoseAt).ToArray()).ToArray();
        var (scene, walker) = (script.Scene, script.Walker);
        ImmutableArray<WalkLegTruth> legs =
        [
            .. new[] { BodySide.Left, BodySide.Right }.Select(side => LegOf(side, script, times[^1], [.. poses.Select(instants => instants.Select(pose => pose.Leg(side)).ToArray())])),
        ];
        return new WalkTruth(
            SchemaName,
            scene with { Camera = scene.Camera.WithoutFolders() },
            walker.Gait.MillimetresPerSecond * walker.Gait.StrideSeconds, walker.Gait.MillimetresPerSecond / 1000, 120 / walker.Gait.StrideSeconds, walker.StandingAnkleDegrees,
            times,
            legs,
            [.. poses.Select(instants => instants.Average(pose => pose.TrunkLeanDegrees))],
            [.. poses.Select(instants => instants.Average(pose => pose.PelvisDegrees))],
            WalkPatternTruth.All([.. legs.SelectMany(leg => leg.Strides)], scene.Motion, script.Body, WalkerGait.Of(script.Body, scene.Motion with { Patterns = [] }, scene.Seed)),
            script.Camera.Truth(times),
            MarkerSight.Of(script));
    }

    private static WalkLegTruth LegOf(BodySide side, WalkScript script, double lastSeconds, WalkerLeg[][] frames) => new(
        side,
        [.. script.Walker.Plan.Prints.Where(p => p.Side == side && p.Landed && p.ContactSeconds >= 0 && p.ContactSeconds <= lastSeconds).Select(p => p.ContactSeconds)],
        [.. script.Walker.Plan.Prints.Where(p => p.Side == side && p.Leaves && p.FootOffSeconds >= 0 && p.FootOffSeconds <= lastSeconds).Select(p => p.FootOffSeconds)],
        [.. frames.Select(frame => frame.Average(leg => leg.HipDegrees))],
        [.. frames.Select(frame => frame.Average(leg => leg.KneeDegrees))],
        [.. frames.Select(frame => frame.Average(leg => leg.AnkleDegrees))],
        StrideMeter.Strides(script.Walker, side, lastSeconds));
}
