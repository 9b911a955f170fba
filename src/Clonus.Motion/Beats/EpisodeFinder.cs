using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Beats;

/// <summary>Beats → runs with no pause longer than the merge gap.</summary>
public static class EpisodeFinder
{
    /// <summary>
    /// Groups the beats of one part of the signal. The gap is measured against the intervals of the run itself, so that a run
    /// elsewhere in the clip does not change it.
    /// </summary>
    /// <param name="beats">In order of time, from one part of the signal without a hole: no run crosses a hole.</param>
    /// <param name="stretches">A dip or two just before a stretch are no part of the train that it sets off.</param>
    public static ImmutableArray<ImmutableArray<Excursion>> Group(
        ImmutableArray<Excursion> beats, ImmutableArray<Stretch> stretches, ClonusPolicy policy)
    {
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<Excursion>>();
        var run = new List<Excursion>();
        for (var i = 0; i < beats.Length; i++)
        {
            if (run.Count > 0
                && (beats[i].TimeSeconds - run[^1].TimeSeconds > MergeGapSeconds(beats, i, policy)
                    || IsSetOffAnew(run, beats[i], stretches, policy)))
            {
                runs.Add([.. run]);
                run = [];
            }

            run.Add(beats[i]);
        }

        if (run.Count > 0)
        {
            runs.Add([.. run]);
        }

        return runs.ToImmutable();
    }

    private static bool IsSetOffAnew(List<Excursion> run, Excursion next, ImmutableArray<Stretch> stretches, ClonusPolicy policy) =>
        run.Count < policy.MinRhythmBeats
        && stretches.Any(s => s.TimeSeconds > run[^1].TimeSeconds && s.TimeSeconds < next.TimeSeconds)
        && !stretches.Any(s => s.TimeSeconds < run[0].TimeSeconds && run[0].StartSeconds - s.EndSeconds <= policy.TriggerWindowSeconds);

    // The median of up to three intervals on each side of the pause in question, the pause itself and longer ones left out.
    private static double MergeGapSeconds(ImmutableArray<Excursion> beats, int i, ClonusPolicy policy)
    {
        if (policy.MergeGapSeconds is { } given)
        {
            return given;
        }

        var pause = beats[i].TimeSeconds - beats[i - 1].TimeSeconds;
        var near = Enumerable.Range(i - 3, 7)
            .Where(k => k >= 1 && k < beats.Length && k != i)
            .Select(k => beats[k].TimeSeconds - beats[k - 1].TimeSeconds)
            .Where(interval => interval < pause && interval < policy.LongestTrainIntervalSeconds)
            .ToArray();
        var median = near.Length > 0 ? near.Median() : Math.Max(beats[i].OwnIntervalSeconds, beats[i - 1].OwnIntervalSeconds);
        return Math.Max(policy.MergeGapFloorSeconds, policy.MergeGapFactor * median);
    }
}
