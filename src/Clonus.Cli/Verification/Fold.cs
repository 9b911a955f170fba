using System.Collections.Immutable;

namespace Clonus.Cli.Verification;

/// <summary>Makes one difference of those of a column or a list: its first place, in how many, and by how much at most.</summary>
internal static class Fold
{
    public static Difference? Of(IEnumerable<Difference?> places)
    {
        var all = places.OfType<Difference>().ToImmutableArray();
        return all is [var first, ..] ? first with { Places = all.Length, Largest = all.Max(d => d.Largest) } : null;
    }
}
