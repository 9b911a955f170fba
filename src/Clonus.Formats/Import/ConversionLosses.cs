using System.Globalization;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>What a format has no room for, in words, so that nothing is lost unsaid.</summary>
public static class ConversionLosses
{
    // Less than that is rounding.
    private const double NotableSeconds = 0.0005;

    /// <param name="target">c3d, trc, tracks or deeplabcut.</param>
    public static IEnumerable<string> Of(Trajectories file, string target)
    {
        if (file.HasAnalog)
            yield return "of a C3D the points and events are kept: its analog signals and the laboratory's own parameters are left out";
        if (target != "c3d" && file.Events.Length > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Counted(file.Events.Length, "event is", "events are")} left out: only C3D has room for events");
        if (target is "trc" or "c3d" && file.Points.Any(p => p.Confidence is not null))
            yield return $"confidence is left out: {target.ToUpperInvariant()} has no room for it";
        if (target != "tracks" && file.Camera.Any(pose => pose is { } moved && moved != CameraPose.Still))
            yield return "the camera's own motion is left out: only our tracks.csv has room for it";
        if (target == "deeplabcut" && file.TimesSeconds is not null)
            yield return "times are left out: DeepLabCut's table has no room for them, so that --fps is needed when it is read again";
        if (target is "trc" or "deeplabcut" && file.Points.Count(p => p.Kind != PointKind.Position) is > 0 and var computed)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Counted(computed, "point is an angle, a force", "points are angles, forces")} or the like, which this format cannot tell from positions");
        if (target == "trc" && file.Points.Count(p => TrcWriter.Name(p.Label) != p.Label) is > 0 and var renamed)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Counted(renamed, "label has", "labels have")} blanks, which became underscores");
        if (target != "c3d" && file.Points.Select(p => p.Label).Distinct().Count() < file.Points.Length)
            yield return "labels that stand more than once were given numbers";
        if (target == "c3d" && OfTimes(file) is { } times)
            yield return times;
    }

    private static string Counted(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    /// <summary>What one rate for all frames does to their times; null where they are even.</summary>
    /// <exception cref="Motion.InputException">There are no times, or no even grid holds them.</exception>
    public static string? OfTimes(Trajectories file) => EvenGrid.Of(file).LargestErrorSeconds is > NotableSeconds and var error
        ? string.Create(CultureInfo.InvariantCulture, $"frames stand up to {1000 * error:0.0} ms beside their times: C3D has one rate for all")
        : null;
}
