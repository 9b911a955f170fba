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
    /// <returns>Indices, rising.</returns>
    public static ImmutableArray<(int First, int Second)> Match(ImmutableArray<double> first, ImmutableArray<double> second, double toleranceSeconds)
    {
        var farthest = toleranceSeconds + RoundingSeconds;
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        for (var (i, j) = (0, 0); i < first.Length && j < second.Length;)
        {
            var (endI, endJ) = ClusterEnd(first, second, i, j, farthest);
            foreach (var (a, b) in MatchCluster(first[i..endI], second[j..endJ], farthest))
                pairs.Add((i + a, j + b));
            (i, j) = (endI, endJ);
        }

        return pairs.ToImmutable();
    }

    // Over a pause of both observers that is longer than the tolerance no pair can reach: what lies between two such pauses is matched by itself,
    // which keeps the tables below small however long the clip is.
    private static (int First, int Second) ClusterEnd(ImmutableArray<double> first, ImmutableArray<double> second, int i, int j, double farthest)
    {
        for (var last = Math.Min(first[i], second[j]); ;)
        {
            if (i < first.Length && first[i] - last <= farthest && (j == second.Length || first[i] <= second[j]))
                last = first[i++];
            else if (j < second.Length && second[j] - last <= farthest)
                last = second[j++];
            else
                return (i, j);
        }
    }

    // On a line, pairs need never cross: those that do can be swapped at no cost.
    private static Stack<(int First, int Second)> MatchCluster(ImmutableArray<double> first, ImmutableArray<double> second, double farthest)
    {
        var best = new Matched[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                best[i, j] = Better(best[i - 1, j], best[i, j - 1]);
                if (Math.Abs(first[i - 1] - second[j - 1]) is var error && error <= farthest)
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

        return pairs;
    }

    private static Matched Better(Matched a, Matched b) =>
        b.Pairs > a.Pairs || (b.Pairs == a.Pairs && b.ErrorSeconds < a.ErrorSeconds) ? b : a;

    private readonly record struct Matched(int Pairs, double ErrorSeconds)
    {
        public Matched With(double errorSeconds) => new(Pairs + 1, ErrorSeconds + errorSeconds);
    }
}
