using System.Text.RegularExpressions;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>A name read out of a label that belongs to no known set, such as "ankle_R", "Left Knee" or "R_MT_5".</summary>
internal static partial class LabelGuess
{
    private static readonly Dictionary<string, BodySide> Sides = new(StringComparer.Ordinal)
    {
        ["l"] = BodySide.Left, ["left"] = BodySide.Left, ["lt"] = BodySide.Left, ["r"] = BodySide.Right, ["right"] = BodySide.Right, ["rt"] = BodySide.Right, ["unknown"] = BodySide.Unknown,
    };

    // Several words are written together here, as they are compared.
    private static readonly Dictionary<string, Landmark> Landmarks = new(StringComparer.Ordinal)
    {
        ["hip"] = Landmark.Hip, ["trochanter"] = Landmark.Hip, ["greatertrochanter"] = Landmark.Hip, ["gtr"] = Landmark.Hip,
        ["knee"] = Landmark.Knee, ["kneelat"] = Landmark.Knee, ["kneelateral"] = Landmark.Knee, ["lateralknee"] = Landmark.Knee,
        ["ankle"] = Landmark.Ankle, ["anklelat"] = Landmark.Ankle, ["anklelateral"] = Landmark.Ankle, ["lateralankle"] = Landmark.Ankle, ["malleolus"] = Landmark.Ankle, ["lateralmalleolus"] = Landmark.Ankle,
        ["heel"] = Landmark.Heel, ["calcaneus"] = Landmark.Heel,
        ["toe"] = Landmark.Toe, ["toes"] = Landmark.Toe, ["bigtoe"] = Landmark.Toe, ["smalltoe"] = Landmark.Toe, ["mt5"] = Landmark.Toe, ["mtp5"] = Landmark.Toe, ["5thmtp"] = Landmark.Toe,
        ["footindex"] = Landmark.Toe, ["forefoot"] = Landmark.Toe, ["metatarsal"] = Landmark.Toe, ["fifthmetatarsal"] = Landmark.Toe,
        ["shoulder"] = Landmark.Shoulder, ["acromion"] = Landmark.Shoulder, ["elbow"] = Landmark.Elbow, ["wrist"] = Landmark.Wrist, ["hand"] = Landmark.Hand, ["knuckle"] = Landmark.Hand,
        ["patella"] = Landmark.Patella, ["thigh"] = Landmark.Thigh,
    };

    /// <summary>Null where a word is left over that is neither a side nor a landmark.</summary>
    public static MarkerName? Of(string label)
    {
        if (MarkerName.TryParse(label, out var own))
            return own;

        string[] words = [.. Word().Matches(label).Select(m => m.Value.ToLowerInvariant())];
        for (var at = 0; at < words.Length; at++)
        {
            if (Sides.TryGetValue(words[at], out var side) && Landmarks.TryGetValue(string.Concat(words.Where((_, i) => i != at)), out var sided))
                return new MarkerName(side, sided);
        }

        return Landmarks.TryGetValue(string.Concat(words), out var landmark) ? new MarkerName(BodySide.Unknown, landmark) : null;
    }

    /// <summary>Of a label that says only "foot": what is followed there is its front, where nothing else is called toe.</summary>
    public static MarkerName? OfFoot(string label)
    {
        var words = Word().Matches(label).Select(m => m.Value.ToLowerInvariant()).ToArray();
        return words is ["foot"] ? new MarkerName(BodySide.Unknown, Landmark.Toe)
            : words.Length == 2 && words.Contains("foot") && Sides.TryGetValue(words[0] == "foot" ? words[1] : words[0], out var side) ? new MarkerName(side, Landmark.Toe)
            : null;
    }

    // A capital begins a word, and so does a run of digits; a lone capital before a word is one of its own, as in RKnee.
    [GeneratedRegex("[A-Z](?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+[a-z]*")]
    private static partial Regex Word();
}
