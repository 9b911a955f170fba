using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Recordings;

/// <summary>What is true of a film of a recorded walk: its markers, and its steps where the recording says when they were.</summary>
public static class RecordedTruth
{
    public static WalkTruth Of(RecordedScript script)
    {
        var times = script.Clock.TimesSeconds;
        ImmutableArray<double> Steps(BodySide side, bool isContact) =>
            [.. script.Steps.Where(step => step.Side == side && step.IsContact == isContact && step.TimeSeconds >= 0 && step.TimeSeconds <= times[^1]).Select(step => step.TimeSeconds).Order()];
        ImmutableArray<BodySide> sides = script.Steps.IsEmpty ? [] : [BodySide.Left, BodySide.Right];
        return new WalkTruth(
            WalkTruth.SchemaName,
            script.Scene with { Camera = script.Scene.Camera.WithoutFolders() },
            StrideMillimetres: null, MetresPerSecond: null, CadencePerMinute: null, StandingAnkleDegrees: null,
            times,
            [.. sides.Select(side => new WalkLegTruth(side, Steps(side, isContact: true), Steps(side, isContact: false), [], [], [], []))],
            TrunkLeanDegrees: [], PelvisDegrees: [], Patterns: [],
            script.Camera.Truth(times),
            MarkerSight.Of(script));
    }
}
