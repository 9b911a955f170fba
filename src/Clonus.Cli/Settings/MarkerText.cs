using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Settings;

/// <summary>Markers as users write them: NAME=SPEC on the command line, NAME: SPEC in a protocol.</summary>
internal static class MarkerText
{
    /// <exception cref="InputException">Not NAME=SPEC, an unknown name, or a SPEC that is none.</exception>
    public static MarkerRequest Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? Parse("--marker", text[..equals], text[(equals + 1)..])
            : throw new InputException(InputFault.Settings, $"--marker cannot be '{text}': give NAME=SPEC, such as left.ankle=green");
    }

    /// <exception cref="InputException">An unknown name, or a SPEC that is none.</exception>
    public static MarkerRequest Parse(string source, string name, string spec) =>
        MarkerName.TryParse(name, out var marker)
            ? new MarkerRequest(marker, MarkerSpec.Parse(spec))
            : throw new InputException(InputFault.Settings, $"{source}: '{name}' is no marker name: give {MarkerName.ValidNames}");

    /// <summary>The settings with these markers; one of the same name is replaced.</summary>
    public static RunSettings Apply(RunSettings settings, IEnumerable<MarkerRequest> markers) =>
        markers.Aggregate(settings, (current, marker) => current with { Tracking = current.Tracking with { Markers = With(current.Tracking, marker) } });

    private static System.Collections.Immutable.ImmutableArray<MarkerRequest> With(TrackingSettings tracking, MarkerRequest marker)
    {
        var at = tracking.Markers.ToList().FindIndex(m => m.Name == marker.Name);
        return at < 0 ? tracking.Markers.Add(marker) : tracking.Markers.SetItem(at, marker);
    }
}
