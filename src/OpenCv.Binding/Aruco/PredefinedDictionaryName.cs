namespace OpenCvSharp.Aruco;

/// <summary>The dictionaries that OpenCV brings along; a number in a name tells how many markers it holds.</summary>
public enum PredefinedDictionaryName
{
    Dict4X4_50 = 0,
    Dict4X4_100 = 1,
    Dict4X4_250 = 2,
    Dict4X4_1000 = 3,
    Dict5X5_50 = 4,
    Dict5X5_100 = 5,
    Dict5X5_250 = 6,
    Dict5X5_1000 = 7,
    Dict6X6_50 = 8,
    Dict6X6_100 = 9,
    Dict6X6_250 = 10,
    Dict6X6_1000 = 11,
    Dict7X7_50 = 12,
    Dict7X7_100 = 13,
    Dict7X7_250 = 14,
    Dict7X7_1000 = 15,
    DictArucoOriginal = 16,
    DictAprilTag_16h5 = 17,
    DictAprilTag_25h9 = 18,
    DictAprilTag_36h10 = 19,
    DictAprilTag_36h11 = 20,
}
