using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Clonus.Formats.Tests.RoundTrips;

/// <summary>What makes up a recording. Small enough to be printed when a test fails on it; the same plan makes the same recording.</summary>
internal sealed record TrialPlan(int Seed, int Markers, int Frames, int FirstFrame, double RateHz, int Events, bool IsPicture, bool IsSingle)
{
    private static readonly string[] Letters = [.. "abcXYZ0189 ,\"';#-_.()é".Select(c => c.ToString()), "Ω", "ß", "膝", "\uD83E\uDDB6", "  "];

    private static readonly string[] EventLabels = ["Foot Strike", "Foot Off", "Clonus Beat", "Clonus Start", "Clonus End", "Clonus-Schlag für sich"];

    private static readonly string[] Contexts = ["Left", "Right", "General"];

    private static readonly double[] Rates = [59.94005994, 29.97002997, 23.976, 30, 25, 100, 120, 240, 1000, 7.5, 1];

    /// <summary>Small recordings of all kinds; a failing one shrinks to fewer markers, frames and events.</summary>
    public static Arbitrary<TrialPlan> Any { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from markers in Gen.Frequency((4, Gen.Choose(1, 6)), (1, Gen.Constant(1)), (1, Gen.Choose(254, 300)))
        from frames in Gen.Frequency((4, Gen.Choose(2, 40)), (1, Gen.Constant(1)), (1, Gen.Choose(100, 300)))
        from first in Gen.Frequency((2, Gen.Constant(1)), (2, Gen.Choose(2, 900)), (1, Gen.Choose(60_000, 70_000)))
        from rate in Gen.Elements(Rates)
        from events in Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(250, 300)))
        from isPicture in Gen.Elements(false, true)
        from isSingle in Gen.Elements(false, true)
        select new TrialPlan(seed, markers, frames, first, rate, events, isPicture, isSingle),
        plan => new[]
        {
            plan with { Events = plan.Events / 2 }, plan with { Markers = (plan.Markers + 1) / 2 }, plan with { Frames = (plan.Frames + 1) / 2 }, plan with { FirstFrame = 1 }, plan with { RateHz = 1 },
        }.Where(smaller => smaller != plan));

    public Trajectories Make()
    {
        var random = new Random(Seed);
        string[] labels = [.. Enumerable.Range(0, Markers).Select(i => Label(random, i))];
        return new Trajectories(
            TrajectoryFormat.Tracks, [.. Enumerable.Range(FirstFrame - 1, Frames)], [.. Enumerable.Range(FirstFrame - 1, Frames).Select(frame => frame / RateHz)],
            [.. labels.Select(label => Track(random, label))])
        {
            RateHz = RateHz,
            Unit = IsPicture ? LengthUnit.Pixel : LengthUnit.Millimetre,
            IsSpatial = !IsPicture,
            Events = [.. Enumerable.Range(0, Events).Select(i => Event(random, i))],
        };
    }

    // Not empty, with a visible letter at both ends, and its own among the others.
    private static string Label(Random random, int index) =>
        Letters[random.Next(8)] + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])) + $"n{index}";

    // The second event lies beyond the first minute, the third exactly at 61.5 s.
    private static TrialEvent Event(Random random, int index) => new(
        index switch { 1 => 60 + (600 * random.NextDouble()), 2 => 61.5, 3 => 60, _ => Math.Round(120 * random.NextDouble(), 3) },
        EventLabels[random.Next(EventLabels.Length)], Contexts[random.Next(Contexts.Length)]);

    private PointTrack Track(Random random, string label)
    {
        // Some are never seen, some always, most sometimes.
        var missing = random.Next(6) switch { 0 => 1, 1 => 0, _ => random.NextDouble() };
        var axes = Enumerable.Range(0, 3).Select(_ => new double[Frames]).ToArray();
        for (var frame = 0; frame < Frames; frame++)
        {
            var seen = random.NextDouble() >= missing;
            foreach (var axis in axes)
                axis[frame] = seen ? Number(random) : double.NaN;

            // Exactly the room's origin is no place: some programs write it for a point that was not seen.
            if (axes.All(axis => axis[frame] == 0))
                axes[0][frame] = 1;
        }

        var series = axes.Select(axis => IsSingle ? Series.Of([.. axis.Select(v => (float)v)]) : Series.Of(axis)).ToArray();
        return new PointTrack(label, series[0], series[1], IsPicture ? null : series[2]);
    }

    private static double Number(Random random) => random.Next(20) switch
    {
        0 => 0,
        1 => random.Next(-3000, 3000),
        2 => (random.NextDouble() - 0.5) * 1e-6,
        3 => (random.NextDouble() - 0.5) * 1e9,
        _ => (random.NextDouble() - 0.5) * 4000,
    };
}
