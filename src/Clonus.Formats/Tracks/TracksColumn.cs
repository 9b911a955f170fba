using System.Text.RegularExpressions;

namespace Clonus.Formats;

/// <summary>
/// How tracks.csv names its columns: LABEL_x_px, LABEL_y_px of a picture, LABEL_x_mm, LABEL_y_mm, LABEL_z_mm of a room, no unit where it is not
/// known, the kind in the unit's place where a point is none (LABEL_x_angle), and LABEL_confidence.
/// </summary>
internal static partial class TracksColumn
{
    public const string Frame = "frame";
    public const string Time = "time_s";
    public const string ConfidenceSuffix = "_confidence";

    public static readonly string[] Camera = ["camera_dx_px", "camera_dy_px", "camera_rotation_deg", "camera_scale"];

    private static readonly (string Word, PointKind Kind)[] Kinds =
        [.. Enum.GetValues<PointKind>().Where(k => k != PointKind.Position).Select(k => (k.ToString().ToLowerInvariant(), k))];

    /// <summary>The label, the axis and what stands in the unit's place; null for another column.</summary>
    public static (string Label, char Axis, string Unit)? Parse(string column)
    {
        var match = Coordinate().Match(column);
        return match.Success ? (match.Groups["label"].Value, match.Groups["axis"].Value[0], match.Groups["unit"].Value) : null;
    }

    public static string Of(string label, char axis, string unit) => unit.Length == 0 ? $"{label}_{axis}" : $"{label}_{axis}_{unit}";

    public static PointKind KindOf(string unit) => Kinds.FirstOrDefault(k => k.Word == unit).Kind;

    /// <summary>What stands in the unit's place.</summary>
    public static string UnitOf(PointTrack point, Trajectories file) => point.Kind != PointKind.Position ? point.Kind.ToString().ToLowerInvariant()
        : file.Unit == LengthUnit.Pixel ? "px"
        : UnitText.Millimetres(file.Unit) is null ? ""
        : "mm";

    [GeneratedRegex("^(?<label>.+)_(?<axis>[xyz])(_(?<unit>px|mm|angle|force|moment|power|scalar))?$", RegexOptions.Singleline)]
    private static partial Regex Coordinate();
}
