using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Synthesis.Scripts;

/// <summary>The dictionaries that a SPEC may name.</summary>
public enum TagFamily
{
    Dict4x4,
    AprilTag16h5,
    AprilTag36h11,
}

/// <summary>One tag of a dictionary: a black square with a border of one cell and bits inside, to be seen on white.</summary>
public readonly record struct FiducialTag(TagFamily Dictionary, int Id)
{
    // Rows of bits from the top, 1 is white, as drawMarker of OpenCV 4.6 draws its predefined dictionaries.
    private static readonly ImmutableArray<string> Dict4x4Bits =
    [
        "1011 0101 0011 0010", "0000 1111 1001 1010", "0011 0011 0010 1101", "1001 1001 0100 0110",
        "0101 0100 1001 1110", "0111 1001 1100 1101", "1001 1110 0010 1110", "1100 0100 1111 0010",
    ];

    private static readonly ImmutableArray<string> AprilTag16h5Bits =
    [
        "1101 1000 1100 0100", "1010 0101 0111 0100", "0101 0110 0010 1100", "1001 1101 1010 0010",
        "0110 0101 1001 1110", "1101 0110 1111 1110", "0001 1010 1100 1101", "1010 0010 1110 0111",
    ];

    private static readonly ImmutableArray<string> AprilTag36h11Bits =
    [
        "001000 011010 000101 000110 101110 101011", "100100 101101 000110 001111 111010 011011",
        "011100 001000 100100 000001 010010 111011", "000110 010011 100101 111001 111000 100111",
        "010001 000001 010100 111101 001111 010111", "001101 011100 110101 011011 100011 001111",
        "101000 010000 101110 100101 011010 100000", "001010 111000 011101 001010 011000 001000",
    ];

    /// <summary>Cells across the bits, without the border.</summary>
    public int BitsAcross => Dictionary == TagFamily.AprilTag36h11 ? 6 : 4;

    /// <summary>How many tags of each dictionary are known here: ids from 0 on.</summary>
    public static int KnownIds => Dict4x4Bits.Length;

    /// <summary>The SPEC that finds it.</summary>
    public string Spec
    {
        get
        {
            var dictionary = Dictionary switch { TagFamily.AprilTag16h5 => "APRILTAG_16h5:", TagFamily.AprilTag36h11 => "APRILTAG_36h11:", _ => "" };
            return string.Create(CultureInfo.InvariantCulture, $"aruco:{dictionary}{Id}");
        }
    }

    public bool IsWhite(int column, int row) => Bits(Dictionary)[Id][(row * (BitsAcross + 1)) + column] == '1';

    private static ImmutableArray<string> Bits(TagFamily dictionary) => dictionary switch
    {
        TagFamily.AprilTag16h5 => AprilTag16h5Bits,
        TagFamily.AprilTag36h11 => AprilTag36h11Bits,
        _ => Dict4x4Bits,
    };
}
