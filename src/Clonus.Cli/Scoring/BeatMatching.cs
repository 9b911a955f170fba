using System.Collections.Immutable;

namespace Clonus.Cli.Scoring;

/// <summary>
/// Pairs of beats that two observers saw at the same time, each beat in one pair at most: as many pairs as the tolerance allows and, of all ways
/// to have so many, the one with the smallest sum of time errors.
/// </summary>
internal static class BeatMatching
{
    // Frame times are binary fractions: 1.04 s is not more than 40 ms after 1 s.
    private const double RoundingSeconds = 1e-9;

    /// <param name="first">Rising, in seconds.</param>
    /// <param name="second">Rising, in seconds.</param>
    /// <param name="toleranceSeconds">The largest time error of a pair.</param>
    /// <returns>Indices, rising. On a line, pairs need never cross: what crosses can be swapped at no cost.</returns>
    public static ImmutableArray<(int First, int Second)> Match(ImmutableArray<double> first, ImmutableArray<double> second, double toleranceSeconds)
    {
        var best = new Matched[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                best[i, j] = Better(best[i - 1, j], best[i, j - 1]);
                if (Error(i, j) is var error && error <= toleranceSeconds + RoundingSeconds)
                    best[i, j] = Better(best[i - 1, j - 1].With(error), best[i, j]);
            }
        }

        var pairs = new Stack<(int, int)>();
        for (var (i, j) = (first.Length, second.Length); i > 0 && j > 0;)
        {
            if (best[i, j] == best[i - 1, j])
                i--;
            else if (best[i, j] == best[i, j - 1])
                j--;
            else
                pairs.Push((--i, --j));
        }

        return [.. pairs];

        double Error(int i, int j) => Math.Abs(first[i - 1] - second[j - 1]);
    }

    private static Matched Better(Matched a, Matched b) =>
        b.Pairs > a.Pairs || (b.Pairs == a.Pairs && b.ErrorSeconds < a.ErrorSeconds) ? b : a;

    private readonly record struct Matched(int Pairs, double ErrorSeconds)
    {
        public Matched With(double errorSeconds) => new(Pairs + 1, ErrorSeconds + errorSeconds);
    }
}
