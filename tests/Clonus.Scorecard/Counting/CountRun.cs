using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>From seeds to results, by tracks.</summary>
internal static class CountRun
{
    // The contract's gate in degrees, as a function of the error.
    private const double LeastGateDegrees = 1.5;
    private const double GateNoises = 4;
    private const double BridgedSeconds = 0.050;

    public static ImmutableArray<CountResult> Trains(IEnumerable<long> seeds, CountCondition condition) =>
        [.. seeds.AsParallel().AsOrdered().Select(seed => Train(seed, condition))];

    public static ImmutableArray<CountResult> LookAlikes(IEnumerable<long> seeds, CountCondition condition) =>
        [.. seeds.AsParallel().AsOrdered().Select(seed => LookAlike(seed, condition))];

    /// <summary>The same tracks for every method that is compared.</summary>
    public static (string Kind, MotionPlan Plan, TrackSet Tracks) TrainTracks(long seed, CountCondition condition)
    {
        var (kind, scene) = TrainScene.Of(seed);
        var plan = MotionPlan.Of(scene);
        var random = new Random(unchecked((int)((seed * 104729) + 1)));
        return (kind, plan, AngleTracks.Of(plan.Angle, plan.EndSeconds + 0.5, condition, Hole(plan, condition, random), random));
    }

    /// <param name="noiseDegrees">Of the angle in one frame, rms.</param>
    public static CountTruth TruthOf(MotionPlan plan, double noiseDegrees) => CountTruth.Of(plan, Math.Max(LeastGateDegrees, GateNoises * noiseDegrees));

    /// <summary>The side that is filmed: nobody else has beats.</summary>
    public static SideFindings BestSide(ClipFindings findings) => findings.Sides.OrderByDescending(s => s.Clonus.LongestEpisodeBeats ?? -1).First();

    private static CountResult Train(long seed, CountCondition condition)
    {
        var (kind, plan, tracks) = TrainTracks(seed, condition);
        return Result(seed, kind, plan, tracks, condition, null);
    }

    private static CountResult LookAlike(long seed, CountCondition condition)
    {
        var (kind, scene) = LookAlikeScene.Of(seed);
        var plan = MotionPlan.Of(scene);
        var own = LookAlikeScene.Condition(kind, condition);
        var tracks = AngleTracks.Of(plan.Angle, plan.EndSeconds, own, null, new Random(unchecked((int)((seed * 104729) + 1))));
        return Result(seed, kind.ToString(), plan, tracks, own, kind);
    }

    private static CountResult Result(long seed, string kind, MotionPlan plan, TrackSet tracks, CountCondition condition, LookAlikeKind? lookAlike) =>
        CountResult.Of(
            seed, kind, plan, TruthOf(plan, condition.NoiseDegrees), BestSide(ClipAnalyzer.Analyze(tracks, new AnalysisSettings())).Clonus, lookAlike);

    // Anywhere in the beats.
    private static (double From, double To)? Hole(MotionPlan plan, CountCondition condition, Random random)
    {
        if (random.NextDouble() >= condition.HoleShare || plan.Beats.IsEmpty)
        {
            return null;
        }

        var start = plan.Beats[0].StartSeconds + (random.NextDouble() * (plan.Beats[^1].EndSeconds - plan.Beats[0].StartSeconds));
        var seconds = condition.HoleSeconds.From + (random.NextDouble() * (condition.HoleSeconds.To - condition.HoleSeconds.From));

        // A hole that the contract bridges hides one frame, or as many as fit into it; how it falls between the frames must not make it longer.
        return (start, start + (seconds > BridgedSeconds ? seconds : Math.Max(Math.Floor(seconds * condition.Fps), 1) / condition.Fps));
    }
}
