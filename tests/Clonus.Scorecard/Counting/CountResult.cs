using Clonus.Motion.Beats;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>One clip's truth beside what was found.</summary>
internal sealed record CountResult(long Seed, string Kind, CountScore Score, ClonusFinding Found, LookAlikeKind? LookAlike)
{
    public CountTruth Truth => Score.Truth;

    public bool Exact => Score.Exact;

    public bool InBounds => Found is { BeatsLow: { } low, BeatsHigh: { } high } && low <= Truth.High && high >= Truth.Low;

    public int? Width => Found.BeatsHigh - Found.BeatsLow;

    public bool StatusRight => Truth.Statuses.Any(s => s.ToString() == Found.Status.ToString()) && Truth.AcceptsSustained(Found.Sustained);

    public bool IsAssessable => Found.Status != ClonusStatus.NotAssessable;

    public static CountResult Of(long seed, string kind, MotionPlan plan, CountTruth truth, ClonusFinding found, LookAlikeKind? lookAlike) => new(
        seed, kind,
        CountScore.Of(plan, truth, found.LongestEpisodeBeats, found.Beats.Select(b => b.TimeSeconds), found.Episodes.MaxBy(e => e.Beats)?.FrequencyHz),
        found, lookAlike);

    public override string ToString() => FormattableString.Invariant(
        $"{Seed} {Kind}: found {Found.LongestEpisodeBeats?.ToString() ?? "-"} ({Found.BeatsLow}..{Found.BeatsHigh}, {Found.Status}{(Found.Sustained is { } s ? s ? ", sustained" : "" : ", open")}), true {Truth.Low}{(Truth.High > Truth.Low ? $"..{Truth.High}" : "")} {string.Join('/', Truth.Statuses)}; missed {Score.Missed}, extra {Score.Extra}");
}
