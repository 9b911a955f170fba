using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>A set of labels that a laboratory's or a network's users all know.</summary>
/// <param name="Labels">Of each landmark, the best first; {S} stands for L or R, {s} for l or r, {side} for left or right.</param>
internal sealed record LabelSet(string Name, params (Landmark Landmark, string[] Labels)[] Labels)
{
    /// <summary>The labels of one side, in the set's order.</summary>
    public IEnumerable<(Landmark Landmark, string Label)> Of(BodySide side)
    {
        var word = side == BodySide.Left ? "left" : "right";
        return Labels.SelectMany(l => l.Labels.Select(label => (l.Landmark, label
            .Replace("{side}", word, StringComparison.Ordinal)
            .Replace("{S}", word[..1].ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{s}", word[..1], StringComparison.Ordinal))));
    }
}

/// <summary>
/// The common marker sets. Joint centres come before skin markers, lateral markers before others. Sources: Vicon's Plug-in Gait guide, pyCGM2,
/// Kadaba's Helen Hayes set as Cortex names it, OpenSim's gait2392 and Rajagopal models, the keypoints of OpenPose, HALPE and MediaPipe.
/// </summary>
internal static class LandmarkLabels
{
    public static readonly ImmutableArray<LabelSet> Sets =
    [
        new("clonus",
            (Landmark.Hip, ["{side}.hip"]), (Landmark.Knee, ["{side}.knee"]), (Landmark.Ankle, ["{side}.ankle"]), (Landmark.Heel, ["{side}.heel"]), (Landmark.Toe, ["{side}.toe"]),
            (Landmark.Shoulder, ["{side}.shoulder"]), (Landmark.Elbow, ["{side}.elbow"]), (Landmark.Wrist, ["{side}.wrist"]), (Landmark.Hand, ["{side}.hand"]),
            (Landmark.Patella, ["{side}.patella"]), (Landmark.Thigh, ["{side}.thigh"])),
        new("Plug-in Gait",
            (Landmark.Hip, ["{S}HJC"]), (Landmark.Knee, ["{S}KNE"]), (Landmark.Ankle, ["{S}ANK"]), (Landmark.Heel, ["{S}HEE"]), (Landmark.Toe, ["{S}TOE"]),
            (Landmark.Shoulder, ["{S}SHO"]), (Landmark.Elbow, ["{S}ELB"]), (Landmark.Wrist, ["{S}WRA", "{S}WRI"]), (Landmark.Hand, ["{S}FIN"]), (Landmark.Thigh, ["{S}THI"])),
        new("CGM2",
            (Landmark.Hip, ["{S}HJC_CGM_2.4", "{S}HJC"]), (Landmark.Knee, ["{S}KNE"]), (Landmark.Ankle, ["{S}ANK"]), (Landmark.Heel, ["{S}HEE"]), (Landmark.Toe, ["{S}VMH", "{S}SMH", "{S}TOE", "{S}FMH"]),
            (Landmark.Shoulder, ["{S}SHO"]), (Landmark.Thigh, ["{S}THI"])),
        new("Helen Hayes",
            (Landmark.Hip, ["{S}.GTR", "{S}.Hip"]), (Landmark.Knee, ["{S}.Knee", "{S}.Knee.Lat"]), (Landmark.Ankle, ["{S}.Ankle", "{S}.Ankle.Lat"]), (Landmark.Heel, ["{S}.Heel"]),
            (Landmark.Toe, ["{S}.Toe", "{S}.MT5"]), (Landmark.Shoulder, ["{S}.Shoulder"]), (Landmark.Elbow, ["{S}.Elbow"]), (Landmark.Wrist, ["{S}.Wrist"]), (Landmark.Thigh, ["{S}.Thigh"])),
        new("OpenSim",
            (Landmark.Hip, ["{S}HJC", "{S}.GTR"]), (Landmark.Knee, ["{S}LFC", "{S}.Knee.Lat", "{S}KneeLat"]), (Landmark.Ankle, ["{S}LMAL", "{S}.Ankle.Lat", "{S}AnkleLat"]), (Landmark.Heel, ["{S}CAL", "{S}.Heel", "{S}Heel"]),
            (Landmark.Toe, ["{S}MT5", "{S}TOE", "{S}.Toe.Tip", "{S}.Toe.Lat", "{S}MT2", "{S}MT1", "{S}BigToe"]), (Landmark.Shoulder, ["{S}ACR", "{S}.Acromium", "{S}.Acromion"]),
            (Landmark.Elbow, ["{S}LEL", "{S}.Elbow"]), (Landmark.Wrist, ["{S}FAradius", "{S}.Wrist.Lat"])),
        new("BODY_25 or HALPE",
            (Landmark.Hip, ["{S}Hip"]), (Landmark.Knee, ["{S}Knee"]), (Landmark.Ankle, ["{S}Ankle"]), (Landmark.Heel, ["{S}Heel"]), (Landmark.Toe, ["{S}BigToe", "{S}SmallToe"]),
            (Landmark.Shoulder, ["{S}Shoulder"]), (Landmark.Elbow, ["{S}Elbow"]), (Landmark.Wrist, ["{S}Wrist"])),
        new("MediaPipe",
            (Landmark.Hip, ["{side}_hip"]), (Landmark.Knee, ["{side}_knee"]), (Landmark.Ankle, ["{side}_ankle"]), (Landmark.Heel, ["{side}_heel"]), (Landmark.Toe, ["{side}_foot_index"]),
            (Landmark.Shoulder, ["{side}_shoulder"]), (Landmark.Elbow, ["{side}_elbow"]), (Landmark.Wrist, ["{side}_wrist"]), (Landmark.Hand, ["{side}_index"])),
    ];
}
