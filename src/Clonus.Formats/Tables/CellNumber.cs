using System.Globalization;

namespace Clonus.Formats;

/// <summary>A number as other programs write it into a cell: with a decimal point or a decimal comma, and with several words for "none".</summary>
internal static class CellNumber
{
    /// <summary>NaN for an empty cell, for a word that means none and for what is not finite; false for text that is no number.</summary>
    public static bool TryRead(string text, out double value)
    {
        var cell = text.AsSpan().Trim();
        value = double.NaN;
        if (cell.IsEmpty || IsNone(cell))
            return true;
        if (!double.TryParse(Pointed(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return false;
        if (!double.IsFinite(value))
            value = double.NaN;
        return true;
    }

    /// <summary>A number without a fraction that fits into an int; pandas writes 12 as 12.0.</summary>
    public static bool TryWhole(string text, out int value)
    {
        value = 0;
        if (!TryRead(text, out var number) || !(number >= int.MinValue && number <= int.MaxValue) || number != Math.Floor(number))
            return false;
        value = (int)number;
        return true;
    }

    // A comma that separates cells never arrives here, so a lone one is the decimal sign of the writer's country.
    private static ReadOnlySpan<char> Pointed(ReadOnlySpan<char> cell)
    {
        var comma = cell.IndexOf(',');
        if (comma < 0 || cell.Contains('.') || cell[(comma + 1)..].Contains(','))
            return cell;
        var pointed = cell.ToArray();
        pointed[comma] = '.';
        return pointed;
    }

    private static bool IsNone(ReadOnlySpan<char> cell)
    {
        var sign = cell[0] is '+' or '-' ? 1 : 0;
        foreach (var word in (ReadOnlySpan<string>)["nan", "na", "n/a", "none", "null", "inf", "infinity", "\u221e", "nan(ind)", "undefined"])
        {
            if (cell[sign..].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return sign == 1 && cell.Length == 1 && cell[0] == '-';
    }
}
