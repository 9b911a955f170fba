using System.Collections.Immutable;
using System.Text.Json;
using Clonus.Motion.Beats;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>
/// The beats that another counter found in the clips of a <see cref="SignalFile"/>: a file of lines, each a clip of JSON with its name and the times of
/// its peaks, one list for each part without a hole.
/// </summary>
internal sealed class PeakFile
{
    private readonly ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> _peaks;

    private PeakFile(ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> peaks) => _peaks = peaks;

    public static PeakFile Read(string path) => new(File.ReadLines(path)
        .Select(line => JsonSerializer.Deserialize<Clip>(line, JsonSerializerOptions.Web)!)
        .ToImmutableDictionary(clip => clip.Name, clip => clip.Seconds));

    /// <summary>As it counts by itself, and as if somebody had marked the stretches for it.</summary>
    public ImmutableArray<(string Name, ImmutableArray<CountScore> Scores)> Score(IEnumerable<long> seeds, CountCondition condition)
    {
        ImmutableArray<(CountScore Alone, CountScore Told)> scores = [.. seeds.AsParallel().AsOrdered().Select(seed => Score(seed, condition))];
        return [("find_peaks", [.. scores.Select(s => s.Alone)]), ("find_peaks, told when stretches end", [.. scores.Select(s => s.Told)])];
    }

    private (CountScore Alone, CountScore Told) Score(long seed, CountCondition condition)
    {
        var name = SignalFile.NameOf(seed, condition);
        if (!_peaks.TryGetValue(name, out var parts))
        {
            throw new InvalidDataException($"the baseline has no clip {name}: export the signals with the same seeds and numbers of clips");
        }

        var plan = CountRun.TrainTracks(seed, condition).Plan;
        var truth = CountRun.TruthOf(plan, condition.NoiseDegrees);
        return (Of(plan, truth, parts), Of(plan, truth, [.. parts.Select(part => part.Where(time => IsAfterStretch(plan, time)).ToImmutableArray())]));
    }

    private static bool IsAfterStretch(MotionPlan plan, double time) =>
        plan.Stretches.Any(s => s.EndSeconds <= time) && !plan.Stretches.Any(s => s.StartSeconds <= time && time < s.EndSeconds);

    // Runs by the contract's merge gap, which is the truth's; no run crosses a hole.
    private static CountScore Of(MotionPlan plan, CountTruth truth, ImmutableArray<ImmutableArray<double>> parts)
    {
        var longest = parts.SelectMany(part => TrueEpisode.Group([.. part.Select(time => new BeatTruth(time, 0, time, time))], [])).MaxBy(run => run.Beats.Length);
        return CountScore.Of(
            plan, truth, longest?.Beats.Length ?? 0, parts.SelectMany(part => part),
            longest is null ? null : EpisodeMeasures.FrequencyHz(longest.Beats.Select(b => b.TimeSeconds)));
    }

    private sealed record Clip(string Name, ImmutableArray<ImmutableArray<double>> Seconds);
}
