using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// The times of Kinovea's exports. They are in the unit of the user's preferences, which no file names: seconds, milliseconds, microseconds, frames,
/// parts of hours or minutes as numbers, or a clock's text in older versions.
/// </summary>
internal sealed class KinoveaTime(string name)
{
    private double _resolution;
    private bool _isText;
    private bool _isNumber;

    /// <summary>A row's time as its cell gives it.</summary>
    /// <exception cref="InputException">The cell holds no time.</exception>
    public double Read(string cell, long line)
    {
        if (cell.Length > 0 && CellNumber.TryRead(cell, out var number) && !double.IsNaN(number))
        {
            _isNumber = true;
            return number;
        }
        if (!TimeCode.TryRead(cell, out var seconds))
            throw FormatError.AtLine(name, line, $"'{FormatError.Quoted(cell)}' is no time that can be told without doubt; export times in seconds");
        _isText = true;
        _resolution = Math.Max(_resolution, TimeCode.Resolution(cell));
        return seconds;
    }

    /// <param name="times">Rising, as read.</param>
    public Trajectories Over(ImmutableArray<double> times, ImmutableArray<PointTrack> points, LengthUnit unit)
    {
        if (_isText && _isNumber)
            throw FormatError.Of(name, "has times of two kinds, numbers and clock readings");
        var reading = IsNormalised(times) ? new TimeReading(null, null, Normalised) : _isText ? TimeUnit.InSeconds(times, 1) with { Issue = Rounded() } : TimeUnit.Tell(times, name, mayBeParts: true);
        return new Trajectories(TrajectoryFormat.Kinovea, reading.Frames ?? [.. Enumerable.Range(0, times.Length)], reading.Seconds, points)
        {
            Unit = unit,
            TimesAreInferred = !_isText,

            // Its coordinate system has y upward, calibrated or not.
            YPointsUp = true,
            Issues = reading.Issue is null ? [] : [reading.Issue],
        };
    }

    // From exactly 0 to exactly 1: shares of the selection's length, which no file tells.
    private bool IsNormalised(ImmutableArray<double> times) => !_isText && times.Length > 2 && times[0] == 0 && times[^1] == 1;

    private static QualityIssue Normalised => new(
        "times_normalised", IssueSeverity.Warning, "The times go from 0 to 1: they are shares of the recording's length, and how long it is must be given.");

    private QualityIssue? Rounded() => _resolution < 0.005 ? null : new QualityIssue(
        "times_rounded", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"the times are clock readings in whole {_resolution} s"));
}
