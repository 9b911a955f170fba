using System.Globalization;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>A marker of known size, by which lengths are measured.</summary>
/// <param name="Millimetres">Its diameter; of a square fiducial the side.</param>
public readonly record struct KnownMarker(MarkerName Name, double Millimetres);

/// <summary>What a millimetre in the result rests on.</summary>
public enum ScaleSource
{
    /// <summary>A length in the picture that the user measured.</summary>
    Length,

    /// <summary>A marker's known size.</summary>
    Marker,
}

/// <summary>From a marker's size in the picture to millimetres.</summary>
public static class LengthScale
{
    /// <summary>The settings with the length of a pixel filled in where a marker tells it, and why not where it does not.</summary>
    public static (SignalSettings Settings, QualityIssue? Issue) Resolve(TrackSet tracks, SignalSettings settings)
    {
        if (settings.ScaleMarker is not { } known || tracks.IsSpatial)
        {
            return (settings, null);
        }

        var marker = tracks.Markers.FirstOrDefault(m => m.Name == known.Name);
        return marker?.SizePixels is { } size and > 0
            ? (settings with { MillimetresPerPixel = known.Millimetres / size }, null)
            : (settings, new QualityIssue(
                "scale_unknown", IssueSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"Lengths stay in pixels: --scale names {known.Name}, which ")
                    + (marker is null ? "was not seen." : "has no size of its own; name a sticker or an aruco marker, or give a length as LENGTHpx:MM."),
                Marker: known.Name));
    }
}
