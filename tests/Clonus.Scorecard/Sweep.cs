using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>One clip of the sweep, in words.</summary>
/// <param name="Varied">All else is drawn at random too, instead of what is usual.</param>
internal sealed record SweepCase(int Beats, double FrequencyHz, int Fps, long Seed, bool Varied)
{
    public StretchScene Scene => Varied ? VariedScene.Of(this) : new()
    {
        Motion = new StretchMotion { Beats = Beats, FrequencyHz = FrequencyHz },
        Camera = new StretchCamera { Rate = new FrameRate(Fps, 1) },
        Seed = Seed,
    };

    public override string ToString() => FormattableString.Invariant($"{Beats} beats, {FrequencyHz:0.#} Hz, {Fps} fps, seed {Seed}");
}

/// <summary>Which clips are measured. Seeds for tuning and for the score are kept apart: a limit is never chosen on the clips that judge it.</summary>
internal static class Sweep
{
    public static readonly ImmutableArray<long> TuningSeeds = [1, 2, 3];
    public static readonly ImmutableArray<long> ScoreSeeds = [101, 102, 103];

    private static readonly int[] Rates = [30, 60];

    /// <summary>1 to 20 beats, 3 to 8 Hz, 30 and 60 fps.</summary>
    public static ImmutableArray<SweepCase> Whole(ImmutableArray<long> seeds, bool varied) => Of(Enumerable.Range(1, 20), [3, 4, 5, 6, 7, 8], seeds, varied);

    /// <summary>The counts next to every rule, at the slowest, the usual and the fastest rate.</summary>
    public static ImmutableArray<SweepCase> Part(ImmutableArray<long> seeds, bool varied) => Of([0, 1, 3, 5, 6, 10, 20], [3, 5.5, 8], seeds, varied);

    private static ImmutableArray<SweepCase> Of(IEnumerable<int> beats, double[] frequencies, ImmutableArray<long> seeds, bool varied) =>
    [
        .. from fps in Rates
           from frequency in frequencies
           from count in beats
           from seed in seeds
           select new SweepCase(count, frequency, fps, seed, varied),
    ];
}
