using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkPoseTests
{
    // An 8-second clip, away from its ends.
    private const double First = 0.3;
    private const double Last = 7.5;
    private static readonly BodySide[] Sides = [BodySide.Left, BodySide.Right];

    /// <summary>Speed in m/s, seed.</summary>
    public static TheoryData<double, long> Walks => new() { { 0.3, 7 }, { 0.5, 3 }, { 0.8, 4 }, { 1.15, 1 }, { 1.35, 2 }, { 1.5, 5 } };

    [Theory]
    [MemberData(nameof(Walks))]
    public void Segments_keep_their_lengths(double speed, long seed)
    {
        var walker = Script(speed, seed).Walker;

        Assert.All(Times(0.05), time =>
        {
            var pose = walker.At(time);
            Assert.All([pose.Left, pose.Right], leg =>
            {
                Assert.Equal(walker.Body.Thigh, (leg.Knee - leg.Hip).Length, 1e-6);
                Assert.Equal(walker.Body.Shank, (leg.Ankle - leg.Knee).Length, 1e-6);
            });
            Assert.InRange((pose.Right.Hip - pose.Left.Hip).Length / (2 * walker.Body.HipHalfWidth), 0.999, 1.005);
        });
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void A_standing_foot_does_not_slide_or_sink(double speed, long seed)
    {
        var walker = Script(speed, seed).Walker;
        Assert.All(Stances(walker), print =>
        {
            // In its first hundredths of a second the sole gives; then what touches stays where it is, first the heel's edge and then the ball.
            var stance = Times(0.005).Where(t => t > print.ContactSeconds + 0.03 && t < print.FootOffSeconds).Select(t => walker.At(t).Leg(print.Side)).ToArray();
            Assert.All(stance, leg => Assert.InRange(Sole(leg), -0.1, 0.1));
            Point3[][] parts = [[.. stance.Where(l => l.HeelEdge.Y < 0.1).Select(l => l.HeelEdge)], [.. stance.Where(l => l.Ball.Y < 0.01).Select(l => l.Ball)]];
            Assert.All(parts, part =>
            {
                Assert.InRange(part.Max(p => p.X) - part.Min(p => p.X), 0, 0.6);
                Assert.InRange(part.Max(p => p.Z) - part.Min(p => p.Z), 0, 0.6);
            });
        });
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void A_foot_rolls_over_its_toes_before_it_leaves(double speed, long seed)
    {
        var walker = Script(speed, seed).Walker;
        Assert.All(Stances(walker), print =>
        {
            const double step = 1e-4;
            var times = Enumerable.Range(1, 300).Select(i => print.FootOffSeconds - (i * 0.001)).Where(t => walker.At(t).Leg(print.Side).Ball.Y > 0.1).ToArray();
            Assert.InRange(times.Length * 0.001, 0.03, 0.25);
            Assert.All(times, time =>
            {
                // What touches the floor at this instant stands still, although it is another place of the foot a moment later.
                var (before, at, after) = (walker.At(time - step).Leg(print.Side), walker.At(time).Leg(print.Side), walker.At(time + step).Leg(print.Side));
                var (along, up) = ((at.Front - at.Ankle).Dot(at.FootAhead), (at.Front - at.Ankle).Dot(at.FootUp));
                Point3 Place(WalkerLeg leg) => leg.OnFoot(along / leg.FootScale, up / leg.FootScale, 0);
                Assert.InRange((Place(after) - Place(before)).Length / (2 * step), 0, 2);
                Assert.True(after.Front.X >= before.Front.X - 1e-6 && at.Front.X > at.Ball.X);
            });

            // No further than the toes are long.
            var ball = walker.At((print.OtherOffSeconds + print.OtherContactSeconds) / 2).Leg(print.Side).Ball;
            Assert.InRange((walker.At(print.FootOffSeconds).Leg(print.Side).Front.X - ball.X) / walker.Body.FootScale, 25, 67.1);
        });
    }

    [Fact]
    public void A_foot_leaves_the_floor_in_motion_as_measured_feet_do()
    {
        // Of walks on force plates: about foot-off the middle of the foot rises fastest, shortly before it the heel does, and the ball moves already.
        foreach (var seed in Enumerable.Range(1, 16))
        {
            var speed = 0.6 + (0.9 * (seed % 7) / 6.0);
            var walker = Script(speed, seed).Walker;
            Assert.All(Stances(walker), print =>
            {
                Point3 Speed(double from, double until, params double[] along) =>
                    along.Select(a => walker.At(until).Leg(print.Side).OnFoot(a, -50, 0) - walker.At(from).Leg(print.Side).OnFoot(a, -50, 0))
                        .Aggregate((a, b) => a + b) * (1 / (along.Length * 1000 * (until - from)));
                double Highest(params double[] along) =>
                    Enumerable.Range(-150, 301).Select(i => i * 0.001).MaxBy(t => Speed(print.FootOffSeconds + t - 0.001, print.FootOffSeconds + t + 0.001, along).Y);

                Assert.InRange(Highest(-34, 120), -0.03, 0.03);
                Assert.InRange(Highest(-34), -0.07, -0.015);
                Assert.InRange(Speed(print.FootOffSeconds - 0.002, print.FootOffSeconds, 120).Length, speed < 0.8 ? 0.1 : 0.2, 1.8);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Truths_events_are_the_first_and_the_last_touch(double speed, long seed)
    {
        var walker = Script(speed, seed).Walker;
        Assert.All(Stances(walker), print =>
        {
            double Height(double t) => Sole(walker.At(t).Leg(print.Side));
            Assert.InRange(Height(print.ContactSeconds), 0, 8);
            Assert.True(Height(print.ContactSeconds - 0.005) > Height(print.ContactSeconds) + (0.3 * speed));
            Assert.InRange(Height(print.ContactSeconds + 0.03), -0.1, 0.1);
            Assert.InRange(Height(print.FootOffSeconds), -0.05, 0.05);
            Assert.True(Height(print.FootOffSeconds + 0.03) > 0.2);

            // The heel comes down and ahead, and stops within 30 ms.
            var (before, at) = (walker.At(print.ContactSeconds - 0.002).Leg(print.Side).HeelEdge, walker.At(print.ContactSeconds).Leg(print.Side).HeelEdge);
            Assert.InRange((at - before).Length / 0.002 / 1000 / speed, 0.3, 0.9);
            Assert.True(at.X > before.X && at.Y < before.Y);
        });
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Nothing_goes_through_the_floor_and_the_toes_clear_it(double speed, long seed)
    {
        var script = Script(speed, seed);
        Assert.All(Times(0.004), time =>
        {
            var pose = script.Walker.At(time);
            Assert.All([pose.Left, pose.Right], leg => Assert.True(Sole(leg) > -0.1, $"{leg.Side} at {time}"));
        });
        Assert.All(Strides(script), stride => Assert.InRange(stride.ClearanceMillimetres, 10, 40));
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Nothing_jumps(double speed, long seed)
    {
        var walker = Script(speed, seed).Walker;
        const double step = 0.004;
        var poses = Times(step).Select(walker.At).ToArray();
        Assert.All(Sides, side =>
        {
            // Metres a second squared: a foot that lands stops within hundredths of a second, the pelvis never does.
            Assert.InRange(Hardest(poses.Select(p => p.Leg(side).Ankle)), 1, 90);
            Assert.InRange(Hardest(poses.Select(p => p.Leg(side).OnFoot(120, -50, 0))), 1, 110);
            Assert.InRange(Hardest(poses.Select(p => p.Leg(side).Hip)), 0.3, 25);
        });

        static double Hardest(IEnumerable<Point3> path)
        {
            var p = path.ToArray();
            return Enumerable.Range(1, p.Length - 2).Max(i => (p[i + 1] + p[i - 1] - (p[i] * 2)).Length / (step * step) / 1000);
        }
    }

    [Fact]
    public void At_natural_speed_the_angles_are_those_of_normal_walking()
    {
        Assert.All(Enumerable.Range(1, 12), seed =>
        {
            var script = Script(1.3, seed);
            var print = Stances(script.Walker).First(p => p.Side == BodySide.Right);
            var stride = Strides(script).First(s => s.ContactSeconds == print.ContactSeconds);
            WalkerLeg Leg(double phase) => script.Walker.At(print.ContactSeconds + (phase * (stride.NextContactSeconds - print.ContactSeconds))).Right;
            var legs = Enumerable.Range(0, 100).Select(i => Leg(i / 100.0)).ToArray();

            // Winter 2009: swing's knee flexion 64 degrees at 72 %, the ankle from about -20 to 10, the hip over some 35 to 45.
            Assert.InRange(legs.Max(l => l.KneeDegrees), 58, 67);
            Assert.InRange(Enumerable.Range(0, 100).MaxBy(i => legs[i].KneeDegrees), 69, 78);
            Assert.InRange(legs[0].KneeDegrees, 3, 9);
            Assert.InRange(stride.StraightestKneeDegrees, 3, 8);
            Assert.InRange(legs.Min(l => l.KneeDegrees), 0.5, 8);
            Assert.InRange(legs.Min(l => l.AnkleDegrees), -44, -15);
            Assert.InRange(legs.Max(l => l.AnkleDegrees), 8, 23);
            Assert.InRange(stride.SwingAnkleDegrees, -5, 5);
            Assert.InRange(stride.SoleDegrees, 16, 24);
            Assert.InRange(legs.Max(l => l.HipDegrees) - legs.Min(l => l.HipDegrees), 33, 58);
            Assert.InRange(stride.StanceSeconds / (stride.NextContactSeconds - stride.ContactSeconds), 0.57, 0.63);
        });
    }

    [Theory]
    [InlineData(0.3, 0.72)]
    [InlineData(0.8, 0.64)]
    [InlineData(1.3, 0.60)]
    public void The_slower_the_longer_a_foot_stands(double speed, double share) =>
        Assert.Equal(share, Strides(Script(speed, 9)).Average(s => s.StanceSeconds / (s.NextContactSeconds - s.ContactSeconds)), 0.012);

    [Fact]
    public void Who_stands_before_and_after_does_not_move_and_walks_in_between()
    {
        var script = WalkScript.Of(new WalkScene
        {
            Motion = new WalkMotion { StandSeconds = 1.5, MetresPerSecond = 0.9 }, Camera = new StretchCamera { WidthPixels = 640, HeightPixels = 360, DurationSeconds = 9 }, Seed = 3,
        });
        Point3 Pelvis(double time) => script.Walker.At(time).Pelvis;

        Assert.InRange((Pelvis(1.2) - Pelvis(0)).Length, 0, 15);
        Assert.InRange((Pelvis(9) - Pelvis(8.2)).Length, 0, 15);
        Assert.InRange(Pelvis(7).X - Pelvis(2).X, 3500, 5000);
        Assert.All(Sides, side => Assert.InRange((script.Walker.At(9).Leg(side).Ankle - script.Walker.At(8.4).Leg(side).Ankle).Length, 0, 1));
        var contacts = WalkTruth.Of(script).Legs.SelectMany(leg => leg.ContactsSeconds).ToArray();
        Assert.All(contacts, time => Assert.InRange(time, 1.7, 8.5));
    }

    [Theory]
    [InlineData(2.4, 60, "--speed 2.4 with --cadence 60: a stride of 2.78 statures; allowed are 0.2 to 0.9, so give another cadence")]
    [InlineData(3, 60, "--speed 3: allowed is 0.1 to 2.5 m/s")]
    public void A_walk_that_cannot_be_is_refused_in_one_line(double speed, double cadence, string message)
    {
        var refused = Assert.Throws<InputException>(() => WalkScript.Of(new WalkScene { Motion = new WalkMotion { MetresPerSecond = speed, CadencePerMinute = cadence } }));

        Assert.Equal((InputFault.Settings, message), (refused.Fault, refused.Message));
    }

    private static WalkScript Script(double speed, long seed) => WalkScript.Of(new WalkScene
    {
        Motion = new WalkMotion { MetresPerSecond = speed, Treadmill = true }, Camera = new StretchCamera { WidthPixels = 640, HeightPixels = 360, DurationSeconds = 8 }, Seed = seed,
    });

    // The height of what is lowest: the heel's edge, the ball, or the toes.
    private static double Sole(WalkerLeg leg) => Math.Min(leg.HeelEdge.Y, leg.Front.Y);

    private static IEnumerable<double> Times(double step) => Enumerable.Range(0, (int)((Last - First) / step)).Select(i => First + (i * step));

    private static FootPrint[] Stances(Walker walker) => [.. walker.Plan.Prints.Where(p => p.ContactSeconds > First && p.FootOffSeconds < Last)];

    private static WalkStride[] Strides(WalkScript script) => [.. Sides.SelectMany(side => StrideMeter.Strides(script.Walker, side, 8))];
}
