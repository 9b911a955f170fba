using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

/// <summary>What must not change the findings: where the clip begins, how large the picture is, which way the foot points.</summary>
public class InvarianceTests
{
    private static readonly TrackSet Original = TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5), noiseDegrees: 0.1);

    public static TheoryData<string> Changes() => [.. Views.Keys];

    private static readonly Dictionary<string, Func<ImagePoint, ImagePoint>> Views = new()
    {
        ["twice as large"] = p => p * 2,
        ["mirrored"] = p => new ImagePoint(640 - p.X, p.Y),
        ["upside down"] = p => new ImagePoint(640 - p.X, 480 - p.Y),
        ["turned by a quarter"] = p => new ImagePoint(480 - p.Y, p.X),
        ["turned by 33 degrees"] = p => new ImagePoint((p.X * 0.8387) - (p.Y * 0.5446), (p.X * 0.5446) + (p.Y * 0.8387)),
        ["moved"] = p => p + new ImagePoint(1000, -50),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_view_does_not_matter(string view)
    {
        var expected = TrackedLeg.Clonus(Original);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Map(Original, Views[view]));

        Assert.Equal(expected.Status, clonus.Status);
        Assert.Equal(expected.Beats.Length, clonus.Beats.Length);
        Assert.All(expected.Beats.Zip(clonus.Beats), pair =>
        {
            Assert.Equal(pair.First.TimeSeconds, pair.Second.TimeSeconds, 1e-4);
            Assert.Equal(pair.First.Amplitude, pair.Second.Amplitude, 1e-2);
        });
    }

    [Fact]
    public void A_shift_in_time_shifts_the_beats()
    {
        // By a time that is no multiple of the grid's step: only the spline's samples differ.
        var shifted = TrackedLeg.Clonus(TrackedLeg.Map(Original, p => p, t => t + 12.3457));

        Assert.All(TrackedLeg.Clonus(Original).Beats.Zip(shifted.Beats), pair =>
            Assert.Equal(pair.First.TimeSeconds + 12.3457, pair.Second.TimeSeconds, 1e-3));
    }

    [Fact]
    public void Left_and_right_share_the_measurement()
    {
        TrackSet On(BodySide side) => new(
            Original.FrameTimesSeconds, [.. Original.Markers.Select(m => m with { Name = m.Name with { Side = side } })]);

        var left = ClipAnalyzer.Analyze(On(BodySide.Left), new AnalysisSettings()).Sides.Single();
        var right = ClipAnalyzer.Analyze(On(BodySide.Right), new AnalysisSettings()).Sides.Single();

        Assert.Equal(BodySide.Left, left.Side);
        Assert.Equal(BodySide.Right, right.Side);
        Assert.Equal(left.Clonus.Beats.AsEnumerable(), right.Clonus.Beats.AsEnumerable());
    }

    [Fact]
    public void Variable_frame_times_give_the_beats_of_even_ones()
    {
        var random = new Random(4);
        var angle = ScriptedAngle.Stretched(8, 6);
        var times = TrackedLeg.Times(angle.EndSeconds, 60).Select(t => t + (0.006 * random.NextDouble())).Where(_ => random.NextDouble() > 0.1);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle.At, [.. times]));

        Assert.Equal(8, clonus.LongestEpisodeBeats);
        Assert.All(clonus.Beats.Zip(angle.BeatTimes), pair => Assert.Equal(pair.Second, pair.First.TimeSeconds, 0.01));
    }
}
