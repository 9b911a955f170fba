using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Reports;

/// <summary>Ways of walking by their names, with what they rest on.</summary>
internal static class PatternText
{
    // What is less sure is not told without saying so.
    private const double Sure = 0.9;

    /// <summary>One that was seen: the leg, in how many strides, by which measures against which limits, and how sure that is.</summary>
    public static string Seen(TextStyle style, PatternFinding pattern)
    {
        var measured = pattern.Criteria.Where(c => c.Measured is not null).ToLookup(c => c.Met == true, c => CriteriaText.Plain(c, source: true));
        string?[] parts =
        [
            measured[true].Any() ? string.Join("; ", measured[true]) : null,
            measured[false].Any() ? $"{style.Doubt("not met")}: {string.Join("; ", measured[false])}" : null,
            pattern.Criteria.Where(c => c.Measured is null).Select(CriteriaText.PlainName).ToArray() is { Length: > 0 } unknown ? $"not measured: {string.Join(", ", unknown)}" : null,
            pattern.Confidence is { } confidence ? $"{TextNumber.Certainty(confidence)} sure" : null,
            pattern.Reason?.TrimEnd('.'),
        ];
        var name = $"{style.Bold(Named(pattern.Name, pattern.Side))} in {pattern.StridesShowing} of {pattern.StridesAssessed} strides";
        return parts.OfType<string>().ToArray() is { Length: > 0 } known ? $"{name}: {string.Join("; ", known)}" : name;
    }

    /// <summary>Their names in the walk's own order, with how sure that is where it is not very. The leg is told only where the other leg's answer is another one, or less sure.</summary>
    public static string Names(GaitFindings gait, IEnumerable<PatternFinding> patterns) => string.Join(", ", patterns.GroupBy(p => p.Name)
        .SelectMany(group => group.Count() == gait.Patterns.Count(p => p.Name == group.Key) && !group.Any(IsDoubtful)
            ? [Named(group.Key)]
            : group.Select(p => Named(p.Name, p.Side) + (IsDoubtful(p) ? $" ({TextNumber.Certainty(p.Confidence!.Value)} sure)" : ""))));

    private static bool IsDoubtful(PatternFinding pattern) => pattern.Confidence < Sure;

    private static string Named(PatternName name, BodySide? side = null)
    {
        var leg = side is { } one ? ContractNames.Word(one) + " " : "";
        return name switch
        {
            PatternName.StepTo => leg + "step-to",
            PatternName.ToeFirstContact => leg + "toe-first contact",
            PatternName.ToeFirstWithHyperextension => leg + "toe-first contact with knee hyperextension",
            PatternName.ClonusInStance => $"clonus-compatible beats in {leg}stance",
            PatternName.ClonusInSwing => $"clonus-compatible beats in {leg}swing",
            _ => leg + ContractNames.Word(name).Replace('_', ' '),
        };
    }
}
