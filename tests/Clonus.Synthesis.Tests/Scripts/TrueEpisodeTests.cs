using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Scripts;

/// <summary>What the contract counts, on beats written down by their times.</summary>
public class TrueEpisodeTests
{
    private static readonly StretchTruth Stretch = new(0.8, 0.95, 28, 220);

    [Theory]
    [InlineData(1.1, 0.19, 1, true)]
    [InlineData(1.1, 0.19, 8, true)]
    [InlineData(1.1, 0.45, 8, false)]
    [InlineData(1.1, 0.09, 8, false)]
    [InlineData(1.6, 0.19, 2, false)]
    [InlineData(1.6, 0.19, 3, true)]
    public void A_run_in_the_band_counts_after_a_stretch_or_as_a_rhythm(double first, double interval, int beats, bool counts)
    {
        var episode = Assert.Single(TrueEpisode.Group(Train(first, interval, beats), [Stretch]));

        Assert.Equal((first < 1.45, counts), (episode.Trigger is not null, episode.IsRhythm));
        Assert.Equal(
            !counts ? TrueStatus.NotDetected : first < 1.45 ? TrueStatus.Detected : TrueStatus.RhythmicOnly,
            ClipTruth.StatusOf([episode]));
    }

    [Fact]
    public void Uneven_intervals_are_no_rhythm_but_clonus_after_a_stretch()
    {
        ImmutableArray<BeatTruth> beats = [Beat(2), Beat(2.2), Beat(2.35), Beat(2.72), Beat(2.85), Beat(3.2), Beat(3.32)];

        Assert.False(Assert.Single(TrueEpisode.Group(beats, [])).IsRhythm);
        Assert.True(Assert.Single(TrueEpisode.Group(beats, [new StretchTruth(1.5, 1.7, 28, 220)])).IsRhythm);
    }

    [Fact]
    public void The_first_interval_may_be_long() =>
        Assert.True(Assert.Single(TrueEpisode.Group([Beat(2), Beat(2.45), Beat(2.65), Beat(2.85)], [])).IsRhythm);

    [Fact]
    public void Single_beats_of_several_stretches_do_not_add_up()
    {
        ImmutableArray<StretchTruth> stretches = [Stretch, Stretch with { StartSeconds = 3.8, EndSeconds = 3.95 }, Stretch with { StartSeconds = 6.8, EndSeconds = 6.95 }];

        var episodes = TrueEpisode.Group([Beat(1.1), Beat(4.1), Beat(7.1)], stretches);

        Assert.Equal(stretches, episodes.Select(e => e.Trigger));
    }

    private static ImmutableArray<BeatTruth> Train(double first, double interval, int beats) => [.. Enumerable.Range(0, beats).Select(i => Beat(first + (i * interval)))];

    private static BeatTruth Beat(double time) => new(time, 5, time - 0.04, time + 0.04);
}
