using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Scorecard.Naming;

/// <summary>What became of the names of one clip.</summary>
internal enum NamingOutcome
{
    /// <summary>Every marked joint has its name, left and right included where two legs are marked, and nothing else has one.</summary>
    Right,

    /// <summary>Every name is right, but some joints or sides have none.</summary>
    Part,

    /// <summary>No name was given.</summary>
    None,

    /// <summary>At least one name is wrong.</summary>
    Wrong,
}

internal static class NamingScore
{
    public static NamingOutcome Of(ImmutableArray<MarkerName?> truth, ImmutableArray<(MarkerName Name, string Spec, int Track)> named)
    {
        // Without a side, too, all that are called one leg's must be one leg's.
        if (named.Any(n => truth[n.Track] is not { } name || name.Landmark != n.Name.Landmark || (n.Name.Side != BodySide.Unknown && n.Name.Side != name.Side))
            || named.Where(n => n.Name.Side == BodySide.Unknown).Select(n => truth[n.Track]!.Value.Side).Distinct().Count() > 1)
        {
            return NamingOutcome.Wrong;
        }

        var joints = truth.OfType<MarkerName>().ToArray();
        var twoLegs = joints.Select(j => j.Side).Distinct().Count() > 1;
        return named.IsEmpty ? (joints.Length == 0 ? NamingOutcome.Right : NamingOutcome.None)
            : named.Length == joints.Length && (!twoLegs || named.All(n => n.Name.Side != BodySide.Unknown)) ? NamingOutcome.Right
            : NamingOutcome.Part;
    }

    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("| condition | clips | right | right in part | not named | wrong |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
    }

    public static void WriteRow(TextWriter output, string condition, IReadOnlyCollection<NamingOutcome> outcomes)
    {
        string Share(NamingOutcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * outcomes.Count(o => o == outcome) / outcomes.Count:0.0} %");
        output.WriteLine($"| {condition} | {outcomes.Count} | {Share(NamingOutcome.Right)} | {Share(NamingOutcome.Part)} | {Share(NamingOutcome.None)} | {Share(NamingOutcome.Wrong)} |");
    }
}
