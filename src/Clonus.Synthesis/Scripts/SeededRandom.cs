namespace Clonus.Synthesis.Scripts;

/// <summary>SplitMix64: the same numbers for the same seed on every machine and every runtime.</summary>
internal sealed class SeededRandom
{
    private ulong _state;

    /// <param name="purpose">Each purpose has its own stream, so that one more beat leaves the frame times as they were.</param>
    public SeededRandom(long seed, string purpose)
    {
        _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);
        foreach (var letter in purpose)
        {
            _state = (_state ^ letter) * 0x100000001B3;
        }
    }

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double NextNormal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextUnit())) * Math.Cos(2 * Math.PI * NextUnit());

    /// <summary>Standard normal without the tails beyond <paramref name="limit"/>.</summary>
    public double NextNormalWithin(double limit)
    {
        while (true)
        {
            var value = NextNormal();
            if (Math.Abs(value) <= limit)
            {
                return value;
            }
        }
    }
}
