using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkPatternTests
{
    // What a pattern is made of, or cannot be without: steps of different length for who steps to, a standing foot whose heel is up.
    private static readonly Dictionary<WalkPatternName, WalkPatternName[]> Brings = new()
    {
        [WalkPatternName.StepTo] = [WalkPatternName.AsymmetricGait],
        [WalkPatternName.ToeFirstWithHyperextension] = [WalkPatternName.ToeFirstContact, WalkPatternName.KneeHyperextension, WalkPatternName.Vaulting],
        [WalkPatternName.ToeFirstContact] = [WalkPatternName.Vaulting],
        [WalkPatternName.ClonusInStance] = [WalkPatternName.Vaulting],
    };

    // These are of both sides by their nature.
    private static readonly WalkPatternName[] OfBothSides = [WalkPatternName.BackwardLean, WalkPatternName.Scissoring, WalkPatternName.AsymmetricGait];

    public static TheoryData<WalkPatternName> Names => [.. Enum.GetValues<WalkPatternName>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pattern_reaches_its_measure_and_brings_no_other(WalkPatternName name)
    {
        foreach (var (severity, seed, side) in new[] { (0.5, 1L, BodySide.Right), (1.3, 2L, BodySide.Left), (2, 3L, BodySide.Right) })
        {
            var truth = Truth(seed, null, side, new WalkPattern(name, severity));
            var normal = Truth(seed, truth, side);
            var shown = Of(truth, name, side);
            var share = Share(shown, normal);

            // As far as the body can: a foot cannot swing over the floor with a knee that hardly bends, nor be left further behind than the leg reaches.
            var least = severity < 2 ? severity - 0.17
                : name switch { WalkPatternName.StiffKnee => 1.3, WalkPatternName.StepTo => 1.5, WalkPatternName.ReducedStance => 1.2, _ => 1.78 };

            // Its median over so few strides is known to some hundredths alone.
            var most = severity + (name == WalkPatternName.AsymmetricGait ? 0.3 : 0.17);
            Assert.True(share >= least && share <= most, $"{name} {severity}: {share:0.00}, {shown.Value:0.00}");
            Assert.Equal((severity, severity > 1), (shown.Severity, shown.Present));
            foreach (var other in truth.Patterns.Where(p => p.Name != name || (p.Side != side && !OfBothSides.Contains(name))))
            {
                Assert.True(other.Present == false || (Brings.TryGetValue(name, out var brought) && brought.Contains(other.Name)), $"{name} {severity} brings {other.Name} {other.Side} {other.Value}");
            }
        }
    }

    [Fact]
    public void A_normal_walker_has_no_pattern()
    {
        foreach (var seed in Enumerable.Range(1, 24))
        {
            var speed = 0.3 + (1.2 * (seed % 8) / 7.0);
            var truth = WalkTruth.Of(WalkScript.Of(Scene(seed, new WalkMotion { MetresPerSecond = speed, Treadmill = true })));

            Assert.Equal(32, truth.Patterns.Length);
            Assert.All(truth.Patterns, pattern =>
            {
                // What is normal of each, far from its limit.
                var usual = pattern.Name switch
                {
                    WalkPatternName.StepTo => 2, WalkPatternName.KneeHyperextension => 5, WalkPatternName.ToeFirstContact => 15, WalkPatternName.BackwardLean => -3,
                    WalkPatternName.StiffKnee => 62, WalkPatternName.Scissoring => 100, WalkPatternName.ReducedStance or WalkPatternName.AsymmetricGait => 1, _ => 0,
                };
                Assert.True((pattern.Value - usual) / (pattern.Limit - usual) < 0.7, $"{seed} at {speed:0.0} m/s: {pattern.Name} {pattern.Value:0.000}");
                Assert.False(pattern.Present);
            });
        }
    }

    [Fact]
    public void Patterns_go_together()
    {
        var truth = Truth(5, null, BodySide.Left, new WalkPattern(WalkPatternName.FootDrop, 1.5), new WalkPattern(WalkPatternName.Circumduction, 1.5), new WalkPattern(WalkPatternName.BackwardLean, 1.2));

        Assert.Equal(
            [WalkPatternName.Circumduction, WalkPatternName.BackwardLean, WalkPatternName.FootDrop],
            truth.Patterns.Where(p => p is { Side: BodySide.Left, Present: true }).Select(p => p.Name));
    }

    [Fact]
    public void Whatever_is_asked_for_together_the_walker_stays_on_the_floor_and_has_a_truth()
    {
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var patterns = Enum.GetValues<WalkPatternName>().OrderBy(_ => random.Next()).Take(random.Next(4)).Select(name => new WalkPattern(name, 3 * random.NextDouble()));
            var scene = Scene(i, new WalkMotion { MetresPerSecond = 0.2 + (1.5 * random.NextDouble()), StandSeconds = i % 3, Patterns = [.. patterns] });
            var script = WalkScript.Of(scene with { Camera = scene.Camera with { DurationSeconds = 8 } });

            Assert.DoesNotContain("NaN", TruthFile.Write(WalkTruth.Of(script)), StringComparison.Ordinal);
            Assert.All(Enumerable.Range(0, 400), frame =>
            {
                var pose = script.Walker.At(frame / 50.0);
                Assert.All([pose.Left, pose.Right], leg => Assert.True(Math.Min(leg.HeelEdge.Y, leg.Ball.Y) > -5));
            });
        }
    }

    [Fact]
    public void Toes_that_come_first_are_said_so_and_the_heel_stops_later()
    {
        var scene = Scene(6, new WalkMotion { Treadmill = true, Patterns = [new WalkPattern(WalkPatternName.ToeFirstContact, 1.5)] });
        var (walker, truth) = (WalkScript.Of(scene).Walker, WalkTruth.Of(WalkScript.Of(scene)));

        Assert.All(truth.Legs[0].Strides, stride => Assert.Equal(FirstTouch.Heel, stride.First));
        Assert.All(truth.Legs[1].Strides, stride =>
        {
            Assert.Equal(FirstTouch.Toe, stride.First);
            var (ball, heel) = (walker.At(stride.ContactSeconds + 0.03).Right.Ball, walker.At(stride.ContactSeconds + 0.03).Right.HeelEdge);
            Assert.InRange(ball.Y, -0.1, 0.1);
            Assert.True(heel.Y > 3);
        });
    }

    [Theory]
    [InlineData(WalkPatternName.ClonusInStance)]
    [InlineData(WalkPatternName.ClonusInSwing)]
    public void Beats_are_five_to_seven_a_second_and_the_first_interval_is_the_longest(WalkPatternName name)
    {
        var truth = Truth(4, null, BodySide.Right, new WalkPattern(name, 1.5));
        var strides = truth.Legs[1].Strides.Where(s => s.Beats.Length > 0).ToArray();

        Assert.True(strides.Length >= truth.Legs[1].Strides.Length - 1);
        Assert.All(truth.Legs[0].Strides, stride => Assert.Empty(stride.Beats));
        Assert.All(strides, stride =>
        {
            double[] times = [.. stride.Beats.Select(b => b.TimeSeconds)];
            double[] intervals = [.. times[1..].Zip(times, (b, a) => b - a)];
            Assert.All(intervals, interval => Assert.InRange(interval, 1 / 7.0, 0.25));
            Assert.True(intervals.Length < 2 || intervals[0] > intervals[^1]);
            Assert.All(times, time => Assert.InRange(time, stride.ContactSeconds, stride.NextContactSeconds));
            Assert.All(stride.Beats, beat => Assert.Equal(name == WalkPatternName.ClonusInSwing, beat.InSwing));
        });
    }

    [Fact]
    public void Equal_seeds_give_equal_truths()
    {
        var scene = Scene(7, new WalkMotion { Patterns = [new WalkPattern(WalkPatternName.StiffKnee, 1.2), new WalkPattern(WalkPatternName.ClonusInStance, 1)] });

        Assert.Equal(TruthFile.Write(WalkTruth.Of(WalkScript.Of(scene))), TruthFile.Write(WalkTruth.Of(WalkScript.Of(scene))));
        Assert.NotEqual(TruthFile.Write(WalkTruth.Of(WalkScript.Of(scene))), TruthFile.Write(WalkTruth.Of(WalkScript.Of(scene with { Seed = 8 }))));
    }

    private static WalkPatternTruth Of(WalkTruth truth, WalkPatternName name, BodySide side) => truth.Patterns.Single(p => p.Name == name && p.Side == side);

    private static double Share(WalkPatternTruth shown, WalkTruth normal)
    {
        var from = Of(normal, shown.Name, shown.Side).Value!.Value;
        return (shown.Value!.Value - from) / (shown.Limit - from);
    }

    // The same walker without a pattern goes as fast and with as many steps as the one with it.
    private static WalkTruth Truth(long seed, WalkTruth? pace, BodySide side, params WalkPattern[] patterns) => WalkTruth.Of(WalkScript.Of(Scene(
        seed,
        new WalkMotion { Treadmill = true, MetresPerSecond = pace?.MetresPerSecond, CadencePerMinute = pace?.CadencePerMinute, AffectedSide = side, Patterns = [.. patterns] })));

    private static WalkScene Scene(long seed, WalkMotion motion) => new()
    {
        Motion = motion,
        Subject = new WalkSubject { Stickers = [] },
        Camera = new StretchCamera { WidthPixels = 64, HeightPixels = 64, DurationSeconds = 24, ShutterSeconds = 0 },
        Seed = seed,
    };
}
