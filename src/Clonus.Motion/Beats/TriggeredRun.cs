using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>A run of beats with what set it off, when that was let go, and whether its ends were seen.</summary>
/// <param name="ReleaseSeconds">When the stretch was let go; null where that was not seen.</param>
/// <param name="CutAtStart">The run may have been going on when its part of the signal began.</param>
/// <param name="CutAtEnd">The run may have gone on after its part of the signal ended.</param>
public sealed record TriggeredRun(ImmutableArray<Excursion> Beats, Stretch? Stretch, double? ReleaseSeconds, bool CutAtStart, bool CutAtEnd)
{
    // An end counts as seen when the next beat is overdue by half an interval.
    private const double OverdueIntervals = 1.5;

    /// <summary>Share of its amplitude that was left when it was measured; null where no rate or no turn is known.</summary>
    public double? AmplitudeGain { get; init; }

    /// <summary>How many stretches set it off: null where its onset was not seen, or nobody knows which way the point goes in a stretch.</summary>
    public int? Triggers { get; init; }

    /// <summary>The foot's contact with the floor that set it off; null where there is none, or a stretch.</summary>
    public double? ContactSeconds { get; init; }

    public bool IsTriggered => Stretch is not null || ContactSeconds is not null;

    public Excursion First => Beats[0];

    public Excursion Last => Beats[^1];

    public IEnumerable<double> Times => Beats.Select(beat => beat.TimeSeconds);

    public double? FrequencyHz => EpisodeMeasures.FrequencyHz(Times);

    public bool IsCut => CutAtStart || CutAtEnd;

    /// <summary>Which of the clip's ends cut the run; a cut in the middle of the clip is a hole in the track.</summary>
    public Truncation Truncated(TimeRange clip)
    {
        var start = CutAtStart && First.StartSeconds - clip.StartSeconds < First.OwnIntervalSeconds;
        var end = CutAtEnd && clip.EndSeconds - Last.TimeSeconds < 2 * Last.OwnIntervalSeconds;
        return start && end ? Truncation.Both : start ? Truncation.Start : end ? Truncation.End : Truncation.None;
    }

    /// <summary>
    /// The latest stretch within the window before the first beat; or the one of the run that a hole cut off just before this one, for then
    /// the train is the same although its count is not carried over.
    /// </summary>
    /// <param name="stretches">Null where a push is not known for a stretch.</param>
    /// <param name="contacts">When the foot was put down, in a walk.</param>
    public static TriggeredRun Of(
        ImmutableArray<Excursion> beats, UniformSignal part, ImmutableArray<Stretch>? stretches, ImmutableArray<double> contacts, TriggeredRun? previous, ClonusPolicy policy)
    {
        ImmutableArray<Stretch> known = stretches ?? [];
        var first = beats[0];
        var interval = EpisodeMeasures.FrequencyHz(beats.Select(b => b.TimeSeconds)) is { } frequency
            ? 1 / frequency
            : first.OwnIntervalSeconds;
        var own = known.LastOrDefault(s => s.TimeSeconds < first.TimeSeconds && first.StartSeconds - s.EndSeconds <= policy.TriggerWindowSeconds);
        var contact = own is null ? contacts.Select(c => (double?)c).LastOrDefault(c => c < first.TimeSeconds && first.StartSeconds - c <= policy.TriggerWindowSeconds) : null;
        var cutAtStart = own is null && contact is null && first.TimeSeconds - part.StartSeconds < OverdueIntervals * interval;
        var inherited = cutAtStart && previous is { CutAtEnd: true } ? previous.Stretch : null;
        var release = (own ?? inherited) is { } stretch ? ReleaseFinder.Find(part, beats, stretch, known, policy) : null;
        return new TriggeredRun(
            beats, own ?? inherited, release, cutAtStart, part.EndSeconds - beats[^1].TimeSeconds < OverdueIntervals * interval)
        {
            ContactSeconds = inherited is null ? contact : null,
            Triggers = (own ?? inherited) is not null || contact is not null ? 1 : cutAtStart || stretches is null ? null : 0,
        };
    }
}
