using System.Collections.Immutable;
using Clonus.Cli.Scoring;

namespace Clonus.Cli.Tests.Scoring;

public sealed class BeatMatchingTests
{
    private const double Tolerance = 0.04;

    /// <summary>Taking the nearest first would pair 1.03 with 1.04 and leave two beats alone.</summary>
    [Fact]
    public void As_many_beats_as_can_be_are_matched()
    {
        Assert.Equal([(0, 0), (1, 1)], BeatMatching.Match([1.00, 1.04], [1.03, 1.075], Tolerance));
    }

    [Fact]
    public void Of_as_many_matches_the_nearer_ones_are_taken()
    {
        Assert.Equal([(0, 1)], BeatMatching.Match([1.00], [0.97, 1.01], Tolerance));
        Assert.Equal([(1, 0)], BeatMatching.Match([0.98, 1.01], [1.00], Tolerance));
    }

    [Theory]
    [InlineData(1.00, 1.04, 1)]
    [InlineData(0.96, 1.00, 1)]
    [InlineData(3.02, 3.06, 1)]
    [InlineData(1.00, 1.0401, 0)]
    [InlineData(1.00, 0.9599, 0)]
    public void The_tolerance_itself_is_within_it(double rater, double reference, int pairs)
    {
        Assert.Equal(pairs, BeatMatching.Match([rater], [reference], Tolerance).Length);
    }

    [Fact]
    public void One_beat_is_matched_once()
    {
        Assert.Single(BeatMatching.Match([1.00, 1.01, 1.02], [1.01], Tolerance));
        Assert.Empty(BeatMatching.Match([], [1.01], Tolerance));
        Assert.Empty(BeatMatching.Match([1.01], [], Tolerance));
    }

    /// <summary>An hour of beats twice over: with a table of all by all it would take gigabytes.</summary>
    [Fact]
    public void A_long_clip_is_matched_in_small_parts()
    {
        ImmutableArray<double> beats = [.. Enumerable.Range(0, 20_000).Select(i => i * 0.18)];

        var pairs = BeatMatching.Match(beats, [.. beats.Select(t => t + 0.01)], Tolerance);

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (i, i)), pairs);
    }

    [Fact]
    public void It_is_the_best_of_all_ways_to_match()
    {
        var chance = new Random(20260);
        for (var round = 0; round < 400; round++)
        {
            var (a, b) = (Times(chance), Times(chance));

            var pairs = BeatMatching.Match(a, b, Tolerance);

            var best = Best(a, b, 0, []);
            Assert.Equal(best.Pairs, pairs.Length);
            Assert.Equal(best.Error, pairs.Sum(p => Math.Abs(a[p.First] - b[p.Second])), 1e-9);
            Assert.All(pairs, p => Assert.True(Math.Abs(a[p.First] - b[p.Second]) <= Tolerance + 1e-9));
            Assert.Equal(pairs.Length, pairs.Select(p => p.First).Distinct().Count());
            Assert.Equal(pairs.Length, pairs.Select(p => p.Second).Distinct().Count());
        }
    }

    // Whole milliseconds, so near to one another that there are many ways and ties.
    private static ImmutableArray<double> Times(Random chance) =>
        [.. Enumerable.Range(0, chance.Next(0, 7)).Select(_ => chance.Next(0, 200) / 1000.0).Distinct().Order()];

    // Every way: each beat of a with each free one of b, or alone.
    private static (int Pairs, double Error) Best(ImmutableArray<double> a, ImmutableArray<double> b, int i, ImmutableHashSet<int> taken)
    {
        if (i == a.Length)
            return (0, 0);

        var best = Best(a, b, i + 1, taken);
        for (var j = 0; j < b.Length; j++)
        {
            if (taken.Contains(j) || Math.Abs(a[i] - b[j]) > Tolerance + 1e-9)
                continue;

            var (pairs, error) = Best(a, b, i + 1, taken.Add(j));
            (pairs, error) = (pairs + 1, error + Math.Abs(a[i] - b[j]));
            if (pairs > best.Pairs || (pairs == best.Pairs && error < best.Error))
                best = (pairs, error);
        }

        return best;
    }
}
