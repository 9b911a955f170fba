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
}
