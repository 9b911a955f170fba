using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkPoseTests
{
    /// <summary>Speed in m/s, steps a minute, seed.</summary>
    public static TheoryData<double, double, long> Walks => new() { { 1.15, 108, 1 }, { 1.35, 116, 2 }, { 0.5, 80, 3 }, { 0.8, 95, 4 }, { 1.5, 125, 5 } };

    [Theory]
    [MemberData(nameof(Walks))]
    public void Segments_keep_their_lengths(double speed, double cadence, long seed)
    {
        var script = Script(speed, cadence, seed);

        Assert.All(Phases, phase =>
        {
            var pose = At(script, phase);
            Assert.All([pose.Left, pose.Right], leg =>
            {
                Assert.Equal(script.Body.Thigh, (leg.Knee - leg.Hip).Length, 1e-6);
                Assert.Equal(script.Body.Shank, (leg.Ankle - leg.Knee).Length, 1e-6);
            });
            Assert.Equal(2 * script.Body.HipHalfWidth, (pose.Right.Hip - pose.Left.Hip).Length, 1e-6);
        });
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void A_standing_foot_does_not_slide_and_none_goes_through_the_floor(double speed, double cadence, long seed)
    {
        var script = Script(speed, cadence, seed);
        Assert.All([BodySide.Left, BodySide.Right], side =>
        {
            // The heel's edge from contact to a flat foot, the ball from there until the toes leave.
            var heel = Phases.Where(p => p < 0.15).Select(p => Leg(script, side, p).OnFoot(-50, -78, 0)).ToArray();
            var ball = Phases.Where(p => p is > 0.15 and < 0.59).Select(p => Leg(script, side, p).OnFoot(130, -78, 0)).ToArray();
            Assert.All([heel, ball], standing =>
            {
                Assert.All(standing, p => Assert.InRange(p.Y, -3, 3));
                Assert.InRange(standing.Max(p => p.X) - standing.Min(p => p.X), 0, 5);
                Assert.InRange(standing.Max(p => p.Z) - standing.Min(p => p.Z), 0, 5);
            });
            Assert.All(Phases, p =>
            {
                var leg = Leg(script, side, p);
                Assert.True(Math.Min(leg.OnFoot(-50, -78, 0).Y, leg.OnFoot(130, -78, 0).Y) > -6, $"{side} at {p}");
            });
        });
    }

    [Fact]
    public void At_natural_speed_the_angles_are_those_of_normal_walking()
    {
        var script = Script(1.3, 112, 6);
        var knee = Phases.Select(p => Leg(script, BodySide.Right, p).KneeDegrees).ToArray();
        var ankle = Phases.Select(p => Leg(script, BodySide.Right, p).AnkleDegrees).ToArray();
        var hip = Phases.Select(p => Leg(script, BodySide.Right, p).HipDegrees).ToArray();

        // Winter 2009: swing's knee flexion 64 degrees at 72 %, the ankle from about -20 to 10, the hip over some 35 to 45.
        Assert.InRange(knee.Max(), 55, 70);
        Assert.InRange(Phases[Array.IndexOf(knee, knee.Max())], 0.69, 0.76);
        Assert.InRange(knee[0], 0, 20);
        Assert.InRange(ankle.Min(), -28, -12);
        Assert.InRange(ankle.Max(), 8, 20);
        Assert.InRange(hip.Max() - hip.Min(), 30, 48);
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void Nothing_jumps(double speed, double cadence, long seed)
    {
        var script = Script(speed, cadence, seed);
        var places = Enumerable.Range(0, 3000).Select(i => Leg(script, BodySide.Left, i / 1000.0)).ToArray();

        // A thousandth of a cycle after the other: the second difference is small against the step itself.
        Assert.All([places.Select(l => l.Ankle), places.Select(l => l.Knee)], path =>
        {
            var points = path.ToArray();
            var steps = points.Zip(points[1..], (a, b) => b - a).ToArray();
            Assert.All(steps.Zip(steps[1..], (a, b) => (b - a).Length), jerk => Assert.InRange(jerk, 0, 0.6));
        });
    }

    [Theory]
    [InlineData(2.4, 60, "--speed 2.4 with --cadence 60: a stride of 2.78 statures; allowed are 0.2 to 0.9, so give another cadence")]
    [InlineData(3, 60, "--speed 3: allowed is 0.1 to 2.5 m/s")]
    public void A_walk_that_cannot_be_is_refused_in_one_line(double speed, double cadence, string message)
    {
        var refused = Assert.Throws<InputException>(() => Script(speed, cadence, 1));

        Assert.Equal((InputFault.Settings, message), (refused.Fault, refused.Message));
    }

    private static readonly double[] Phases = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];

    private static WalkScript Script(double speed, double cadence, long seed) =>
        WalkScript.Of(new WalkScene { Motion = new WalkMotion { MetresPerSecond = speed, CadencePerMinute = cadence }, Seed = seed });

    /// <summary>By the phase of the right leg in its first whole cycle.</summary>
    private static WalkPose At(WalkScript script, double phase) => script.PoseAt((1 + phase - script.FirstPhase) * 120 / script.Scene.Motion.CadencePerMinute);

    private static WalkerLeg Leg(WalkScript script, BodySide side, double phase) => At(script, side == BodySide.Right ? phase : phase + 0.5).Leg(side);
}
