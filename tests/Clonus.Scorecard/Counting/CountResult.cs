using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>One clip's truth beside what was found.</summary>
/// <param name="Missed">True beats, marginal ones aside, that no found beat is near to.</param>
/// <param name="Extra">Found beats that no true one is near to.</param>
/// <param name="FrequencyError">Hz; null where either side has none.</param>
internal sealed record CountResult(
    long Seed, string Kind, CountTruth Truth, ClonusFinding Found, int Matched, int Missed, int Extra, double? FrequencyError, LookAlikeKind? LookAlike)
{
    private const double MatchSeconds = 0.040;

    public bool Exact => Truth.Accepts(Found.LongestEpisodeBeats);

    public bool Near => Truth.IsNear(Found.LongestEpisodeBeats);

    public bool InBounds => Found is { BeatsLow: { } low, BeatsHigh: { } high } && low <= Truth.High && high >= Truth.Low;

    public int? Width => Found.BeatsHigh - Found.BeatsLow;

    public bool StatusRight => Truth.Statuses.Any(s => s.ToString() == Found.Status.ToString()) && Truth.AcceptsSustained(Found.Sustained);

    public bool IsAssessable => Found.Status != ClonusStatus.NotAssessable;

    public static CountResult Of(long seed, string kind, MotionPlan plan, CountTruth truth, ClonusFinding found, LookAlikeKind? lookAlike)
    {
        var free = truth.Beats.Concat(truth.Marginal).ToList();
        int matched = 0, extra = 0;
        var taken = new HashSet<BeatTruth>();
        foreach (var beat in found.Beats)
        {
            var near = free.Where(b => Math.Abs(b.TimeSeconds - beat.TimeSeconds) <= MatchSeconds && !taken.Contains(b)).MinBy(b => Math.Abs(b.TimeSeconds - beat.TimeSeconds));
            if (near is null)
            {
                extra++;
                continue;
            }

            taken.Add(near);
            matched += truth.Beats.Contains(near) ? 1 : 0;
        }

        var frequency = found.Episodes.MaxBy(e => e.Beats)?.FrequencyHz;
        return new CountResult(
            seed, kind, truth, found, matched, truth.Beats.Length - matched, extra,
            frequency - truth.FrequencyHz(plan, taken.Contains) is { } error ? Math.Abs(error) : null, lookAlike);
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Seed} {Kind}: found {Found.LongestEpisodeBeats?.ToString() ?? "-"} ({Found.BeatsLow}..{Found.BeatsHigh}, {Found.Status}{(Found.Sustained is { } s ? s ? ", sustained" : "" : ", open")}), true {Truth.Low}{(Truth.High > Truth.Low ? $"..{Truth.High}" : "")} {string.Join('/', Truth.Statuses)}; missed {Missed}, extra {Extra}");
}
