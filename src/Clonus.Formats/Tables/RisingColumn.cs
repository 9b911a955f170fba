using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Formats;

/// <summary>The frame numbers or the times of a file's rows, each larger than the one before.</summary>
/// <param name="name">The file's name for messages.</param>
/// <param name="what">What it holds, in the singular.</param>
internal sealed class RisingColumn<T>(string name, string what)
    where T : struct, IComparable<T>
{
    private readonly List<T> _values = [];

    public int Count => _values.Count;

    /// <exception cref="Clonus.Motion.InputException">It does not rise.</exception>
    public void Add(T value, long line)
    {
        if (_values.Count > 0 && value.CompareTo(_values[^1]) <= 0)
            throw FormatError.AtLine(name, line, string.Create(CultureInfo.InvariantCulture, $"{what} {value} comes after {what} {_values[^1]}: they must rise"));
        _values.Add(value);
    }

    public ImmutableArray<T> ToArray() => [.. _values];
}
