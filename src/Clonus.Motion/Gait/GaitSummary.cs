using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>The figures of a whole walk from its strides.</summary>
public static class GaitSummary
{
    private const string Formula = "larger side's median / smaller side's median; 1 is symmetric";

    public static GaitFindings None(GaitStatus status, string reason, GaitView? view, GaitSettings settings, ImmutableArray<PatternFinding> patterns) => new(
        status, reason, view, null, null, null, null, null, null, 0, 0, null, null, null, null, null, null,
        AffectedLeg.Of(settings, [], []), patterns, [], [], []);

    public static GaitFindings Of(WalkSteps steps, ImmutableArray<Stride> strides, WalkFacts walk, ImmutableArray<PatternFinding> patterns, AffectedSide affected)
    {
        var most = steps.Bouts.MaxBy(b => b.Feet.Sum(f => f.Swings.Length))!;
        var (first, stride) = (most.Bout, walk.Mean(s => s.StrideSeconds));

        // From the front strides are counted, and their phases are not timed well enough to be compared.
        var phases = steps.View == GaitView.Frontal ? new WalkFacts([], []) : walk;
        var speed = walk.Mean(s => s.StrideLengthLegs / s.StrideSeconds);
        return new GaitFindings(
            GaitStatus.Walking, null, steps.View, Direction(steps.Bouts), first.ShowsSagittal ? most.Floor.Length > 0 : null,
            120 / stride, speed, speed * first.LegMillimetres, first.LegMillimetres, walk.Left.Length, walk.Right.Length,
            walk.Ratio(BodySide.Left, s => s.StepLengthLegs), phases.Median(BodySide.Left, s => s.StanceRatio), phases.Median(BodySide.Right, s => s.StanceRatio),
            phases.Mean(s => s.DoubleSupportSeconds / s.StrideSeconds), FloorLine.SlopeDegrees(steps.Bouts),
            new GaitSymmetry(phases.Asymmetry(s => s.StanceSeconds), phases.Asymmetry(s => s.SwingSeconds), phases.Asymmetry(s => s.StepSeconds), phases.Asymmetry(s => s.StepLengthLegs), Formula),
            affected, patterns, CycleCurves.Of(steps.Bouts, walk), [.. steps.Events], strides);
    }

    // Of the stretches in which somebody steps.
    private static GaitDirection? Direction(ImmutableArray<WalkedBout> bouts)
    {
        var directions = bouts.Where(b => b.Feet.Any(f => f.Swings.Length > 0)).Select(b => b.Bout.Direction).Distinct().ToArray();
        return directions.Length == 1 ? directions[0] : directions.Length == 0 ? null : GaitDirection.Both;
    }
}
