using System.Collections.Immutable;

namespace Clonus.Motion.Signals;

/// <summary>Evenly sampled values without a hole inside.</summary>
/// <param name="StartSeconds">Time of the first value.</param>
/// <param name="Bridged">True where the value stands in a hole short enough to be bridged for filtering.</param>
public sealed record UniformSignal(
    double StartSeconds, double SampleRateHz, ImmutableArray<double> Values, ImmutableArray<bool> Bridged)
{
    public int Length => Values.Length;

    public double EndSeconds => TimeSeconds(Length - 1);

    public double TimeSeconds(double index) => StartSeconds + (index / SampleRateHz);

    /// <summary>Upside down.</summary>
    public UniformSignal Flipped() => this with { Values = [.. Values.Select(v => -v)] };

    /// <summary>From one time to another, as far as there is signal.</summary>
    public UniformSignal Between(double fromSeconds, double toSeconds)
    {
        var (from, end) = (IndexAt(fromSeconds), IndexAt(toSeconds) + 1);
        return new UniformSignal(TimeSeconds(from), SampleRateHz, Values[from..end], Bridged[from..end]);
    }

    /// <summary>The nearest index to a time, kept inside the signal.</summary>
    public int IndexAt(double timeSeconds) =>
        (int)Math.Clamp(Math.Round((timeSeconds - StartSeconds) * SampleRateHz), 0, Length - 1);

    /// <summary>Mean of the values from one time to another, both kept inside the signal.</summary>
    public double Mean(double fromSeconds, double toSeconds)
    {
        var from = IndexAt(fromSeconds);
        return Values.AsSpan(from, IndexAt(toSeconds) - from + 1).ToArray().Average();
    }
}
