using System.Collections.Immutable;

namespace Clonus.Scorecard.Counting;

/// <summary>How well a leg is filmed and tracked.</summary>
/// <param name="NoiseDegrees">Random error of the angle in each frame, rms.</param>
/// <param name="ShutterSeconds">The angle is its mean over this time.</param>
/// <param name="DriftDegrees">A slow wander of the angle, to either side.</param>
/// <param name="HoleShare">In this share of the trains the leg is hidden once during its beats.</param>
/// <param name="HoleSeconds">For how long, from and to.</param>
internal sealed record CountCondition(
    string Name, double Fps, bool Variable, double NoiseDegrees, double ShutterSeconds, double DriftDegrees, double HoleShare, (double From, double To) HoleSeconds)
{
    public static readonly CountCondition Clean = new("clean", 60, false, 0.1, 1.0 / 500, 0, 0, default);

    public static readonly CountCondition Degraded = new("degraded", 30, false, 0.5, 1.0 / 60, 2, 0.2, (0.01, 0.05));

    /// <summary>Holes that end an episode: scored on interval and verdict.</summary>
    public static readonly CountCondition LongHoles = Clean with { Name = "long holes", HoleShare = 1, HoleSeconds = (0.12, 0.6) };

    public static readonly ImmutableArray<CountCondition> Rates =
    [
        .. new[] { 15, 20, 24, 25, 30000.0 / 1001, 30, 50, 60, 120, 240 }.Select(fps => Clean with
        {
            Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fps:0.##} fps"),
            Fps = fps,
        }),
        Clean with { Name = "30 fps VFR", Fps = 30, Variable = true },
        Clean with { Name = "60 fps VFR", Variable = true },
    ];
}
