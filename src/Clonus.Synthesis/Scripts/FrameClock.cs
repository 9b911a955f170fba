using System.Collections.Immutable;
using Clonus.Media;

namespace Clonus.Synthesis.Scripts;

/// <summary>When each frame is taken: whole ticks of the file's time base, so that a file can carry the very instants.</summary>
public sealed record FrameClock(TimeBase TimeBase, ImmutableArray<long> Ticks)
{
    // A phone under load: intervals vary by a few percent and now and then a frame is missing.
    private const double IntervalCv = 0.04;
    private const double DroppedShare = 0.03;
    private const double JitterLimit = 2.5;

    public int FrameCount => Ticks.Length;

    public ImmutableArray<double> TimesSeconds => [.. Ticks.Select(TimeBase.Seconds)];

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
            var tick = timeBase.Ticks(position / camera.Rate.Hz);
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
