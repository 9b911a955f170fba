using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkTruthTests
{
    [Theory]
    [InlineData(BodySide.Right, false)]
    [InlineData(BodySide.Left, false)]
    [InlineData(BodySide.Right, true)]
    public void From_the_side_the_near_legs_markers_are_seen_and_the_far_legs_now_and_then(BodySide walksTo, bool mirror)
    {
        var truth = Truth(new WalkScene { Subject = new WalkSubject { WalksTo = walksTo }, Camera = Camera(mirror) });
        var (near, far) = walksTo == BodySide.Right ? ("right", "left") : ("left", "right");

        Assert.Equal(9, truth.Markers.Length);
        Assert.All(["knee", "ankle", "toe"], landmark => Assert.InRange(Seen(truth, $"{near}.{landmark}"), 0.9, 1));
        Assert.All(["knee", "ankle", "toe"], landmark => Assert.InRange(Seen(truth, $"{far}.{landmark}"), 0.3, 0.98));

        var toe = truth.Markers.Single(m => m.Name == $"{near}.toe").Positions.OfType<ImagePoint>().ToArray();
        Assert.Equal((walksTo == BodySide.Right) != mirror, toe[^1].X > toe[0].X);
    }

    [Theory]
    [InlineData(1, WalkFraming.Legs)]
    [InlineData(2, WalkFraming.Body)]
    [InlineData(3, WalkFraming.Legs)]
    public void The_near_hip_is_hidden_by_the_swinging_hand_alone(long seed, WalkFraming framing)
    {
        var truth = Truth(new WalkScene
        {
            Motion = new WalkMotion { Treadmill = true }, Subject = new WalkSubject { Framing = framing }, Camera = Camera(false) with { Rate = new FrameRate(15, 1) }, Seed = seed,
        });

        Assert.InRange(Seen(truth, "right.hip"), 0.6, 1);
    }

    [Theory]
    [InlineData(WalkView.Front, 1)]
    [InlineData(WalkView.Back, -1)]
    public void From_front_and_back_both_legs_are_seen_each_on_its_side(WalkView view, int leftIs)
    {
        var truth = Truth(new WalkScene { Subject = new WalkSubject { View = view }, Camera = Camera(false) });

        Assert.All(["hip", "knee", "ankle"], landmark =>
        {
            var (left, right) = (At(truth, $"left.{landmark}"), At(truth, $"right.{landmark}"));
            var both = left.Zip(right).Where(p => p.First is not null && p.Second is not null).ToArray();
            Assert.True(both.Length > 0.6 * left.Length, landmark);
            Assert.All(both, p => Assert.True((p.First!.Value.X - p.Second!.Value.X) * leftIs > 0));
        });

        // The walker grows as he comes nearer, and shrinks as he goes.
        var span = At(truth, "left.hip").Zip(At(truth, "left.ankle")).Where(p => p.First is not null && p.Second is not null)
            .Select(p => p.First!.Value.DistanceTo(p.Second!.Value)).ToArray();
        Assert.Equal(view == WalkView.Front, span[^1] > 1.3 * span[0]);
        Assert.Equal(view == WalkView.Back, span[^1] < span[0] / 1.3);
    }

    [Fact]
    public void On_a_treadmill_the_walker_stays_and_on_the_floor_he_crosses_the_picture()
    {
        var stays = Truth(new WalkScene { Motion = new WalkMotion { Treadmill = true }, Camera = Camera(false) });
        var crosses = Truth(new WalkScene { Camera = Camera(false) });

        Assert.InRange(Spread(stays), 0, 10);
        Assert.InRange(Spread(crosses), 400, 640);

        static double Spread(WalkTruth truth)
        {
            var x = truth.Markers.Single(m => m.Name == "right.hip").Positions.OfType<ImagePoint>().Select(p => p.X).ToArray();
            return x.Max() - x.Min();
        }
    }

    [Fact]
    public void Contacts_alternate_about_the_cadence()
    {
        var truth = Truth(new WalkScene { Motion = new WalkMotion { Treadmill = true, CadencePerMinute = 100 }, Camera = Camera(false) with { DurationSeconds = 30 } });
        var contacts = truth.Legs.SelectMany(leg => leg.ContactsSeconds.Select(time => (Time: time, leg.Side))).OrderBy(c => c.Time).ToArray();

        Assert.InRange(contacts.Length, 48, 52);
        Assert.All(contacts.Zip(contacts[1..]), pair =>
        {
            Assert.Equal(0.6, pair.Second.Time - pair.First.Time, 0.08);
            Assert.NotEqual(pair.First.Side, pair.Second.Side);
        });

        // A stride's time varies by 2 or 3 %.
        double[] strides = [.. truth.Legs[0].Strides.Select(s => s.NextContactSeconds - s.ContactSeconds)];
        var mean = strides.Average();
        Assert.InRange(Math.Sqrt(strides.Average(s => (s - mean) * (s - mean))) / mean, 0.01, 0.035);
    }

    [Fact]
    public void Tracks_come_from_a_walk_as_from_a_stretch()
    {
        var truth = Truth(new WalkScene { Camera = Camera(false) });
        var tracks = ScriptedTracks.Of(truth, 0, 1);

        Assert.Equal(truth.Markers.Select(m => m.Name), tracks.Markers.Select(m => m.Name.ToString()));
        Assert.All(tracks.Markers.Zip(truth.Markers), pair => Assert.Equal(pair.Second.Positions, pair.First.Samples.Select(s => s?.Position.InPicture)));
    }

    private static StretchCamera Camera(bool mirror) => new() { WidthPixels = 640, HeightPixels = 360, Mirror = mirror };

    private static WalkTruth Truth(WalkScene scene) => WalkTruth.Of(WalkScript.Of(scene));

    private static ImmutableArray<ImagePoint?> At(WalkTruth truth, string name) => truth.Markers.Single(m => m.Name == name).Positions;

    private static double Seen(WalkTruth truth, string name) => At(truth, name).Count(p => p is not null) / (double)truth.FrameTimesSeconds.Length;
}
