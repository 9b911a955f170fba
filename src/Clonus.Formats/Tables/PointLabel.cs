using System.Globalization;

namespace Clonus.Formats;

/// <summary>The name of a point as it stands in a header, fit to be shown.</summary>
internal static class PointLabel
{
    /// <summary>Without blanks around it and without control characters; an empty one is named by its place.</summary>
    /// <param name="index">Place among the points of its file, from 0.</param>
    public static string Of(string text, int index) => Shown(text) is { Length: > 0 } named ? named : string.Create(CultureInfo.InvariantCulture, $"point {index + 1}");

    /// <summary>Without blanks around it and without control characters.</summary>
    public static string Shown(string text) => (text.Any(char.IsControl) ? new string([.. text.Where(c => !char.IsControl(c))]) : text).Trim();
}
