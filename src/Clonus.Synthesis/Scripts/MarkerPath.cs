using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>One sinusoidal part of a movement: amplitudes in pixels, phases in radians.</summary>
public sealed record Swing(double AmplitudeXPixels, double AmplitudeYPixels, double FrequencyHz, double PhaseX, double PhaseY);

/// <summary>A smooth way through the picture whose place is known at every instant.</summary>
public sealed record MarkerPath(ImagePoint Middle, ImmutableArray<Swing> Swings)
{
    /// <summary>Until then the marker rests where it starts.</summary>
    public double StartSeconds { get; init; }

    public ImagePoint At(double timeSeconds) => Swings.Aggregate(Middle, (place, swing) =>
    {
        var turn = 2 * Math.PI * swing.FrequencyHz * Math.Max(timeSeconds - StartSeconds, 0);
        return place + new ImagePoint(swing.AmplitudeXPixels * Math.Sin(turn + swing.PhaseX), swing.AmplitudeYPixels * Math.Sin(turn + swing.PhaseY));
    });

    /// <summary>What a limb does: a slow drift, a swing, and a small fast beat, none of which repeats another. Turns and all fractions of a pixel occur.</summary>
    /// <param name="reachPixels">Farthest it goes from the middle along x or y.</param>
    public static MarkerPath Wander(ImagePoint middle, double reachPixels, long seed)
    {
        var random = new SeededRandom(seed, "path");
        double Phase() => 2 * Math.PI * random.NextUnit();
        return new MarkerPath(
            middle,
            [
                new Swing(0.55 * reachPixels, 0.5 * reachPixels, 0.41, Phase(), Phase()),
                new Swing(0.28 * reachPixels, 0.33 * reachPixels, 1.27, Phase(), Phase()),
                new Swing(0.17 * reachPixels, 0.17 * reachPixels, 5.3, Phase(), Phase()),
            ]);
    }

    /// <summary>A circle, run through at one speed: every frame is smeared by the same length.</summary>
    public static MarkerPath Circle(ImagePoint middle, double radiusPixels, double pixelsPerSecond, long seed)
    {
        var random = new SeededRandom(seed, "path");
        var phase = 2 * Math.PI * random.NextUnit();
        return new MarkerPath(middle, [new Swing(radiusPixels, radiusPixels, pixelsPerSecond / (2 * Math.PI * radiusPixels), phase, phase + (Math.PI / 2))]);
    }
}
