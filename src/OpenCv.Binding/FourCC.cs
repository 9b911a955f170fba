using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A codec's name as four characters in one number, the first in the lowest byte.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct FourCC(int value) : IEquatable<FourCC>
{
    public readonly int Value = value;

    public static FourCC FromString(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 4)
            throw new ArgumentException($"a codec's name has four characters, got \"{code}\"", nameof(code));
        return new FourCC((byte)code[0] | ((byte)code[1] << 8) | ((byte)code[2] << 16) | ((byte)code[3] << 24));
    }

    public static implicit operator int(FourCC fourcc) => fourcc.Value;

    public static implicit operator FourCC(int code) => new(code);

    public static bool operator ==(FourCC left, FourCC right) => left.Equals(right);

    public static bool operator !=(FourCC left, FourCC right) => !left.Equals(right);

    public bool Equals(FourCC other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is FourCC other && Equals(other);

    public override int GetHashCode() => Value;
}
