using System.Collections.Immutable;
using System.Globalization;

namespace Clonus.Cli.Verification;

/// <summary>
/// How far apart two numbers of one unit may be and still count as equal. What has no unit here (counts, flags, verdicts, names) is compared exactly.
/// The defaults are far above what another processor's arithmetic moves, and below what a clinician would notice.
/// </summary>
internal sealed record Tolerances(ImmutableSortedDictionary<string, decimal> ByUnit)
{
    /// <summary>Of each unit its name as in criteria, the default, and why it is that.</summary>
    public static readonly ImmutableArray<(string Unit, decimal Default, string Reason)> Known =
    [
        ("s", 0.001m, "times: a sixteenth of a frame at 60 frames a second"),
        ("hz", 0.02m, "rates: 1 ms in an interval of a beat at 5 Hz is 0.025 Hz"),
        ("deg", 0.05m, "angles: a thirtieth of the smallest excursion that counts"),
        ("px", 0.05m, "places in the picture: about the tracker's own error on a good sticker"),
        ("mm", 0.1m, "lengths in reality: a thirtieth of the smallest excursion that counts"),
        ("legs", 0.002m, "lengths in leg lengths: below 2 mm of a leg"),
        ("feet", 0.01m, "lengths in foot lengths: below 3 mm of a foot"),
        ("ratio", 0.002m, "shares and ratios"),
        ("probability", 0.01m, "confidence: whole percents are shown"),
        ("deg/s", 1m, "speeds of angles: 2 % of the slowest stretch that counts"),
        ("legs/s", 0.005m, "walking speed: half a percent of a usual one"),
        ("mm/s", 5m, "walking speed: half a percent of a usual one"),
        ("/s", 0.02m, "decay of amplitudes: 2 % in a second"),
        ("/min", 0.1m, "steps a minute: shown in tenths"),
        ("mm/px", 0.0005m, "scale: 0.1 mm in 200 pixels"),
    ];

    public static readonly Tolerances Default = new(Known.ToImmutableSortedDictionary(t => t.Unit, t => t.Default, StringComparer.Ordinal));

    /// <summary>Null where a number is compared exactly.</summary>
    public decimal? For(string? unit) => unit is not null && ByUnit.TryGetValue(unit, out var tolerance) ? tolerance : null;

    public static bool IsKnown(string unit) => Default.ByUnit.ContainsKey(unit);

    public Tolerances With(string unit, decimal tolerance) => new(ByUnit.SetItem(unit, tolerance));

    /// <summary>All of them in words.</summary>
    public static string Words => string.Join(", ", Known.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Unit} {t.Default}")));
}
