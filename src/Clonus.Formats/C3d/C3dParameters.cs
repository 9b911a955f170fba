using System.Text;

namespace Clonus.Formats;

/// <summary>One parameter: its type (−1 characters, 1 bytes, 2 integers, 4 floats), its dimensions, the first one varying fastest, and its bytes.</summary>
internal sealed record C3dParameter(C3dProcessor Processor, int Type, int[] Dimensions, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The numbers, whatever type they have; none for text.</summary>
    public double[] Numbers() => Type switch
    {
        1 => [.. Bytes.ToArray().Select(b => (double)b)],
        2 => [.. Enumerable.Range(0, Bytes.Length / 2).Select(i => (double)Processor.Int16(Bytes.Span[(2 * i)..]))],
        4 => [.. Enumerable.Range(0, Bytes.Length / 4).Select(i => (double)Processor.Single(Bytes.Span[(4 * i)..]))],
        _ => [],
    };

    /// <summary>The texts, without what fills them up; a single one where there is one dimension.</summary>
    public string[] Texts()
    {
        var length = Dimensions.Length == 0 ? 1 : Dimensions[0];
        return Type != -1 || length == 0 ? [] : [.. Enumerable.Range(0, Bytes.Length / length).Select(i => PointLabel.Shown(LabelText.Decode(Bytes.Span.Slice(i * length, length))))];
    }
}

/// <summary>The parameter section of a C3D: groups of named parameters. Names are compared without case.</summary>
internal sealed class C3dParameters
{
    private const int BlockBytes = 512;

    // The section's own length is one byte, in blocks.
    private const int MostBlocks = 256;

    private readonly Dictionary<string, C3dParameter> _parameters;

    private C3dParameters(C3dProcessor processor, Dictionary<string, C3dParameter> parameters)
    {
        Processor = processor;
        _parameters = parameters;
    }

    public C3dProcessor Processor { get; }

    /// <param name="block">Where the section begins, counted from 1 in blocks of 512 bytes.</param>
    /// <exception cref="Motion.InputException">No parameter section there; the message names the byte.</exception>
    public static C3dParameters Read(Stream stream, string name, int block)
    {
        var start = (long)(block - 1) * BlockBytes;
        if (block < 2 || start + 4 > stream.Length)
            throw FormatError.AtByte(name, 0, $"the parameters are said to begin at block {block}, which the file does not have");

        var bytes = new byte[Math.Min(MostBlocks * BlockBytes, stream.Length - start)];
        stream.Position = start;
        stream.ReadExactly(bytes);
        if (!Enum.IsDefined((C3dProcessor)bytes[3]))
            throw FormatError.AtByte(name, start + 3, $"processor {bytes[3]} is none of 84 (Intel), 85 (DEC) and 86 (MIPS)");

        // The length in blocks is wrong in some files; the list ends by itself.
        var processor = (C3dProcessor)bytes[3];
        return new C3dParameters(processor, Entries(processor, bytes, name, start));
    }

    /// <summary>The parameter called "GROUP:NAME"; null when there is none.</summary>
    public C3dParameter? Find(string path) => _parameters.GetValueOrDefault(path);

    /// <summary>The first number of a parameter; null when there is none.</summary>
    public double? Number(string path) => Find(path)?.Numbers() is [var first, ..] ? first : null;

    /// <summary>The texts of a parameter and of its continuations, NAME2, NAME3 and so on, which hold what is beyond 255.</summary>
    public string[] AllTexts(string path) => [.. Continued(path).SelectMany(p => p.Texts())];

    /// <summary>The numbers of a parameter and of its continuations.</summary>
    public double[] AllNumbers(string path) => [.. Continued(path).SelectMany(p => p.Numbers())];

    private IEnumerable<C3dParameter> Continued(string path)
    {
        for (var (part, index) = (Find(path), 2); part is not null; part = Find($"{path}{index++}"))
            yield return part;
    }

    private static Dictionary<string, C3dParameter> Entries(C3dProcessor processor, byte[] bytes, string name, long start)
    {
        var groups = new Dictionary<int, string>();
        var found = new List<(int Group, string Name, C3dParameter Parameter)>();
        var at = 4;

        // Every step goes forward by at least the entry's own name and offset.
        while (at + 2 <= bytes.Length && (sbyte)bytes[at] is var signed and not 0)
        {
            var length = Math.Abs((int)signed);
            var group = (sbyte)bytes[at + 1];
            var offsetAt = at + 2 + length;
            if (offsetAt + 2 > bytes.Length)
                throw FormatError.AtByte(name, start + at, "a parameter's name runs beyond the file's end");

            var entry = Encoding.Latin1.GetString(bytes, at + 2, length).Trim().ToUpperInvariant();
            if (group < 0)
                groups[-group] = entry;
            else if (Parameter(processor, bytes, offsetAt + 2, name, start) is { } parameter)
                found.Add((group, entry, parameter));

            var offset = processor.UInt16(bytes.AsSpan(offsetAt));
            if (offset == 0)
                break;
            at = offsetAt + Math.Max(offset, 2);
        }

        // A file that names one twice is answered with the first.
        var named = new Dictionary<string, C3dParameter>(StringComparer.OrdinalIgnoreCase);
        foreach (var (group, entry, parameter) in found.Where(f => groups.ContainsKey(f.Group)))
            named.TryAdd($"{groups[group]}:{entry}", parameter);
        return named;
    }

    private static C3dParameter? Parameter(C3dProcessor processor, byte[] bytes, int at, string name, long start)
    {
        if (at + 2 > bytes.Length || at + 2 + bytes[at + 1] > bytes.Length)
            throw FormatError.AtByte(name, start + at, "a parameter runs beyond the file's end");

        var type = (sbyte)bytes[at];
        int[] dimensions = [.. bytes.AsSpan(at + 2, bytes[at + 1]).ToArray().Select(b => (int)b)];
        var data = at + 2 + dimensions.Length;
        if (type is not (-1 or 1 or 2 or 4))
            return null;

        // In doubles: seven dimensions of 255 are more than a long holds.
        var length = dimensions.Aggregate((double)Math.Abs((int)type), (product, dimension) => product * dimension);
        return length <= bytes.Length - data
            ? new C3dParameter(processor, type, dimensions, bytes.AsMemory(data, (int)length))
            : throw FormatError.AtByte(name, start + at, $"a parameter claims {length:0} bytes, of which {bytes.Length - data} are there");
    }
}
