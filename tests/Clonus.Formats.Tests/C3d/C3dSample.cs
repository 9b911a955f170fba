using System.Buffers.Binary;
using System.Text;

namespace Clonus.Formats.Tests.C3d;

/// <summary>Small C3D files of every processor and layout, put together byte by byte and not by our writer.</summary>
/// <param name="Processor">84 Intel, 85 DEC, 86 MIPS.</param>
internal sealed record C3dSample(int Processor = 84, bool IsFloat = true)
{
    public const int Block = 512;

    public string[] Labels { get; init; } = ["RKNE", "RANK", "RTOE", "RKneeAngles"];

    public int FrameCount { get; init; } = 12;

    public int FirstFrame { get; init; } = 1;

    public int AnalogPerFrame { get; init; } = 4;

    public float Rate { get; init; } = 100;

    public float Scale { get; init; } = 0.1f;

    /// <summary>In the EVENT group.</summary>
    public TrialEvent[] Events { get; init; } = [new(0.03, "Foot Strike", "Left"), new(61.5, "Foot Off", "Right")];

    /// <summary>In the header, at most eighteen; the labels have four letters there.</summary>
    public TrialEvent[] HeaderEvents { get; init; } = [];

    /// <summary>Further texts of the group POINT, TRIAL, EVENT, or one of its own.</summary>
    public (string Group, string Name, string[] Values)[] MoreTexts { get; init; } = [];

    /// <summary>Null where the point is not seen.</summary>
    public Func<int, int, (float X, float Y, float Z)?> Place { get; init; } =
        (frame, point) => (frame + point) % 5 == 4 ? null : (100 * point + frame, 500 - (7 * frame), 1000 + (0.5f * frame));

    public byte[] ToArray()
    {
        var parameters = Parameters(0);
        var dataBlock = 2 + (parameters.Length / Block);
        parameters = Parameters(dataBlock);
        var data = new MemoryStream();
        for (var frame = 0; frame < FrameCount; frame++)
        {
            for (var point = 0; point < Labels.Length; point++)
            {
                var (x, y, z) = Place(frame, point) ?? default;
                float w = Place(frame, point) is null ? -1 : 0;
                foreach (var value in new[] { x, y, z })
                    data.Write(IsFloat ? Single(value) : Int16((short)Math.Round(value / Scale)));
                data.Write(IsFloat ? Single(w) : Int16((short)w));
            }

            for (var i = 0; i < AnalogPerFrame; i++)
                data.Write(IsFloat ? Single(77) : Int16(77));
        }

        data.Write(new byte[(Block - (data.Length % Block)) % Block]);
        return [.. Header(dataBlock), .. parameters, .. data.ToArray()];
    }

    private byte[] Header(int dataBlock)
    {
        var bytes = new byte[Block];
        bytes[0] = 2;
        bytes[1] = 0x50;
        Put(2, Int16((short)Labels.Length));
        Put(3, Int16((short)AnalogPerFrame));
        Put(4, Int16((short)FirstFrame));
        Put(5, Int16((short)(FirstFrame + FrameCount - 1)));
        Put(6, Int16(10));
        Put(7, Single(IsFloat ? -Scale : Scale));
        Put(9, Int16((short)dataBlock));
        Put(10, Int16(1));
        Put(11, Single(Rate));
        Put(150, Int16(12345));
        Put(151, Int16((short)HeaderEvents.Length));
        foreach (var (i, e) in HeaderEvents.Index())
        {
            Put(153 + (2 * i), Single((float)e.TimeSeconds));
            Put(199 + (2 * i), Encoding.ASCII.GetBytes(e.Label.PadRight(4)[..4]));
        }

        return bytes;

        void Put(int word, byte[] value) => value.CopyTo(bytes, 2 * (word - 1));
    }

    private byte[] Parameters(int dataBlock)
    {
        var section = new MemoryStream();
        section.Write([1, 0x50, 0, (byte)Processor]);
        Group(1, "POINT");
        Integers(1, "USED", Labels.Length);
        Integers(1, "FRAMES", FrameCount);
        Floats(1, "SCALE", [1], IsFloat ? -Scale : Scale);
        Floats(1, "RATE", [1], Rate);
        Integers(1, "DATA_START", dataBlock);
        Texts(1, "UNITS", "mm");
        Texts(1, "LABELS", Labels);
        Texts(1, "ANGLES", "RKneeAngles");
        Group(2, "ANALOG");
        Integers(2, "USED", AnalogPerFrame);
        Group(3, "TRIAL");
        Integers(3, "ACTUAL_START_FIELD", FirstFrame, 0);
        Integers(3, "ACTUAL_END_FIELD", FirstFrame + FrameCount - 1, 0);
        if (Events.Length > 0)
        {
            Group(4, "EVENT");
            Integers(4, "USED", Events.Length);
            Floats(4, "TIMES", [2, Events.Length], [.. Events.SelectMany(e => new[] { (float)Math.Floor(e.TimeSeconds / 60), (float)(e.TimeSeconds % 60) })]);
            Texts(4, "LABELS", [.. Events.Select(e => e.Label)]);
            Texts(4, "CONTEXTS", [.. Events.Select(e => e.Context)]);
        }

        string[] groups = ["", "POINT", "ANALOG", "TRIAL", "EVENT", .. MoreTexts.Select(t => t.Group).Except(["POINT", "ANALOG", "TRIAL", "EVENT"])];
        foreach (var (id, group) in groups.Index().Skip(5))
            Group(id, group);
        foreach (var (group, name, values) in MoreTexts)
            Texts(Array.IndexOf(groups, group), name, values);

        section.Write(new byte[Block - (section.Length % Block)]);
        var bytes = section.ToArray();
        bytes[2] = (byte)(bytes.Length / Block);
        return bytes;

        void Group(int id, string name) => Entry((sbyte)-id, name, []);

        void Integers(int id, string name, params int[] values) =>
            Entry((sbyte)id, name, [2, 1, (byte)values.Length, .. values.SelectMany(v => Int16((short)v))]);

        void Floats(int id, string name, int[] sizes, params float[] values) =>
            Entry((sbyte)id, name, [4, (byte)sizes.Length, .. sizes.Select(s => (byte)s), .. values.SelectMany(Single)]);

        void Texts(int id, string name, params string[] values)
        {
            var width = values.Max(v => Encoding.UTF8.GetByteCount(v));
            Entry((sbyte)id, name, [0xFF, 2, (byte)width, (byte)values.Length, .. values.SelectMany(v => Encoding.UTF8.GetBytes(v.PadRight(width + v.Length - Encoding.UTF8.GetByteCount(v))))]);
        }

        void Entry(sbyte id, string name, byte[] content)
        {
            section.Write([(byte)name.Length, (byte)id, .. Encoding.ASCII.GetBytes(name), .. Int16((short)(content.Length + 3)), .. content, 0]);
        }
    }

    private byte[] Int16(short value)
    {
        var bytes = new byte[2];
        if (Processor == 86)
            BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteInt16LittleEndian(bytes, value);
        return bytes;
    }

    private byte[] Single(float value)
    {
        var bytes = new byte[4];
        if (Processor == 86)
            BinaryPrimitives.WriteSingleBigEndian(bytes, value);
        else
            BinaryPrimitives.WriteSingleLittleEndian(bytes, Processor == 85 ? 4 * value : value);

        // DEC: the exponent counts from two higher, and the two words change places.
        return Processor == 85 ? [bytes[2], bytes[3], bytes[0], bytes[1]] : bytes;
    }
}
