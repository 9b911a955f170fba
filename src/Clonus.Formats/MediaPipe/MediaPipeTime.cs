using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>The times of a table of landmarks, if it has any that can be read: numbers of a named or unnamed unit, or clock readings.</summary>
internal sealed class MediaPipeTime(string name, MediaPipeColumn? column)
{
    private readonly RisingColumn<double> _times = new(name, "time");
    private readonly Dictionary<int, double> _ofFrames = [];
    private ImmutableArray<double>? _set;
    private bool _isText;
    private bool _isUnread;

    /// <summary>The time of a row that is a frame.</summary>
    /// <exception cref="InputException">It is none, or does not rise.</exception>
    public void Add(DelimitedTable table)
    {
        if (column is not null && !_isUnread && TryCell(table, _times.Count == 0) is { } time)
            _times.Add(time, table.Line);
    }

    /// <summary>The time of a row that is one of several of a frame; all of them must have the same one.</summary>
    public void AddOfFrame(DelimitedTable table, int frame)
    {
        if (column is null || _isUnread || TryCell(table, _ofFrames.Count == 0) is not { } time)
            return;
        if (!_ofFrames.TryAdd(frame, time) && _ofFrames[frame] != time)
            throw table.Fault(string.Create(CultureInfo.InvariantCulture, $"frame {frame} has another time than in a line before"));
    }

    /// <summary>Puts the times of frames into their order.</summary>
    /// <param name="frames">Of those given, rising.</param>
    public void Arrange(ImmutableArray<int> frames)
    {
        if (column is null || _isUnread)
            return;
        _set = [.. frames.Select(f => _ofFrames[f])];
        for (var i = 1; i < frames.Length; i++)
        {
            if (_set.Value[i] <= _set.Value[i - 1])
                throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"the time of frame {frames[i]} is not after that of frame {frames[i - 1]}"));
        }
    }

    /// <summary>The time of a row in a table without frame numbers.</summary>
    public double Of(DelimitedTable table) => TryCell(table, mayBeUnread: false) ?? throw table.Fault("has no time");

    public void Set(ImmutableArray<double> times) => _set = times;

    public TimeReading Read()
    {
        if (column is null)
            return new TimeReading(null, null, null);
        if (_isUnread)
            return new TimeReading(null, null, new QualityIssue("times_unread", IssueSeverity.Warning, "the column of times cannot be read as times of the frames; a frame rate must be given"));
        var times = _set ?? _times.ToArray();
        return _isText ? TimeUnit.InSeconds(times, 1)
            : column.SecondsPerUnit is { } unit ? TimeUnit.InSeconds(times, unit)
            : TimeUnit.Tell(times, name);
    }

    // A date or a clock without fractions is told by the first row; after that, what is no number is a broken cell.
    private double? TryCell(DelimitedTable table, bool mayBeUnread)
    {
        var cell = table[column!.Index];
        if (TimeCode.TryRead(cell, out var seconds))
        {
            _isText = true;
            return seconds;
        }
        if (mayBeUnread && (!CellNumber.TryRead(cell, out var first) || double.IsNaN(first)))
        {
            _isUnread = true;
            return null;
        }
        var time = table.Number(column.Index);
        return double.IsNaN(time) ? throw table.Fault("has no time") : time;
    }
}
