using Clonus.Motion.Beats;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Beats;

/// <summary>A point that nobody says the direction of.</summary>
public class LonePointTests
{
    // A degree at a foot of usual length moves a toe marker in a picture of 480 lines by about so much.
    private const double PixelsPerDegree = 2;

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    [InlineData(33)]
    [InlineData(147)]
    [InlineData(213)]
    [InlineData(327)]
    public void Eight_beats_after_a_stretch_are_eight_at_their_times_whichever_way_the_stretch_goes_in_the_picture(double directionDegrees)
    {
        var angle = ScriptedAngle.Stretched(8, 5.5);

        var side = TrackedPoint.Side(t => PixelsPerDegree * angle.At(t), angle.EndSeconds, directionDegrees);

        Assert.Equal(SignalUnit.Px, side.Signal!.Unit);
        Assert.False(side.Signal.SignKnown);
        Assert.Equal(ClonusStatus.RhythmicOnly, side.Clonus.Status);
        Assert.Null(side.Clonus.Sustained);
        Assert.Equal(8, side.Clonus.LongestEpisodeBeats);
        Assert.All(side.Clonus.Beats.Zip(angle.BeatTimes), pair => Assert.Equal(pair.Second, pair.First.TimeSeconds, 0.012));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public void Vigorous_beats_after_a_stretch_keep_their_direction(double directionDegrees)
    {
        var angle = ScriptedAngle.Stretched(9, 5, depth: 16);

        var side = TrackedPoint.Side(t => PixelsPerDegree * angle.At(t), angle.EndSeconds, directionDegrees);

        Assert.Equal(9, side.Clonus.LongestEpisodeBeats);
        Assert.All(side.Clonus.Beats.Zip(angle.BeatTimes), pair => Assert.Equal(pair.Second, pair.First.TimeSeconds, 0.012));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public void Without_a_stretch_the_first_movement_goes_the_way_of_a_beat(double directionDegrees)
    {
        var angle = new ScriptedAngle(0).Hold(1).ToAndFro(8, 4, -8, intervalCv: 0.06, sizeCv: 0.1).Hold(1);

        var side = TrackedPoint.Side(t => PixelsPerDegree * angle.At(t), angle.EndSeconds, directionDegrees);

        Assert.Equal(8, side.Clonus.LongestEpisodeBeats);
        Assert.All(side.Clonus.Beats, beat => Assert.InRange(angle.At(beat.TimeSeconds), -12, -4));
    }
}
