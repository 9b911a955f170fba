using System.Collections.Immutable;

namespace Clonus.Synthesis.Scripts;

/// <summary>The unit of a file's timestamps: Numerator / Denominator seconds.</summary>
public readonly record struct TimeBase(int Numerator, int Denominator)
{
    /// <summary>24, 25, 30000/1001, 30, 50, 60000/1001, 60, 120 and 240 frames a second are whole numbers of it.</summary>
    public static readonly TimeBase Default = new(1, 60000);

    public double Seconds(long ticks) => (double)ticks * Numerator / Denominator;
}

/// <summary>When each frame is taken: whole ticks of the file's time base, so that a file can carry the very instants.</summary>
public sealed record FrameClock(TimeBase TimeBase, ImmutableArray<long> Ticks)
{
    // A phone under load: intervals vary by a few percent and now and then a frame is missing.
    private const double IntervalCv = 0.04;
    private const double DroppedShare = 0.03;
    private const double JitterLimit = 2.5;

    public int FrameCount => Ticks.Length;

    public double TimeSeconds(int frame) => TimeBase.Seconds(Ticks[frame]);

    /// <summary>Frames from 0 on, while their time is below <paramref name="durationSeconds"/>; at least one.</summary>
    public static FrameClock Of(StretchCamera camera, double durationSeconds, TimeBase timeBase, long seed)
    {
        var random = new SeededRandom(seed, "frames");
        var ticks = ImmutableArray.CreateBuilder<long>();
        for (var i = 0; ; i++)
        {
            var position = camera.VariableFrameRate && i > 0 ? i + (IntervalCv * random.NextNormalWithin(JitterLimit)) : i;
            var dropped = camera.VariableFrameRate && i > 0 && random.NextUnit() < DroppedShare;
            var tick = (long)Math.Round(position / camera.Rate.Hz * timeBase.Denominator / timeBase.Numerator);
            if (i > 0 && timeBase.Seconds(tick) >= durationSeconds)
            {
                return new FrameClock(timeBase, ticks.ToImmutable());
            }

            if (!dropped)
            {
                ticks.Add(tick);
            }
        }
    }
}
