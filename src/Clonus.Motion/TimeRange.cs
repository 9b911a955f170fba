using System.Collections.Immutable;

namespace Clonus.Motion;

/// <summary>A half-open range of time [start, end) in seconds. It cannot be reversed or hold a NaN.</summary>
public readonly record struct TimeRange
{
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start, or a bound is not a number.</exception>
    public TimeRange(double startSeconds, double endSeconds)
    {
        if (!(startSeconds <= endSeconds))
        {
            throw new ArgumentOutOfRangeException(nameof(endSeconds), $"a time range needs start <= end, got {startSeconds}..{endSeconds}");
        }

        StartSeconds = startSeconds;
        EndSeconds = endSeconds;
    }

    public double StartSeconds { get; }

    public double EndSeconds { get; }

    public double DurationSeconds => EndSeconds - StartSeconds;

    public bool Contains(double timeSeconds) => timeSeconds >= StartSeconds && timeSeconds < EndSeconds;

    /// <summary>By time, with those that overlap made one.</summary>
    public static ImmutableArray<TimeRange> Union(IEnumerable<TimeRange> ranges)
    {
        var union = ImmutableArray.CreateBuilder<TimeRange>();
        foreach (var range in ranges.OrderBy(r => r.StartSeconds))
        {
            if (union.Count > 0 && range.StartSeconds < union[^1].EndSeconds)
                union[^1] = new TimeRange(union[^1].StartSeconds, Math.Max(union[^1].EndSeconds, range.EndSeconds));
            else
                union.Add(range);
        }

        return union.ToImmutable();
    }
}
