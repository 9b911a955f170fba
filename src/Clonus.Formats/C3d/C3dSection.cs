using System.Buffers.Binary;
using System.Text;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>A parameter section as it is being written, in Intel's byte order.</summary>
internal sealed class C3dSection
{
    private const int BlockBytes = C3dReader.BlockBytes;
    private const int MostBlocks = 255;

    /// <summary>So many entries one dimension holds; what is beyond goes into NAME2, NAME3 and so on.</summary>
    public const int MostEntries = 255;

    private readonly List<byte> _bytes = [1, 0x50, 0, (byte)C3dProcessor.Intel];
    private sbyte _group;

    /// <summary>Whole blocks, the closing zeros included.</summary>
    public int Blocks => (_bytes.Count + 2 + BlockBytes - 1) / BlockBytes;

    public void Group(string name)
    {
        _group++;
        Entry(name, (sbyte)-_group, []);
    }

    public void Integers(string name, params ReadOnlySpan<short> values) => Integers(name, values.Length == 1 ? [] : [values.Length], values);

    public void Integers(string name, int[] dimensions, ReadOnlySpan<short> values)
    {
        var data = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), values[i]);
        Parameter(name, 2, dimensions, data);
    }

    public void Floats(string name, params ReadOnlySpan<float> values) => Floats(name, values.Length == 1 ? [] : [values.Length], values);

    public void Floats(string name, int[] dimensions, ReadOnlySpan<float> values)
    {
        var data = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4 * i), values[i]);
        Parameter(name, 4, dimensions, data);
    }

    public void Text(string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Parameter(name, -1, [bytes.Length], bytes);
    }

    /// <summary>As many parameters as it takes, all texts filled up with blanks to one length.</summary>
    /// <exception cref="InputException">A text is longer than the format allows.</exception>
    public void Texts(string name, IReadOnlyList<string> values)
    {
        byte[][] encoded = [.. values.Select(Encoding.UTF8.GetBytes)];
        var longest = encoded.Select(bytes => bytes.Length).Append(1).Max();
        if (longest > MostEntries)
            throw new InputException(InputFault.Settings, $"a label of {longest} bytes is too long for C3D, which has room for {MostEntries}: write TRC or CSV");

        foreach (var (part, suffix) in Parts(encoded))
        {
            var data = new byte[part.Length * longest];
            data.AsSpan().Fill((byte)' ');
            for (var i = 0; i < part.Length; i++)
                part[i].CopyTo(data, i * longest);
            Parameter(name + suffix, -1, [longest, part.Length], data);
        }
    }

    /// <summary>Splits entries among NAME, NAME2, NAME3 and so on; one part where there are none.</summary>
    public static IEnumerable<(T[] Part, string Suffix)> Parts<T>(IReadOnlyCollection<T> entries) =>
        entries.Chunk(MostEntries).DefaultIfEmpty([]).Select((part, i) => (part, i == 0 ? "" : $"{i + 1}"));

    /// <exception cref="InputException">There is more than the format has room for.</exception>
    public byte[] ToArray()
    {
        if (Blocks > MostBlocks)
            throw new InputException(InputFault.Settings, "there are more and longer labels than a C3D has room for: write TRC or CSV");
        var whole = new byte[Blocks * BlockBytes];
        _bytes.CopyTo(whole);
        whole[2] = (byte)Blocks;
        return whole;
    }

    private void Parameter(string name, sbyte type, int[] dimensions, byte[] data) =>
        Entry(name, _group, [(byte)type, (byte)dimensions.Length, .. dimensions.Select(d => (byte)d), .. data]);

    // Name length, group, name, the way to the next entry, the content, and an empty description.
    private void Entry(string name, sbyte group, byte[] content)
    {
        _bytes.AddRange([(byte)name.Length, (byte)group, .. Encoding.ASCII.GetBytes(name)]);
        var offset = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(offset, (ushort)(2 + content.Length + 1));
        _bytes.AddRange(offset);
        _bytes.AddRange(content);
        _bytes.Add(0);
    }
}
