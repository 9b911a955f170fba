using System.Collections.Immutable;
using System.Globalization;
using OpenCvSharp.Aruco;

namespace Clonus.Vision.Tracking;

/// <summary>A dictionary of square tags that a SPEC may name.</summary>
/// <param name="Tags">How many it holds; ids begin at 0.</param>
/// <param name="BitsAcross">Cells a side inside of the black border.</param>
internal sealed record TagDictionary(string Name, PredefinedDictionaryName OpenCvName, int Tags, int BitsAcross)
{
    private const string Prefix = "DICT_";

    private static readonly ImmutableArray<int> Sizes = [50, 100, 250, 1000];

    private static readonly ImmutableArray<TagDictionary> All =
    [
        .. OfBits(4, PredefinedDictionaryName.Dict4X4_50), .. OfBits(5, PredefinedDictionaryName.Dict5X5_50),
        .. OfBits(6, PredefinedDictionaryName.Dict6X6_50), .. OfBits(7, PredefinedDictionaryName.Dict7X7_50),
        new("DICT_ARUCO_ORIGINAL", PredefinedDictionaryName.DictArucoOriginal, 1024, 5),
        new("APRILTAG_16h5", PredefinedDictionaryName.DictAprilTag_16h5, 30, 4),
        new("APRILTAG_25h9", PredefinedDictionaryName.DictAprilTag_25h9, 35, 5),
        new("APRILTAG_36h10", PredefinedDictionaryName.DictAprilTag_36h10, 2320, 6),
        new("APRILTAG_36h11", PredefinedDictionaryName.DictAprilTag_36h11, 587, 6),
    ];

    public static TagDictionary Default => All[0];

    /// <summary>What <see cref="Find"/> takes, in words for an error message.</summary>
    public static string Names => "DICT_4X4_50 (and 5X5 to 7X7, with 50, 100, 250 or 1000 tags), DICT_ARUCO_ORIGINAL, APRILTAG_16h5, _25h9, _36h10 or _36h11";

    /// <summary>By its name in OpenCV, in capitals or not, with or without "DICT_" before it; null when there is none.</summary>
    public static TagDictionary? Find(string name) => All.FirstOrDefault(
        d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(Prefix + d.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(d.Name, Prefix + name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<TagDictionary> OfBits(int bits, PredefinedDictionaryName first) =>
        Sizes.Select((tags, i) => new TagDictionary(
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{bits}X{bits}_{tags}"), first + i, tags, bits));
}
