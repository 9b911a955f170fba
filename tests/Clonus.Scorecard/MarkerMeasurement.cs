using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard;

/// <summary>One frame of one clip.</summary>
/// <param name="Found">Null when the tracker saw no marker.</param>
internal readonly record struct MarkerFrame(ImagePoint True, MarkerSample? Found, OracleFit Oracle);

/// <summary>The clips of one line, frame by frame.</summary>
internal sealed record MarkerClips(MarkerCase Case, ImmutableArray<MarkerFrame> Frames);

/// <summary>Renders the clips of a line, tracks them as shipped, with the SPEC given, and asks the oracle.</summary>
internal static class MarkerMeasurement
{
    public static MarkerClips Of(MarkerCase markerCase, IEnumerable<long> seeds, string folder, CancellationToken cancel)
    {
        var settings = new TrackingSettings { Markers = [new MarkerRequest(MarkerName.Point, MarkerSpec.Parse(markerCase.Spec))] };
        var behind = markerCase.Recording is { } recording ? RealBackdrop.Read(recording, markerCase.Size, cancel) : null;
        return new MarkerClips(markerCase, [.. seeds.SelectMany(seed => Frames(markerCase.Scene(seed), behind, settings, Path.Combine(folder, $"{markerCase} {seed}.mp4"), cancel).Skip(markerCase.FirstFrame))]);
    }

    private static MarkerFrame[] Frames(MarkerScene scene, Picture? behind, TrackingSettings settings, string path, CancellationToken cancel)
    {
        var script = MarkerClipWriter.Write(scene, path, behind, cancel);
        var tracks = ClipTracker.Track(path, "clip", new VideoSettings(), settings, null, cancel).Tracks;
        var oracle = Oracle.Fit(script, behind, DecodedPlanes.Read(path, scene.Camera.WidthPixels, scene.Camera.HeightPixels));
        var marker = tracks.Markers.SingleOrDefault();
        MarkerFrame[] frames = [.. oracle.Select((fit, i) => new MarkerFrame(script.Truth(i), marker?.Samples[i], fit))];
        File.WriteAllLines(Path.ChangeExtension(path, ".csv"), frames.Select(Line).Prepend("true_x_px,true_y_px,found_x_px,found_y_px,confidence,oracle_x_px,oracle_y_px"));
        return frames;
    }

    private static string Line(MarkerFrame frame)
    {
        var oracle = frame.True + frame.Oracle.Error;
        var found = frame.Found is { } sample ? FormattableString.Invariant($"{sample.Position.X:0.0000},{sample.Position.Y:0.0000},{sample.Confidence:0.000}") : ",,";
        return FormattableString.Invariant($"{frame.True.X:0.0000},{frame.True.Y:0.0000},{found},{oracle.X:0.0000},{oracle.Y:0.0000}");
    }
}
