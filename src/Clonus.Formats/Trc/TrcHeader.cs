using System.Globalization;

namespace Clonus.Formats;

/// <summary>What stands above a TRC's rows. Line 1 may hold a path, which is not kept.</summary>
/// <param name="Delimiter">Tab, or the comma of spreadsheets.</param>
/// <param name="Frames">As the header promises; null where it does not.</param>
/// <param name="FirstRow">Line 5 where it already holds numbers, else null.</param>
internal sealed record TrcHeader(byte Delimiter, double? RateHz, int? Frames, LengthUnit Unit, string[] Labels, byte[]? FirstRow)
{
    private static readonly char[] Blanks = [' ', '\t', ',', '"'];

    /// <exception cref="Motion.InputException">Not the five lines that a TRC begins with.</exception>
    public static TrcHeader Read(LineReader lines, string name)
    {
        if (!lines.TryRead(out var first) || !TrcReader.Recognises(first))
            throw FormatError.AtLine(name, 1, "no TRC: it does not begin with PathFileType");

        var keys = Next(lines, name, "the names of the header's values (DataRate, ...)").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var values = Next(lines, name, "the header's values").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var header = keys.Zip(values).DistinctBy(pair => pair.First, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);

        var names = Next(lines, name, "the markers' names");
        var delimiter = names.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var cells = names.Split(delimiter).Select(cell => PointLabel.Shown(PointLabel.Shown(cell).Trim('"'))).ToArray();
        if (cells.Length < 3 || !cells[0].StartsWith("Frame", StringComparison.OrdinalIgnoreCase) || !cells[1].Equals("Time", StringComparison.OrdinalIgnoreCase))
            throw FormatError.AtLine(name, lines.Line, "the row of names begins with 'Frame#' and 'Time'");

        string[] labels = [.. cells[2..].Where(cell => cell.Length > 0)];
        byte[]? row = null;
        if (lines.TryRead(out var axes))
        {
            var parts = LabelText.Decode(axes).Split(delimiter, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts is [['X' or 'x', ..], ..])
                labels = Counted(cells, labels, (parts.Length + 2) / 3);
            else if (parts.Length > 0)
                row = axes.ToArray();
        }

        return labels.Length > 0
            ? new TrcHeader((byte)delimiter, Number(header, "DataRate") ?? Number(header, "CameraRate"), (int?)Number(header, "NumFrames"), UnitText.Parse(header.GetValueOrDefault("Units")), labels, row)
            : throw FormatError.AtLine(name, lines.Line, "no marker is named");
    }

    // Markers without a name leave their three columns.
    private static string[] Counted(string[] cells, string[] labels, int columns) => columns <= labels.Length
        ? labels
        : [.. Enumerable.Range(0, columns).Select(i => cells.ElementAtOrDefault(2 + (3 * i)) is { Length: > 0 } label ? label : string.Create(CultureInfo.InvariantCulture, $"point {i + 1}"))];

    private static string Next(LineReader lines, string name, string what) =>
        lines.TryRead(out var line) ? LabelText.Decode(line) : throw FormatError.AtLine(name, lines.Line + 1, $"the file ends before {what}");

    private static double? Number(Dictionary<string, string> header, string key) =>
        double.TryParse(header.GetValueOrDefault(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value) ? value : null;
}
