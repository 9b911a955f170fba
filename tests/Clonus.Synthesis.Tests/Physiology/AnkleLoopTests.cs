using System.Collections.Immutable;
using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Physiology;

/// <summary>The reflex loop against what an independent program (Euler steps of 0.5 ms, 6 Nm within 0.1 s, 6 s) gave for the same equations.</summary>
public class AnkleLoopTests
{
    private const double RampSeconds = 0.1;

    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 19)]
    public void A_weak_reflex_gives_a_train_that_dies(double gain, int beats)
    {
        var simulated = Run(new ReflexMotion { Gain = gain });
        var excursions = Beats(simulated);

        Assert.InRange(excursions.Length, beats, beats + 1);
        Assert.All(excursions.Zip(excursions.Skip(1)), pair => Assert.True(pair.Second.AmplitudeDegrees < pair.First.AmplitudeDegrees));
        Assert.Equal(0, Swing(simulated), 0.05);
    }

    [Theory]
    [InlineData(6, 13)]
    [InlineData(8, 14.4)]
    public void A_strong_reflex_sustains_its_beats(double gain, double degrees)
    {
        var simulated = Run(new ReflexMotion { Gain = gain });

        Assert.Equal(31, Beats(simulated).Length);
        Assert.Equal(5.3, Hertz(simulated), 0.05);
        Assert.Equal(degrees, Swing(simulated), 0.3);
    }

    [Theory]
    [InlineData(0.012, 6.0)]
    [InlineData(0.02, 5.3)]
    [InlineData(0.03, 4.7)]
    [InlineData(0.05, 4.0)]
    [InlineData(0.08, 3.4)]
    public void A_heavier_foot_beats_slower(double inertia, double hertz) => Assert.Equal(hertz, Hertz(Run(new ReflexMotion { Inertia = inertia })), 0.05);

    [Theory]
    [InlineData(0.03, 5.9)]
    [InlineData(0.05, 5.3)]
    [InlineData(0.07, 4.7)]
    public void A_longer_reflex_arc_beats_slower(double delay, double hertz) => Assert.Equal(hertz, Hertz(Run(new ReflexMotion { DelaySeconds = delay })), 0.08);

    [Theory]
    [InlineData(20, 4.7)]
    [InlineData(40, 5.8)]
    public void A_stiffer_ankle_beats_faster(double stiffness, double hertz) => Assert.Equal(hertz, Hertz(Run(new ReflexMotion { Stiffness = stiffness })), 0.06);

    [Fact]
    public void Twice_the_stiffness_suppresses_the_beats()
    {
        var simulated = Run(new ReflexMotion { Stiffness = 60 });

        Assert.InRange(Beats(simulated).Length, 0, 2);
        Assert.Equal(0, Swing(simulated), 0.05);
    }

    [Theory]
    [InlineData(3.0, 11)]
    [InlineData(5.0, 14)]
    [InlineData(8.0, 19)]
    [InlineData(null, 53)]
    public void A_reflex_that_tires_stops_sooner(double? fatigueSeconds, int beats)
    {
        // The last beat of a train without end has not returned yet.
        Assert.InRange(Beats(Run(new ReflexMotion { Gain = 5, FatigueSeconds = fatigueSeconds }, seconds: 10)).Length, fatigueSeconds is null ? beats - 1 : beats, beats);
    }

    [Fact]
    public void Stiffness_that_the_muscle_adds_makes_the_first_interval_the_longest()
    {
        var intervals = Intervals(Beats(Run(new ReflexMotion { Gain = 5, Stiffness = 20, TonicStiffening = 4 })));

        Assert.Equal([0.196, 0.185, 0.182, 0.182], intervals[..4], (expected, found) => Math.Abs(expected - found) < 0.012);
        Assert.All(intervals[1..5], interval => Assert.True(interval < intervals[0]));
    }

    [Fact]
    public void Stiffness_that_the_load_adds_raises_the_rate_with_the_load_and_without_it_the_rate_stays()
    {
        // From 20 to 33 Nm/rad between 3 and 11.5 Nm.
        var stiffening = new ReflexMotion { Stiffness = 15.4, LoadStiffening = 1.54 };

        Assert.Equal([4.7, 5.0, 5.3], new[] { 3.0, 6, 10 }.Select(load => Math.Round(Hertz(Run(stiffening, load)), 1)));
        Assert.Equal([5.3, 5.3, 5.3], new[] { 3.0, 6, 10 }.Select(load => Math.Round(Hertz(Run(new ReflexMotion(), load)), 1)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Half_the_step_gives_the_same_beats(double gain)
    {
        var coarse = Beats(Run(new ReflexMotion { Gain = gain }));
        var fine = Beats(Run(new ReflexMotion { Gain = gain }, stepSeconds: 0.00025));

        // A dying train's last excursion of a few tenths of a degree may be one contraction more or less.
        Assert.InRange(coarse.Length - fine.Length, 0, 1);
        Assert.All(coarse.Zip(fine).Take(10), pair =>
        {
            Assert.Equal(pair.First.TimeSeconds, pair.Second.TimeSeconds, 0.005);
            Assert.Equal(pair.First.AmplitudeDegrees, pair.Second.AmplitudeDegrees, 0.1);
        });
    }

    [Fact]
    public void Without_a_reflex_energy_only_falls()
    {
        var motion = new ReflexMotion { Gain = 0, DampingRatio = 0.05 };
        var degrees = Run(motion).Angle.Degrees;
        var held = 6 / motion.Stiffness;
        var energies = Enumerable.Range(300, degrees.Length - 301).Select(i =>
        {
            var (angle, speed) = ((degrees[i] * Math.PI / 180) - held, (degrees[i + 1] - degrees[i]) * Math.PI / 180 / 0.0005);
            return (0.5 * motion.Inertia * speed * speed) + (0.5 * motion.Stiffness * angle * angle);
        }).ToArray();

        // Looked at once in 20 ms: within a step the two halves of the energy are not of the same instant.
        var seldom = energies.Where((_, i) => i % 40 == 0).ToArray();
        Assert.All(seldom.Zip(seldom.Skip(1)), pair => Assert.True(pair.Second <= (pair.First * 1.01) + 1e-12));
        Assert.Equal(0, energies[^1], 1e-6);
    }

    [Fact]
    public void An_ankle_under_a_load_begins_at_rest()
    {
        var degrees = AnkleLoop.Run(new ReflexMotion { Gain = 0 }, _ => new AnkleInput(3, 0, 0, 0), 1).Angle.Degrees;

        Assert.All(degrees, angle => Assert.Equal(0.1 * 180 / Math.PI, angle, 1e-9));
    }

    private static SimulatedAnkle Run(ReflexMotion motion, double torque = 6, double seconds = 6, double stepSeconds = 0.0005) => AnkleLoop.Run(
        motion, time => new AnkleInput(torque * Math.Min(1, time / RampSeconds), torque * Math.Min(1, time / RampSeconds), 1, time), seconds, null, stepSeconds);

    private static ImmutableArray<BeatTruth> Beats(SimulatedAnkle simulated) => Excursions.AfterPulls(simulated.Angle, simulated.PullsSeconds);

    private static double[] Intervals(ImmutableArray<BeatTruth> beats) => [.. beats.Zip(beats.Skip(1), (a, b) => b.TimeSeconds - a.TimeSeconds)];

    private static double Hertz(SimulatedAnkle simulated) => 1 / Intervals(Beats(simulated))[3..].Average();

    // Peak to peak in the last second.
    private static double Swing(SimulatedAnkle simulated)
    {
        var last = simulated.Angle.Degrees[^(int)(1 / simulated.Angle.StepSeconds)..];
        return last.Max() - last.Min();
    }
}
