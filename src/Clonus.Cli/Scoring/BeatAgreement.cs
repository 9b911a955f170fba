using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MathNet.Numerics.Statistics;

namespace Clonus.Cli.Scoring;

/// <summary>Rater minus reference, of the matched beats; null where there are none, the spread where there is one.</summary>
internal sealed record TimingError(int Pairs, double? MeanSeconds, double? SdSeconds, double? MedianAbsoluteSeconds, double? MaxAbsoluteSeconds)
{
    public static TimingError Of(double[] errors)
    {
        var absolute = Array.ConvertAll(errors, Math.Abs);
        return errors.Length == 0
            ? new TimingError(0, MeanSeconds: null, SdSeconds: null, MedianAbsoluteSeconds: null, MaxAbsoluteSeconds: null)
            : new TimingError(errors.Length, errors.Average(), errors.Length > 1 ? errors.StandardDeviation() : null, absolute.Median(), absolute.Max());
    }
}

/// <summary>How well two observers agree on single beats, over all clips in which both say when the beats are.</summary>
/// <param name="ClipsWithBeats">Those in which at least one of the two saw a beat.</param>
/// <param name="RaterBeats">Beats of the rater.</param>
/// <param name="Precision">Share of the rater's beats that the reference has too; null where he has none.</param>
/// <param name="Recall">Share of the reference's beats that the rater has too.</param>
/// <param name="F1">Their harmonic mean: twice the matched beats by all beats of both.</param>
/// <param name="F1MeanOfClips">The mean of the clips' own, of those with beats: each clip weighs the same.</param>
internal sealed record BeatAgreement(
    int Clips,
    int ClipsWithBeats,
    int RaterBeats,
    int ReferenceBeats,
    int Matched,
    double? Precision,
    double? Recall,
    [property: JsonPropertyName("f1")] double? F1,
    [property: JsonPropertyName("f1_mean_of_clips")] double? F1MeanOfClips,
    TimingError Timing)
{
    public static BeatAgreement Of(ImmutableArray<ComparedClip> clips)
    {
        var timed = clips.Where(c => c.Matched is not null).ToArray();
        var matched = Total(timed, c => c.Matched);
        var (rater, reference) = (matched + Total(timed, c => c.Extra), matched + Total(timed, c => c.Missed));
        var own = timed.Select(c => Share(2 * c.Matched, (2 * c.Matched) + c.Extra + c.Missed)).OfType<double>().ToArray();
        return new BeatAgreement(
            timed.Length, own.Length, rater, reference, matched,
            Share(matched, rater),
            Share(matched, reference),
            Share(2 * matched, rater + reference),
            own.Length == 0 ? null : own.Average(),
            TimingError.Of([.. timed.SelectMany(c => c.TimeErrorsSeconds)]));
    }

    private static int Total(ComparedClip[] clips, Func<ComparedClip, int?> of) => clips.Sum(of) ?? 0;

    private static double? Share(int? part, int? whole) => whole is null or 0 ? null : (double?)part / whole;
}
