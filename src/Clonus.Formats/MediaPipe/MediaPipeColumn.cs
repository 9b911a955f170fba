using System.Globalization;
using System.Text.RegularExpressions;

namespace Clonus.Formats;

/// <summary>What a column of a table of landmarks holds.</summary>
internal enum MediaPipeRole
{
    Other,
    X,
    Y,

    /// <summary>How well the landmark is seen: visibility, or a score.</summary>
    Confidence,
    Frame,
    Time,

    /// <summary>Number of a row's landmark.</summary>
    Number,

    /// <summary>Name of a row's landmark, or its number.</summary>
    Name,
}

/// <summary>In what a column's coordinates are said to be.</summary>
internal enum MediaPipeMeasure
{
    Unsaid,
    Pixels,
    Shares,
}

/// <summary>
/// One header cell of a table of landmarks. MediaPipe has no file format: people write their own, and agree on words rather than on their order,
/// their case or what parts them.
/// </summary>
/// <param name="Landmark">By name; -1 where the column belongs to none or to a numbered one.</param>
/// <param name="Number">As written; -1 for none.</param>
/// <param name="SecondsPerUnit">Of a column of times that names its unit.</param>
internal sealed partial record MediaPipeColumn(int Index, MediaPipeRole Role, int Landmark = -1, int Number = -1, MediaPipeMeasure Measure = MediaPipeMeasure.Unsaid, double? SecondsPerUnit = null)
{
    private static readonly HashSet<string> Padding =
    [
        "pose", "landmark", "landmarks", "lm", "lmk", "lmks", "mp", "mediapipe", "blazepose", "body", "kp", "kpt", "kpts", "keypoint", "keypoints",
        "joint", "point", "pt", "raw", "image", "img", "coord", "coordinate", "pos", "position",
    ];

    private static readonly HashSet<string> Frames = ["frame", "frames", "frameidx", "frameindex", "frameid", "framenumber", "framenum", "frameno", "framenr", "framecount"];

    private static readonly HashSet<string> Numbers =
    [
        "id", "index", "idx", "landmarkid", "landmarkindex", "landmarkidx", "landmarknumber", "landmarknum", "landmarkno", "keypointid", "keypointindex", "keypointidx",
        "jointid", "jointindex", "jointidx", "pointid", "pointindex", "pointidx", "lmid", "lmidx", "kpid", "kpidx",
    ];

    private static readonly HashSet<string> NameWords =
        ["landmark", "landmarkname", "name", "joint", "jointname", "keypoint", "keypointname", "point", "pointname", "bodypart", "part", "lm", "kp", "node"];

    private static readonly Dictionary<string, double> Units = new()
    {
        ["s"] = 1,
        ["sec"] = 1,
        ["secs"] = 1,
        ["second"] = 1,
        ["seconds"] = 1,
        ["ms"] = 1e-3,
        ["msec"] = 1e-3,
        ["millis"] = 1e-3,
        ["millisecond"] = 1e-3,
        ["milliseconds"] = 1e-3,
        ["us"] = 1e-6,
        ["usec"] = 1e-6,
        ["micros"] = 1e-6,
        ["microseconds"] = 1e-6,
        ["ns"] = 1e-9,
        ["nanoseconds"] = 1e-9,
    };

    /// <summary>Whether the column says of itself that it is about landmarks, not merely "id".</summary>
    public bool NamesLandmarks { get; private init; }

    public static MediaPipeColumn Of(string header, int index)
    {
        var words = Words(header);
        var joined = string.Concat(words);
        if (Frames.Contains(joined))
            return new MediaPipeColumn(index, MediaPipeRole.Frame);
        if (Time(words) is { IsTime: true } time)
            return new MediaPipeColumn(index, MediaPipeRole.Time, SecondsPerUnit: time.Unit);
        if (NameWords.Contains(joined))
            return new MediaPipeColumn(index, MediaPipeRole.Name) { NamesLandmarks = true };
        if (Numbers.Contains(joined))
            return new MediaPipeColumn(index, MediaPipeRole.Number) { NamesLandmarks = joined is not ("id" or "index" or "idx") };

        // World landmarks are metres around the hips, wherever these are in the picture; hands and faces have numbers of their own.
        return words.Any(w => w is "world" or "hand" or "hands" or "face" or "iris") ? new MediaPipeColumn(index, MediaPipeRole.Other) : Coordinate(words, index);
    }

    private static MediaPipeColumn Coordinate(List<string> words, int index)
    {
        var measure = words.Exists(w => w is "px" or "pixel" or "pixels") ? MediaPipeMeasure.Pixels
            : words.Exists(w => w is "norm" or "normalized" or "normalised") ? MediaPipeMeasure.Shares : MediaPipeMeasure.Unsaid;
        var rest = words.Where(w => w is not ("px" or "pixel" or "pixels" or "norm" or "normalized" or "normalised")).ToList();
        if (rest.Count == 0)
            return new MediaPipeColumn(index, MediaPipeRole.Other);
        var role = RoleOf(rest[^1]);
        if (role is not null)
        {
            rest.RemoveAt(rest.Count - 1);
        }
        else
        {
            role = RoleOf(rest[0]);
            rest.RemoveAt(0);
        }
        if (role is null or MediaPipeRole.Other)
            return new MediaPipeColumn(index, MediaPipeRole.Other);
        var name = rest.Where(w => !Padding.Contains(w)).ToList();
        if (name.Count == 0)
            return new MediaPipeColumn(index, role.Value, Measure: measure);
        if (name.Count == 1 && int.TryParse(name[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new MediaPipeColumn(index, role.Value, Number: number, Measure: measure);
        return MediaPipeLandmarks.Find(name) is >= 0 and var landmark ? new MediaPipeColumn(index, role.Value, landmark, Measure: measure) : new MediaPipeColumn(index, MediaPipeRole.Other);
    }

    // The depth is a guess from the picture and is no coordinate of it; how likely a landmark is inside of the picture is not how well it is seen.
    private static MediaPipeRole? RoleOf(string word) => word switch
    {
        "x" => MediaPipeRole.X,
        "y" => MediaPipeRole.Y,
        "v" or "vis" or "visibility" or "score" or "conf" or "confidence" or "likelihood" or "c" or "s" => MediaPipeRole.Confidence,
        "z" or "p" or "presence" => MediaPipeRole.Other,
        _ => null,
    };

    private static (bool IsTime, double? Unit) Time(List<string> words)
    {
        var isTime = words.Count is > 0 and <= 4 && (words.Exists(w => w is "time" or "timestamp" or "timestamps" or "ts" or "t") || (words.Count == 1 && Units.ContainsKey(words[0]) && words[0] != "s"));
        return (isTime, isTime && words.Find(Units.ContainsKey) is { } unit ? Units[unit] : null);
    }

    /// <summary>The words of a header in lower case, parted at signs, between letters and digits, and where capitals begin.</summary>
    public static List<string> Words(string header) => [.. Word().Matches(header.Replace('\u00b5', 'u').Replace('\u03bc', 'u')).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
