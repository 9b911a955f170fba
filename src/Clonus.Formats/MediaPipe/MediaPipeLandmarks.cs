namespace Clonus.Formats;

/// <summary>The 33 landmarks of a MediaPipe pose.</summary>
internal static class MediaPipeLandmarks
{
    public const int Count = 33;

    // The hips; whatever numbers its points only up to here is a hand or a face or has no legs.
    public const int FirstOfLegs = 23;

    private static readonly string[] Names =
    [
        "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer", "left_ear", "right_ear", "mouth_left",
        "mouth_right", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_pinky", "right_pinky",
        "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
        "left_heel", "right_heel", "left_foot_index", "right_foot_index",
    ];

    private static readonly Dictionary<string, int> ByJoinedName = Names.Select((name, i) => (Name: name.Replace("_", "", StringComparison.Ordinal), i)).ToDictionary(n => n.Name, n => n.i);

    public static string Name(int landmark) => Names[landmark];

    /// <summary>-1 for what is no landmark.</summary>
    /// <param name="words">Of a name in lower case, such as left and knee; the side may stand last and be a letter.</param>
    public static int Find(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return -1;
        if (ByJoinedName.TryGetValue(string.Concat(words), out var found))
            return found;
        if (Side(words[0]) is { } first && ByJoinedName.TryGetValue(first + string.Concat(words.Skip(1)), out found))
            return found;
        return Side(words[^1]) is { } last && ByJoinedName.TryGetValue(last + string.Concat(words.SkipLast(1)), out found) ? found : -1;
    }

    private static string? Side(string word) => word switch
    {
        "left" or "l" => "left",
        "right" or "r" => "right",
        _ => null,
    };

    /// <summary>Tables number the landmarks from 0 as MediaPipe does, or from 1 to 33.</summary>
    /// <param name="numbers">All that occur.</param>
    /// <returns>The number of the first landmark; null where they are not those of a pose with legs.</returns>
    public static int? FirstNumber(IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count == 0 || numbers.Min() < 0 || numbers.Max() > Count || (numbers.Max() == Count && numbers.Min() == 0))
            return null;
        var first = numbers.Max() == Count ? 1 : 0;
        return numbers.Max() - first >= FirstOfLegs ? first : null;
    }
}
