using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Clonus.Formats;

/// <summary>
/// Writes C3D with float points in Intel's byte order, with what Mokka and ezc3d ask for: an ANALOG group without channels, missing points as
/// x = y = z = 0 with residual −1, events with their context. Subjects and descriptions stay empty. A picture's y points down and becomes −y.
/// </summary>
public static class C3dWriter
{
    private const int BlockBytes = C3dReader.BlockBytes;
    private const int MostFramesInWord = C3dReader.MostFramesInWord;
    private const int ParameterBlock = 2;

    /// <exception cref="Motion.InputException">There are no times, no grid holds them, or there are more labels than C3D has room for.</exception>
    public static void Write(Stream stream, Trajectories trajectories)
    {
        var grid = EvenGrid.Of(trajectories);
        var first = trajectories.Frames[0] + trajectories.NumbersFrom;
        var section = Section(trajectories, grid, first, dataBlock: 0).Blocks;
        var dataBlock = ParameterBlock + section;
        stream.Write(Header(trajectories, grid, first, dataBlock));
        stream.Write(Section(trajectories, grid, first, dataBlock).ToArray());
        var written = WriteFrames(stream, trajectories, grid);
        stream.Write(new byte[(BlockBytes - (int)(written % BlockBytes)) % BlockBytes]);
    }

    private static byte[] Header(Trajectories trajectories, EvenGrid grid, int first, int dataBlock)
    {
        var bytes = new byte[BlockBytes];
        bytes[0] = ParameterBlock;
        bytes[1] = 0x50;
        Word(2, trajectories.Points.Length);
        Word(3, 0);
        Word(4, Math.Min(first, MostFramesInWord));
        Word(5, (int)Math.Min((long)first + grid.Length - 1, MostFramesInWord));
        Word(6, 10);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12), -1);
        Word(9, dataBlock);
        Word(10, 0);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(20), (float)grid.RateHz);
        Word(150, 0x3039);
        return bytes;

        void Word(int number, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * (number - 1)), (ushort)value);
    }

    private static C3dSection Section(Trajectories trajectories, EvenGrid grid, int first, int dataBlock)
    {
        var rate = (float)grid.RateHz;
        var section = new C3dSection();
        section.Group("POINT");
        section.Integers("USED", (short)trajectories.Points.Length);
        section.Integers("FRAMES", (short)Math.Min(grid.Length, MostFramesInWord));
        section.Floats("SCALE", -1);
        section.Floats("RATE", rate);
        section.Integers("DATA_START", (short)dataBlock);
        section.Text("UNITS", UnitText.Of(trajectories.Unit) is { Length: > 0 } unit ? unit : "unknown");
        section.Texts("LABELS", [.. trajectories.Points.Select(p => p.Label)]);
        section.Texts("DESCRIPTIONS", [.. trajectories.Points.Select(_ => "")]);
        foreach (var (list, kind) in C3dReader.Computed)
        {
            if (trajectories.Points.Where(p => p.Kind == kind).Select(p => p.Label).ToArray() is { Length: > 0 } labels)
                section.Texts(list, labels);
        }

        section.Group("ANALOG");
        section.Integers("USED", 0);
        section.Texts("LABELS", []);
        section.Texts("DESCRIPTIONS", []);
        section.Floats("GEN_SCALE", 1);
        section.Floats("SCALE");
        section.Integers("OFFSET");
        section.Texts("UNITS", []);
        section.Floats("RATE", rate);

        section.Group("TRIAL");
        section.Integers("ACTUAL_START_FIELD", LowWord(first), HighWord(first));
        section.Integers("ACTUAL_END_FIELD", LowWord(first + grid.Length - 1), HighWord(first + grid.Length - 1));
        section.Floats("CAMERA_RATE", rate);

        section.Group("MANUFACTURER");
        section.Text("SOFTWARE", "clonus-cli");
        WriteEvents(section, trajectories, Shift(trajectories, grid));
        if (Math.Abs(Shift(trajectories, grid)) > 1e-9)
        {
            section.Group(C3dClock.Group);
            section.Text(C3dClock.FirstTime, NumberText.Of(trajectories.TimesSeconds!.Value[0]));
        }

        return section;
    }

    // By how much the file's own clock is ahead of that of a trial whose first possible frame is time 0.
    private static double Shift(Trajectories trajectories, EvenGrid grid) =>
        trajectories.TimesSeconds!.Value[0] - (trajectories.Frames[0] / grid.RateHz);

    // Whole minutes, and the seconds in the minute.
    private static void WriteEvents(C3dSection section, Trajectories trajectories, double shift)
    {
        var events = trajectories.Events;
        section.Group("EVENT");
        section.Integers("USED", (short)Math.Min(events.Length, short.MaxValue));
        section.Texts("CONTEXTS", [.. events.Select(e => e.Context)]);
        section.Texts("LABELS", [.. events.Select(e => e.Label)]);
        section.Texts("DESCRIPTIONS", [.. events.Select(_ => "")]);
        section.Texts("SUBJECTS", [.. events.Select(_ => "")]);
        foreach (var (part, suffix) in C3dSection.Parts(events))
        {
            section.Floats("TIMES" + suffix, [2, part.Length], [.. part.SelectMany(e => Minutes(e.TimeSeconds - shift))]);
            section.Integers("ICON_IDS" + suffix, [part.Length], [.. part.Select(e => Icon(e.Label))]);

            // One number a byte in other writers' files; integers hold it as well.
            section.Integers("GENERIC_FLAGS" + suffix, [part.Length], new short[part.Length]);
        }
    }

    private static float[] Minutes(double seconds)
    {
        var minutes = Math.Floor(seconds / 60);
        return [(float)minutes, (float)(seconds - (60 * minutes))];
    }

    // As Vicon's programs number them.
    private static short Icon(string label) => label switch { TrialEvent.FootStrike => 1, TrialEvent.FootOff => 2, _ => 0 };

    private static short LowWord(int value) => (short)(value & 0xFFFF);

    private static short HighWord(int value) => (short)(value >> 16);

    private static long WriteFrames(Stream stream, Trajectories trajectories, EvenGrid grid)
    {
        var points = trajectories.Points;
        Series[] upward = [.. points.Select(p => p.Upward(trajectories))];
        var values = new float[4 * points.Length];
        var place = 0;
        for (var frame = 0; frame < trajectories.FrameCount; frame++, place++)
        {
            for (; place < grid.Places[frame]; place++)
                WriteFrame(null);
            WriteFrame(frame);
        }

        return (long)place * 4 * values.Length;

        void WriteFrame(int? frame)
        {
            for (var p = 0; p < points.Length; p++)
            {
                var seen = frame is { } f && points[p].At(f) is not null;
                values[4 * p] = seen ? (float)points[p].X[frame!.Value] : 0;
                values[(4 * p) + 1] = seen ? (float)upward[p][frame!.Value] : 0;
                values[(4 * p) + 2] = seen ? (float)(points[p].Z?[frame!.Value] ?? 0) : 0;
                values[(4 * p) + 3] = seen ? 0 : -1;
            }

            stream.Write(MemoryMarshal.AsBytes<float>(values));
        }
    }
}
