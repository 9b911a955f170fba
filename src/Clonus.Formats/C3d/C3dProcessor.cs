using System.Buffers.Binary;

namespace Clonus.Formats;

/// <summary>How the machine that wrote a C3D stores its numbers: Intel, DEC (VAX floats) or MIPS (big-endian).</summary>
internal enum C3dProcessor
{
    Intel = 84,
    Dec = 85,
    Mips = 86,
}

internal static class C3dNumbers
{
    public static short Int16(this C3dProcessor processor, ReadOnlySpan<byte> bytes) =>
        processor == C3dProcessor.Mips ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes);

    public static int UInt16(this C3dProcessor processor, ReadOnlySpan<byte> bytes) => (ushort)processor.Int16(bytes);

    public static float Single(this C3dProcessor processor, ReadOnlySpan<byte> bytes) => processor switch
    {
        C3dProcessor.Mips => BinaryPrimitives.ReadSingleBigEndian(bytes),
        C3dProcessor.Dec => DecSingle(bytes),
        _ => BinaryPrimitives.ReadSingleLittleEndian(bytes),
    };

    // A VAX F float: the two words change places, and its exponent counts from two higher than IEEE's, which makes the number four times as large.
    private static float DecSingle(ReadOnlySpan<byte> bytes)
    {
        var bits = ((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);

        // An exponent of 0 is zero there, whatever the fraction says.
        return (bits & 0x7F80_0000) == 0 ? 0 : BitConverter.UInt32BitsToSingle(bits) is var value && float.IsFinite(value)
            ? value / 4
            : (float)((bits >> 31 == 0 ? 1 : -1) * (1 + ((bits & 0x7F_FFFF) / (double)0x80_0000)) * Math.Pow(2, 126));
    }
}
