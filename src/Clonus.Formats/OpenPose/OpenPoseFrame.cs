using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>Somebody in one frame.</summary>
/// <param name="Id">Number of the person over the frames; negative where nobody gave one.</param>
/// <param name="Values">x, y and confidence of each point; NaN where it was not found.</param>
internal sealed record OpenPosePerson(int Id, double[] Values)
{
    public int Points => Values.Length / 3;

    public double X(int point) => Values[3 * point];

    public double Y(int point) => Values[(3 * point) + 1];

    public double Confidence(int point) => Values[(3 * point) + 2];

    public bool IsSeen(int point) => !double.IsNaN(X(point));
}

/// <summary>The JSON file of one frame.</summary>
internal static partial class OpenPoseFrame
{
    private const long LargestFile = 64 * 1024 * 1024;
    private static readonly JsonDocumentOptions Liberal = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The people of a frame that have any keypoints; null where the file is JSON but nothing of this format.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<OpenPosePerson>? Read(string path)
    {
        var name = Path.GetFileName(path);
        using var document = Parse(path, name);
        try
        {
            return People(document.RootElement, name);
        }
        catch (InvalidOperationException)
        {
            // The name of a property is no text: half of a character pair.
            throw FormatError.Of(name, "is not JSON");
        }
    }

    private static List<OpenPosePerson>? People(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("people", out var people) || people.ValueKind != JsonValueKind.Array)
            return null;
        var found = new List<OpenPosePerson>();
        foreach (var person in people.EnumerateArray())
        {
            if (person.ValueKind != JsonValueKind.Object)
                throw FormatError.Of(name, "'people' holds what is no object");
            if ((!person.TryGetProperty("pose_keypoints_2d", out var keypoints) && !person.TryGetProperty("pose_keypoints", out keypoints)) || keypoints.ValueKind == JsonValueKind.Null)
                continue;
            if (keypoints.ValueKind != JsonValueKind.Array)
                throw FormatError.Of(name, "'pose_keypoints_2d' is no list");
            if (keypoints.GetArrayLength() > 0)
                found.Add(new OpenPosePerson(Id(person), Values(keypoints, name)));
        }
        return found;
    }

    private static JsonDocument Parse(string path, string name)
    {
        try
        {
            var length = new FileInfo(path).Length;

            // A pipe has no length, and reading it might never end.
            if (length == 0)
                throw FormatError.Of(name, "is empty");
            if (length > LargestFile)
                throw FormatError.Of(name, "is larger than any frame's file");
            var text = File.ReadAllText(path, Encoding.UTF8);
            return JsonDocument.Parse(BareNaN().Replace(text, "null"), Liberal);
        }
        catch (JsonException broken)
        {
            throw FormatError.AtLine(name, (broken.LineNumber ?? 0) + 1, "is not JSON, or cut off");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw FormatError.Of(name, "cannot be read");
        }
    }

    private static double[] Values(JsonElement keypoints, string name)
    {
        if (OpenPoseKeypoints.Names(keypoints.GetArrayLength()) is null)
            throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"a person has {keypoints.GetArrayLength()} numbers; known are 17, 18, 25, 26, 133 and 136 points of three"));
        var values = new double[keypoints.GetArrayLength()];
        var i = 0;
        foreach (var element in keypoints.EnumerateArray())
        {
            values[i++] = element.ValueKind switch
            {
                JsonValueKind.Null => double.NaN,
                JsonValueKind.Number when element.TryGetDouble(out var value) => double.IsFinite(value) ? value : double.NaN,
                _ => throw FormatError.Of(name, string.Create(CultureInfo.InvariantCulture, $"keypoint value {i} is no number")),
            };
        }

        // A point that was not found is 0, 0, 0; where coordinates were rescaled its place may have become another number, but the last 0 stays.
        for (var point = 0; point < values.Length; point += 3)
        {
            if (!(values[point + 2] > 0) || double.IsNaN(values[point]) || double.IsNaN(values[point + 1]))
                (values[point], values[point + 1], values[point + 2]) = (double.NaN, double.NaN, 0);
        }
        return values;
    }

    private static int Id(JsonElement person)
    {
        if (!person.TryGetProperty("person_id", out var id))
            return -1;
        if (id.ValueKind == JsonValueKind.Array)
            id = id.GetArrayLength() > 0 ? id[0] : default;
        return id.ValueKind == JsonValueKind.Number && id.TryGetDouble(out var number) && number is >= 0 and <= int.MaxValue ? (int)number : -1;
    }

    // Python writes what JSON has no word for.
    [GeneratedRegex(@"(?<=[\[,:\s])-?(?:NaN|Infinity)(?=[\],}\s])", RegexOptions.CultureInvariant)]
    private static partial Regex BareNaN();
}
