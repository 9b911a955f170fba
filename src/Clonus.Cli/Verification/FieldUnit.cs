namespace Clonus.Cli.Verification;

/// <summary>The unit of a field: the end of its name says it, or else what stands around it.</summary>
internal static class FieldUnit
{
    // The first that fits counts, so that _per_s comes before _s.
    private static readonly (string Ending, string Unit)[] Endings =
    [
        ("deg_per_s", "deg/s"), ("legs_per_s", "legs/s"), ("mm_per_s", "mm/s"), ("mm_per_px", "mm/px"), ("_per_s", "/s"), ("_per_min", "/min"),
        ("_s", "s"), ("_hz", "hz"), ("_deg", "deg"), ("_px", "px"), ("_mm", "mm"), ("_legs", "legs"), ("_feet", "feet"),
        ("_ratio", "ratio"), ("_share", "ratio"), ("_cv", "ratio"), ("_fraction", "ratio"), ("_gain", "ratio"), ("_ratio_left", "ratio"), ("_ratio_right", "ratio"),
        ("camera_scale", "ratio"), ("scale_min", "ratio"), ("scale_max", "ratio"), ("confidence", "probability"), ("fps_measured", "hz"),
    ];

    private static readonly string[] InSignalUnit = ["value", "filtered", "amplitude", "amplitude_mean", "amplitude_first", "amplitude_max", "amplitude_mean_corrected", "noise_rms"];

    private static readonly string[] InOwnUnit = ["measured", "limit"];

    /// <param name="signalUnit">The unit of the side's signal.</param>
    /// <param name="ownUnit">What the field "unit" beside it says, in a criterion.</param>
    /// <returns>A unit of <see cref="Tolerances.Known"/>; null where the field is compared exactly.</returns>
    public static string? Of(string name, string? signalUnit, string? ownUnit)
    {
        var unit = InSignalUnit.Contains(name) ? signalUnit
            : InOwnUnit.Contains(name) ? ownUnit
            : Array.Find(Endings, e => name.EndsWith(e.Ending, StringComparison.Ordinal)).Unit;
        return (unit == "share" ? "ratio" : unit?.ToLowerInvariant()) is { } known && Tolerances.IsKnown(known) ? known : null;
    }
}
