using System.Collections.Immutable;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Recordings;

/// <summary>Where one marker of a recording is at any instant: a cubic spline through its samples, bridging short gaps.</summary>
internal sealed class RecordedPath
{
    private const double LongestGapSeconds = 0.2;

    // A frame's exposure begins before its time: the first and the last frame may ask for so much more than was recorded.
    private const double BeyondSeconds = 0.02;

    private readonly ImmutableArray<Run> _runs;

    /// <param name="samples">In order of time, at least one.</param>
    public RecordedPath(IReadOnlyList<(double Time, Point3 Place)> samples)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        for (var (first, i) = (0, 1); i <= samples.Count; i++)
        {
            if (i == samples.Count || samples[i].Time - samples[i - 1].Time > LongestGapSeconds)
            {
                runs.Add(new Run([.. samples.Skip(first).Take(i - first)]));
                first = i;
            }
        }

        _runs = runs.ToImmutable();
    }

    /// <summary>Null where the marker was not seen for longer than a short gap.</summary>
    public Point3? At(double timeSeconds)
    {
        var within = Within(timeSeconds);
        return Math.Abs(timeSeconds - within) > BeyondSeconds ? null : _runs.FirstOrDefault(run => within >= run.From && within <= run.Until)?.At(timeSeconds);
    }

    /// <summary>Where it must have been about: over a long gap straight from its one end to the other. Null before and after all samples.</summary>
    public Point3? About(double timeSeconds)
    {
        if (At(timeSeconds) is { } seen)
        {
            return seen;
        }

        var (before, after) = (_runs.LastOrDefault(run => run.Until < timeSeconds), _runs.FirstOrDefault(run => run.From > timeSeconds));
        return before is null || after is null ? null
            : before.At(before.Until) + ((after.At(after.From) - before.At(before.Until)) * ((timeSeconds - before.Until) / (after.From - before.Until)));
    }

    /// <summary>The time nearest to one at which there are samples around it.</summary>
    public double Within(double timeSeconds) => Math.Clamp(timeSeconds, _runs[0].From, _runs[^1].Until);

    private sealed class Run
    {
        private readonly CubicSpline[] _coordinates;

        public Run((double Time, Point3 Place)[] samples)
        {
            (From, Until) = (samples[0].Time, samples[^1].Time);
            _coordinates = [.. new Func<Point3, double>[] { p => p.X, p => p.Y, p => p.Z }.Select(of => Spline([.. samples.Select(s => (s.Time, of(s.Place)))]))];
        }

        public double From { get; }

        public double Until { get; }

        public Point3 At(double timeSeconds) => new(_coordinates[0].At(timeSeconds), _coordinates[1].At(timeSeconds), _coordinates[2].At(timeSeconds));

        // At its ends it goes on as its first and last samples do.
        private static CubicSpline Spline((double At, double Value)[] knots)
        {
            double Slope(int from, int to) => knots.Length < 2 ? 0 : (knots[to].Value - knots[from].Value) / (knots[to].At - knots[from].At);
            return new CubicSpline(knots, Slope(0, Math.Min(1, knots.Length - 1)), Slope(Math.Max(knots.Length - 2, 0), knots.Length - 1));
        }
    }
}
