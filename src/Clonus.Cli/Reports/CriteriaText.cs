using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Beats;

namespace Clonus.Cli.Reports;

/// <summary>The criteria of an episode in words: what was met, what was not, and what nobody could measure and why.</summary>
internal static class CriteriaText
{
    private const string TooFew = "too few beats";
    private const string Trigger = "trigger";

    /// <summary>At most three lines of text, one for each answer that there is.</summary>
    /// <param name="bothSides">Whether the other side has markers too.</param>
    public static IEnumerable<string> Lines(TextStyle style, ClonusEpisode episode, bool bothSides)
    {
        // A stretch is told by its numbers; and where there was none it has none.
        var hasNone = episode.Criteria.Any(c => c is { Name: Trigger, Measured: 0 });
        var byName = episode.Criteria.Where(c => c.Name == Trigger ? hasNone : !(hasNone && c.Measured is null && OfStretch(c))).ToLookup(Subject);
        var measured = byName.Where(group => group.All(c => c.Measured is not null)).ToLookup(group => group.All(c => c.Met == true), group => Phrase(group.Key, [.. group]));
        var unknown = byName.Where(group => group.Any(c => c.Measured is null))
            .GroupBy(group => WhyUnknown(group.Key, episode, bothSides), group => group.Key)
            .Select(names => $"{string.Join(", ", names)} ({names.Key})");
        foreach (var (answer, phrases) in new[] { (style.Good("met"), measured[true]), (style.Doubt("not met"), measured[false]), ("not measured", unknown) })
        {
            if (phrases.Any())
                yield return $"{answer}: {string.Join("; ", phrases)}";
        }
    }

    /// <summary>A measured value against its limit, by the criterion's own name: "knee stance -7.1° (at most -5)".</summary>
    /// <param name="source">Whether to say which publication the limit comes from.</param>
    public static string Plain(Criterion criterion, bool source = false)
    {
        var unit = criterion.Unit switch
        {
            "deg" => "°",
            "deg/s" => "°/s",
            "ratio" or "count" or "" => "",
            "legs" => "\u00a0leg lengths",
            var other => "\u00a0" + other.Replace('_', ' '),
        };
        var comparison = criterion.Comparison switch { ">=" => "at least", "<=" => "at most", ">" => "above", "<" => "below", var other => other };
        var value = criterion.Measured?.ToString(criterion.Unit == "deg" ? "0.0" : "0.##", CultureInfo.InvariantCulture);
        return Invariant($"{PlainName(criterion)} {value}{unit} ({comparison} {criterion.Limit:0.##}{(source ? string.Concat(Published(criterion).Select(part => "; " + part)) : "")})");
    }

    // What was chosen here stands in the result, and after each number it would bury the numbers.
    private static IEnumerable<string> Published(Criterion criterion) =>
        criterion.Source.Split("; ").Where(part => part.Length > 0 && !part.EndsWith("this implementation's choice", StringComparison.Ordinal));

    public static string PlainName(Criterion criterion) => criterion.Name.Replace('_', ' ');

    // Both ends of the band are one thing to a reader.
    private static string Subject(Criterion criterion) => criterion.Name switch
    {
        "frequency_low" or "frequency_high" => "frequency",
        "interval_cv" => "regularity",
        "first_interval_longest" => "first interval",
        "ends_on_release" => "end on release",
        Trigger => "stretch before it",
        _ => PlainName(criterion),
    };

    private static string Phrase(string subject, Criterion[] criteria)
    {
        var (value, limit) = (criteria[0].Measured!.Value, criteria[0].Limit);
        return subject switch
        {
            "frequency" => Invariant($"{value:0.0}\u00a0Hz ({limit:0.##} to {criteria[^1].Limit:0.##})"),
            "regularity" => Invariant($"intervals vary by {100 * value:0}\u00a0% (at most {100 * limit:0})"),
            "first interval" => Invariant($"first interval {value:0.00} times the later ones (at least {limit:0.##})"),
            "stretch before it" => "no stretch large and fast enough just before it",
            "stretch size" => Invariant($"stretch of {value:0.0}° (at least {limit:0.##})"),
            "stretch speed" => Invariant($"stretch at {value:0}°/s (at least {limit:0.##})"),
            "latency" => Invariant($"first beat {value:0.00}\u00a0s after the stretch ended (at most {limit:0.##})"),
            "end on release" when value <= 0 => Invariant($"stopped {-value:0.00}\u00a0s before the release"),
            "end on release" => Invariant($"stopped {value:0.00}\u00a0s after the release (at most {limit:0.##})"),
            "one side only" => value > limit ? "one side only (both oscillate at the same time)" : "one side only",
            _ => Plain(criteria[0]),
        };
    }

    private static string WhyUnknown(string subject, ClonusEpisode episode, bool bothSides) => subject switch
    {
        "frequency" or "regularity" or "first interval" => TooFew,
        "one side only" => bothSides ? "the other side was not seen well enough" : "only one side has markers",
        "end on release" when episode.Trigger == TriggerKind.Stretch =>
            episode.Truncated is Truncation.End or Truncation.Both ? "the end was not seen" : "no release seen",
        _ => episode.Truncated is Truncation.Start or Truncation.Both ? "the onset was not seen" : "no stretch seen",
    };

    private static bool OfStretch(Criterion criterion) => criterion.Name is "stretch_size" or "stretch_speed" or "latency" or "ends_on_release";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
