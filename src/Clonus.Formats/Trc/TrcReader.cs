using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Reads TRC files as OpenSim, Cortex, Nexus, Sports2D and spreadsheets write them: tabs or commas, with and without the empty line, with
/// headers that promise other counts than the file holds. Source: OpenSim's TRC adapter, and files in the wild.
/// </summary>
public static class TrcReader
{
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    internal static bool Recognises(ReadOnlySpan<byte> head) => WithoutBom(head).StartsWith("PathFileType"u8);

    /// <param name="stream">Seekable.</param>
    /// <exception cref="InputException">It is no TRC, or a damaged one; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        stream.Position = 0;
        var lines = new LineReader(stream);
        var header = TrcHeader.Read(lines, name);
        var rows = new TrcRows(header, stream.Length, name);
        rows.Read(lines);
        var issues = new List<QualityIssue>();
        if (rows.Count == 0)
            throw FormatError.AtLine(name, lines.Line, "the file ends before its first row of numbers");
        if (rows.CutLine is { } cut)
            issues.Add(new QualityIssue("frames_missing", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"Line {cut}, the last one, is cut off and was left out: {rows.Count} frames were read{(header.Frames is { } declared ? $" of {declared}" : "")}.")));
        else if (header.Frames is { } promised && promised != rows.Count)
            issues.Add(new QualityIssue("frames_declared_wrong", IssueSeverity.Info, string.Create(CultureInfo.InvariantCulture, $"The header promises {promised} frames, the file holds {rows.Count}.")));

        var labels = SubjectNames.Remove(header.Labels, []);
        var isPicture = header.Unit == LengthUnit.Pixel;
        return new Trajectories(
            TrajectoryFormat.Trc, rows.Frames(), Times(rows, header, name, issues),
            [.. labels.Select((label, i) => new PointTrack(label, rows.Column(3 * i), rows.Column((3 * i) + 1), isPicture ? null : rows.Column((3 * i) + 2)))])
        {
            NumbersFrom = rows.NumbersFrom,
            RateHz = header.RateHz,
            FramesDeclared = header.Frames,
            Unit = header.Unit,
            IsSpatial = !isPicture,
            YPointsUp = isPicture,
            Issues = [.. issues],
        };
    }

    internal static ReadOnlySpan<byte> WithoutBom(ReadOnlySpan<byte> line) => line.StartsWith(Bom) ? line[Bom.Length..] : line;

    // Times that are rounded until they stand still are worth less than the rate.
    private static ImmutableArray<double>? Times(TrcRows rows, TrcHeader header, string name, List<QualityIssue> issues)
    {
        var times = rows.Times();
        var resting = Enumerable.Range(1, times.Length - 1).FirstOrDefault(i => !(times[i] > times[i - 1]));
        if (resting == 0 && double.IsFinite(times[0]))
            return times;
        if (header.RateHz is not { } rate)
            throw FormatError.AtLine(name, rows.LineOf(resting), "the time does not rise, and the header has no rate");

        issues.Add(new QualityIssue("times_from_rate", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"The file's times do not rise at line {rows.LineOf(resting)}: they were made from its rate of {rate:0.####} Hz.")));
        return [.. rows.Frames().Select(frame => frame / rate)];
    }
}
