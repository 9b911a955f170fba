using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Reads C3D files of Intel, DEC and MIPS machines, with float and integer points. Analog samples are stepped over. Source: the C3D format's
/// user guide, and what other writers make of it.
/// </summary>
public static class C3dReader
{
    internal const int BlockBytes = 512;

    /// <summary>The key of header events.</summary>
    private const int EventKey = 12345;
    private const int MostHeaderEvents = 18;

    // So many bytes of frames are read at once.
    private const int ChunkBytes = 1 << 20;

    // A count of frames in 16 bits can say no more.
    internal const int MostFramesInWord = 65535;

    /// <summary>The parameters that list the points which are no positions.</summary>
    internal static readonly (string List, PointKind Kind)[] Computed =
    [
        ("ANGLES", PointKind.Angle), ("FORCES", PointKind.Force), ("MOMENTS", PointKind.Moment), ("POWERS", PointKind.Power), ("SCALARS", PointKind.Scalar),
    ];

    internal static bool Recognises(ReadOnlySpan<byte> head) => head.Length >= BlockBytes && head[0] >= 2 && head[1] == 0x50;

    /// <param name="stream">Seekable.</param>
    /// <exception cref="InputException">It is no C3D, or a damaged one; the message names the byte.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        var bytes = new byte[BlockBytes];
        stream.Position = 0;
        if (stream.ReadAtLeast(bytes, BlockBytes, throwOnEndOfStream: false) < BlockBytes || !Recognises(bytes))
            throw FormatError.AtByte(name, 0, "no C3D: its first block does not say so");

