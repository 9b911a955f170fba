using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>What any counter of beats can be held to, this tool or another.</summary>
/// <param name="Count">Beats of the longest run; null where the counter gave none.</param>
/// <param name="Missed">True beats, marginal ones aside, that no found beat is near to.</param>
/// <param name="Extra">Found beats that no true one is near to.</param>
/// <param name="FrequencyError">Hz; null where either side has none.</param>
internal sealed record CountScore(CountTruth Truth, int? Count, int Matched, int Missed, int Extra, double? FrequencyError)
{
    private const double MatchSeconds = 0.040;

    public bool Exact => Truth.Accepts(Count);

    public bool Near => Truth.IsNear(Count);

    /// <param name="beatSeconds">Every beat that was found, in order of time.</param>
    /// <param name="frequencyHz">Of the longest run.</param>
    public static CountScore Of(MotionPlan plan, CountTruth truth, int? count, IEnumerable<double> beatSeconds, double? frequencyHz)
    {
        var free = truth.Beats.Concat(truth.Marginal).ToList();
        int matched = 0, extra = 0;
        var taken = new HashSet<BeatTruth>();
        foreach (var time in beatSeconds)
        {
            var near = free.Where(b => Math.Abs(b.TimeSeconds - time) <= MatchSeconds && !taken.Contains(b)).MinBy(b => Math.Abs(b.TimeSeconds - time));
            if (near is null)
            {
                extra++;
                continue;
            }

            taken.Add(near);
            matched += truth.Beats.Contains(near) ? 1 : 0;
        }

        return new CountScore(
            truth, count, matched, truth.Beats.Length - matched, extra,
            frequencyHz - truth.FrequencyHz(plan, taken.Contains) is { } error ? Math.Abs(error) : null);
    }
}
