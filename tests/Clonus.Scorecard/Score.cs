using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>What was found in one clip beside what is true.</summary>
/// <param name="Found">Beats of the longest episode; null when not assessable.</param>
/// <param name="Verdict">Status, sustained and borderline, as found.</param>
/// <param name="TrueVerdict">The same, as in the truth.</param>
/// <param name="TimeErrorsSeconds">Of each true beat that has a found one within half of its own length.</param>
/// <param name="Confidence">That the count is exact, as the analysis itself says.</param>
/// <param name="CentreErrorPixels">Root mean square of a marker's distance from its true place, after the mean offset.</param>
internal sealed record Score(
    SweepCase Case, int True, int? Found, string Verdict, string TrueVerdict, bool InBounds,
    ImmutableArray<double> TimeErrorsSeconds, ImmutableArray<double> AmplitudeErrorsDegrees, double? Confidence, double CentreErrorPixels)
{
    public bool Exact => Found == True;

    public bool VerdictRight => Verdict == TrueVerdict;

    public int Error => Math.Abs((Found ?? 0) - True);

    public static Score Of(SweepCase sweepCase, ClipTruth truth, TrackSet tracks)
    {
        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());
        var clonus = findings.Sides.OrderByDescending(side => side.Clonus.LongestEpisodeBeats ?? -1).First().Clonus;
        var matched = truth.Beats.Select(beat => (True: beat, Found: Nearest(beat, clonus.Beats))).Where(pair => pair.Found is not null).ToArray();
        return new Score(
            sweepCase,
            truth.LongestEpisodeBeats,
            clonus.LongestEpisodeBeats,
            InWords(clonus.Status, clonus.Sustained, clonus.Borderline ?? false),
            InWords(truth.Status, truth.Sustained, truth.Borderline),
            clonus.BeatsLow <= truth.LongestEpisodeBeats && truth.LongestEpisodeBeats <= clonus.BeatsHigh,
            [.. matched.Select(pair => pair.Found!.TimeSeconds - pair.True.TimeSeconds)],
            [.. matched.Select(pair => pair.Found!.Amplitude - pair.True.AmplitudeDegrees)],
            clonus.Confidence,
            CentreError(truth, tracks));
    }

    // The tracker may not know which side is filmed: markers are compared by their landmark.
    private static double CentreError(ClipTruth truth, TrackSet tracks)
    {
        var squares = truth.Markers.SelectMany(marker =>
        {
            var landmark = marker.Name[(marker.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
            var track = tracks.Markers.FirstOrDefault(t => t.Name.ToString().EndsWith(landmark, StringComparison.Ordinal));
            var errors = marker.Positions
                .Zip(track?.Samples ?? [], (place, sample) => place is { } p && sample is { } s ? s.Position.InPicture - p : (ImagePoint?)null).OfType<ImagePoint>().ToArray();
            var mean = errors.Length == 0 ? default : errors.Aggregate((a, b) => a + b) * (1.0 / errors.Length);
            return errors.Select(error => Math.Pow((error - mean).Length, 2));
        }).ToArray();
        return squares.Length == 0 ? double.NaN : Math.Sqrt(squares.Average());
    }

    private static string InWords(Enum status, bool? sustained, bool borderline) =>
        $"{status}{(sustained is { } s ? s ? ", sustained" : ", not sustained" : "")}{(borderline ? ", borderline" : "")}";

    private static Beat? Nearest(BeatTruth truth, ImmutableArray<Beat> found) => found
        .Where(beat => Math.Abs(beat.TimeSeconds - truth.TimeSeconds) < (truth.EndSeconds - truth.StartSeconds) / 2)
        .MinBy(beat => Math.Abs(beat.TimeSeconds - truth.TimeSeconds));
}