        var parameters = C3dParameters.Read(stream, name, bytes[0]);
        var header = new C3dHeader(parameters.Processor, bytes);
        var layout = Layout.Of(stream, name, header, parameters);
        var issues = new List<QualityIssue>();
        if (layout.Frames < layout.FramesDeclared)
        {
            issues.Add(new QualityIssue(
                "frames_missing", IssueSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"The file declares {layout.FramesDeclared} frames and holds {layout.Frames}: it is cut off, and what is there was read.")));
        }

        var rate = Decimal(new[] { parameters.Number("POINT:RATE"), header.Rate }.FirstOrDefault(r => r is > 0 && double.IsFinite(r.Value)));
        var clock = new C3dClock(layout.FirstFrame, rate, parameters);
        var stated = Labels(parameters, layout.Points);
        string[] subjects = [.. parameters.AllTexts("SUBJECTS:NAMES"), .. parameters.AllTexts("SUBJECTS:LABEL_PREFIXES"), .. parameters.AllTexts("EVENT:SUBJECTS")];
        var labels = SubjectNames.Remove(stated, subjects);
        var unit = UnitText.Parse(parameters.Find("POINT:UNITS")?.Texts().FirstOrDefault());
        var kinds = Kinds(parameters);
        var isPicture = unit == LengthUnit.Pixel;
        return new Trajectories(
            TrajectoryFormat.C3d,
            [.. Enumerable.Range(layout.FirstFrame - 1, layout.Frames)],
            rate is null ? null : [.. Enumerable.Range(0, layout.Frames).Select(clock.Time)],
            [.. Points(stream, layout, parameters.Processor).Select((place, i) => new PointTrack(labels[i], place.X, place.Y, isPicture ? null : place.Z) { Kind = kinds.GetValueOrDefault(stated[i]) })])
        {
            NumbersFrom = layout.NumbersFrom,
            HasAnalog = header.AnalogPerFrame > 0,
            RateHz = rate,
            FramesDeclared = layout.FramesDeclared,
            Unit = unit,
            IsSpatial = !isPicture,
            YPointsUp = isPicture,
            Events = [.. Events(parameters, header).Select(e => new TrialEvent(clock.OfEvent(e.TimeSeconds), SubjectNames.Without(e.Label, subjects, "Event"), SubjectNames.Without(e.Context, subjects, "General")))],
            Issues = [.. issues],
        };
    }

    // 29.97 is kept as the nearest float, 29.969999…; what was meant is its shortest decimal.
    private static double? Decimal(double? single) =>
        single is { } value ? double.Parse(((float)value).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static string[] Labels(C3dParameters parameters, int points)
    {
        var stated = parameters.AllTexts("POINT:LABELS");
        return [.. Enumerable.Range(0, points).Select(i => PointLabel.Of(stated.ElementAtOrDefault(i) ?? "", i))];
    }

    private static Dictionary<string, PointKind> Kinds(C3dParameters parameters)
    {
        var kinds = new Dictionary<string, PointKind>(StringComparer.Ordinal);
        foreach (var (list, kind) in Computed)
        {
            foreach (var label in parameters.AllTexts($"POINT:{list}"))
                kinds.TryAdd(label, kind);
        }

        return kinds;
    }

    // The group has all that the header has, and more; older files have the header's alone.
    private static IEnumerable<TrialEvent> Events(C3dParameters parameters, C3dHeader header)
    {
        var times = parameters.AllNumbers("EVENT:TIMES");
        var labels = parameters.AllTexts("EVENT:LABELS");
        var contexts = parameters.AllTexts("EVENT:CONTEXTS");
        var used = (int)Math.Min(parameters.Number("EVENT:USED") ?? times.Length / 2, times.Length / 2);
        return used > 0
            ? Enumerable.Range(0, used)
                .Where(i => double.IsFinite(times[2 * i]) && double.IsFinite(times[(2 * i) + 1]))
                .Select(i => new TrialEvent((60 * times[2 * i]) + Decimal(times[(2 * i) + 1])!.Value, At(labels, i, "Event"), At(contexts, i, "General")))
            : header.EventKey == EventKey ? header.Events(MostHeaderEvents) : [];

        static string At(string[] texts, int index, string otherwise) => index < texts.Length && texts[index].Length > 0 ? texts[index] : otherwise;
    }

    private static (Series X, Series Y, Series Z)[] Points(Stream stream, Layout layout, C3dProcessor processor)
    {
        var columns = new float[3 * layout.Points][];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new float[layout.Frames];

        var chunk = new byte[Math.Max(1, ChunkBytes / layout.FrameBytes) * layout.FrameBytes];
        stream.Position = layout.DataStart;
        for (var frame = 0; frame < layout.Frames;)
        {
            var frames = Math.Min(chunk.Length / layout.FrameBytes, layout.Frames - frame);
            stream.ReadExactly(chunk, 0, frames * layout.FrameBytes);
            for (var i = 0; i < frames; i++, frame++)
                ReadFrame(chunk.AsSpan(i * layout.FrameBytes, layout.PointBytes * layout.Points), layout.Scale, processor, columns, frame);
        }

        return [.. Enumerable.Range(0, layout.Points).Select(p => (Series.Of(columns[3 * p]), Series.Of(columns[(3 * p) + 1]), Series.Of(columns[(3 * p) + 2])))];
    }

    // Four numbers a point: x, y, z, and a word that is negative where the point was not seen.
    private static void ReadFrame(ReadOnlySpan<byte> bytes, double scale, C3dProcessor processor, float[][] columns, int frame)
    {
        var isFloat = scale < 0;
        var size = isFloat ? 4 : 2;
        for (var (p, at) = (0, 0); p < columns.Length; p += 3, at += 4 * size)
        {
            var missing = isFloat ? processor.Single(bytes[(at + 12)..]) < 0 : processor.Int16(bytes[(at + 6)..]) < 0;
            for (var axis = 0; axis < 3; axis++)
            {
                var value = missing ? float.NaN : isFloat ? processor.Single(bytes[(at + (4 * axis))..]) : (float)(processor.Int16(bytes[(at + (2 * axis))..]) * scale);
                columns[p + axis][frame] = float.IsFinite(value) ? value : float.NaN;
            }
        }
    }

    /// <summary>Where the frames are, how many, and how long each is. Every count is checked against the file's length before it is used.</summary>
    private sealed record Layout(int Points, double Scale, int FrameBytes, long DataStart, int FirstFrame, int Frames, int? FramesDeclared, int NumbersFrom)
    {
        public int PointBytes => Scale < 0 ? 16 : 8;

        public static Layout Of(Stream stream, string name, C3dHeader header, C3dParameters parameters)
        {
            if (header.Points == 0)
                throw FormatError.AtByte(name, 2, "the file holds no points: analog signals alone give no movement");

            // Where the two differ the header's is right: by its parameter, the one such recording at hand is of a person of 70 cm.
            var scale = header.Scale != 0 && double.IsFinite(header.Scale) ? header.Scale : parameters.Number("POINT:SCALE") ?? 0;
            var valueBytes = scale < 0 ? 4 : 2;
            var frameBytes = valueBytes * ((4 * header.Points) + header.AnalogPerFrame);
            var data = DataStartOf(stream, name, header, parameters);
            var there = (stream.Length - data) / frameBytes;
            var first = Field(parameters, "TRIAL:ACTUAL_START_FIELD") ?? header.FirstFrame;
            var declared = Declared(header, parameters, first);
            var frames = (int)Math.Min(declared ?? int.MaxValue, Math.Min(there, Array.MaxLength));
            if (declared is null)
                frames = WithoutPadding(stream, data, frameBytes, frames);
            return frames > 0
                ? new Layout(header.Points, scale, frameBytes, data, Math.Max(first, 1), frames, declared, Math.Min(first, 1))
                : throw FormatError.AtByte(name, data, $"no frame is left: one takes {frameBytes} bytes, {Math.Max(0, stream.Length - data)} are there");
        }

        // The header's block and the parameter's may differ; the one that the file reaches is right, and where both do, the header's.
        private static long DataStartOf(Stream stream, string name, C3dHeader header, C3dParameters parameters)
        {
            var blocks = new[] { header.DataBlock, (int)Math.Clamp(parameters.Number("POINT:DATA_START") ?? 0, short.MinValue, short.MaxValue) & 0xFFFF };
            return blocks.Where(block => block > 1 && (long)(block - 1) * BlockBytes < stream.Length).Select(block => (long?)(block - 1) * BlockBytes).FirstOrDefault()
                ?? throw FormatError.AtByte(name, 16, $"the points are said to begin at block {header.DataBlock}, which the file does not have");
        }

        // Null where the file has more frames than its counts can say.
        private static int? Declared(C3dHeader header, C3dParameters parameters, int first)
        {
            if (Field(parameters, "TRIAL:ACTUAL_END_FIELD") is { } last && last >= first)
                return (int)Math.Min((long)last - first + 1, int.MaxValue);

            var stated = parameters.Number("POINT:LONG_FRAMES") ?? parameters.Number("POINT:FRAMES") ?? 0;
            var frames = stated < 0 ? stated + MostFramesInWord + 1 : stated;
            var inHeader = header.LastFrame - header.FirstFrame + 1;
            return frames >= MostFramesInWord || header.LastFrame == MostFramesInWord ? frames > MostFramesInWord ? (int)Math.Min(frames, int.MaxValue) : null
                : frames > 0 ? (int)frames
                : inHeader > 0 ? inHeader
                : null;
        }

        // Two 16-bit words, the low one first.
        private static int? Field(C3dParameters parameters, string path) =>
            parameters.Find(path)?.Numbers() is [var low, var high] && high is >= 0 and < 0x4000 ? (int)((low < 0 ? low + MostFramesInWord + 1 : low) + ((MostFramesInWord + 1) * high)) : null;

        // The last block is filled up with zeros.
        private static int WithoutPadding(Stream stream, long data, int frameBytes, int frames)
        {
            var tail = new byte[Math.Min(BlockBytes, (long)frames * frameBytes)];
            stream.Position = data + ((long)frames * frameBytes) - tail.Length;
            stream.ReadExactly(tail);
            var padding = tail.Length - 1 - tail.AsSpan().LastIndexOfAnyExcept((byte)0);
            return frames - (padding / frameBytes);
        }
    }
}
