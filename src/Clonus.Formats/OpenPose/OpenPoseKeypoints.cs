namespace Clonus.Formats;

/// <summary>The names of keypoints by their place in an OpenPose file, whose model is told by their number alone.</summary>
internal static class OpenPoseKeypoints
{
    private static readonly string[] Body25 =
    [
        "Nose", "Neck", "RShoulder", "RElbow", "RWrist", "LShoulder", "LElbow", "LWrist", "MidHip", "RHip", "RKnee", "RAnkle", "LHip", "LKnee", "LAnkle",
        "REye", "LEye", "REar", "LEar", "LBigToe", "LSmallToe", "LHeel", "RBigToe", "RSmallToe", "RHeel",
    ];

    // Their first 17 are COCO's.
    private static readonly string[] Halpe26 =
    [
        "Nose", "LEye", "REye", "LEar", "REar", "LShoulder", "RShoulder", "LElbow", "RElbow", "LWrist", "RWrist", "LHip", "RHip", "LKnee", "RKnee", "LAnkle",
        "RAnkle", "Head", "Neck", "Hip", "LBigToe", "RBigToe", "LSmallToe", "RSmallToe", "LHeel", "RHeel",
    ];

    // OpenPose's own form of COCO, with a neck.
    private static readonly string[] Coco18 =
    [
        "Nose", "Neck", "RShoulder", "RElbow", "RWrist", "LShoulder", "LElbow", "LWrist", "RHip", "RKnee", "RAnkle", "LHip", "LKnee", "LAnkle",
        "REye", "LEye", "REar", "LEar",
    ];

    private static readonly string[] Feet = ["LBigToe", "LSmallToe", "LHeel", "RBigToe", "RSmallToe", "RHeel"];

    /// <summary>How many numbers each person may have, and what the first of their points are called; models of the whole body end in a face and hands.</summary>
    private static readonly Dictionary<int, string[]> ByPoints = new()
    {
        [17] = Halpe26[..17],
        [18] = Coco18,
        [25] = Body25,
        [26] = Halpe26,
        [133] = [.. Halpe26[..17], .. Feet],
        [136] = Halpe26,
    };

    /// <summary>Null where no model has so many.</summary>
    /// <param name="values">Numbers of a person, three a point.</param>
    public static string[]? Names(int values) => values % 3 == 0 ? ByPoints.GetValueOrDefault(values / 3) : null;

    public static bool IsOfLeg(string name) =>
        name.Length > 1 && name[0] is 'L' or 'R' && name[1..] is "Hip" or "Knee" or "Ankle" or "Heel" or "BigToe" or "SmallToe";
}
