using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;
using Clonus.Vision.Drawing;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tracking;

/// <summary>A place where a marker, or what might be one, was first seen.</summary>
/// <param name="Name">Null when it is no marker of the leg that was found.</param>
/// <param name="Spec">The SPEC that finds it again.</param>
/// <param name="Position">In the first frame in which it was seen.</param>
/// <param name="TimeSeconds">Of that frame.</param>
/// <param name="Quality">How much it looks like a sticker, or for a marker how sure its samples are, 0 to 1.</param>
public sealed record MarkerSpot(MarkerName? Name, string Spec, ImagePoint Position, double TimeSeconds, double Quality);

/// <summary>What a look at a clip shows: its markers, other spots of colour (the likeliest first), and the first picture with all of them drawn in.</summary>
/// <param name="PreviewPng">The upright first picture with names and a pixel grid, as a PNG file.</param>
public sealed record MarkerScoutResult(
    ImmutableArray<MarkerSpot> Markers,
    ImmutableArray<MarkerSpot> OtherSpots,
    ClipInfo Clip,
    ImmutableArray<QualityIssue> Issues,
    ReadOnlyMemory<byte> PreviewPng);

/// <summary>Finds a clip's markers and shows them, so that they can be written into a protocol.</summary>
public static class MarkerScout
{
    /// <summary>Reads the whole clip: which sticker is which shows in how they move.</summary>
    /// <param name="shown">What the preview shows of the patient.</param>
    /// <exception cref="InputException">The file holds no readable video, or a marker's place lies outside of the picture.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MarkerScoutResult Find(string path, VideoSettings video, TrackingSettings settings, OverlaySettings shown, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shown);
        using var file = VideoFile.Open(path, video);
        using var first = new Mat();
        var followed = ClipTracker.Follow(file, settings, null, frame => frame.Image.CopyTo(first), cancel);
        ImmutableArray<MarkerSpot> markers = [.. followed.Tracks.Markers.Select(m => Spot(m, followed.Tracks)).OfType<MarkerSpot>()];
        if (shown.BlurOutside)
        {
            using var blur = new OutsideBlur(shown);
            blur.Apply(first, LimbBoxes.Of(followed.Tracks, first.Size(), shown)[0]);
        }

        return new MarkerScoutResult(
            markers, followed.Spots, file.Describe(Path.GetFileNameWithoutExtension(path)), [.. file.Issues, .. followed.Issues],
            ScoutPreview.Draw(first, followed.Tracks.FrameTimesSeconds[0], markers, followed.Spots));
    }

    private static MarkerSpot? Spot(MarkerTrack track, TrackSet tracks)
    {
        for (var i = 0; i < track.Samples.Length; i++)
        {
            if (track.Samples[i] is { } sample)
            {
                return new MarkerSpot(
                    track.Name, track.Spec, sample.Position, tracks.FrameTimesSeconds[i], track.Samples.OfType<MarkerSample>().Average(s => s.Confidence));
            }
        }

        return null;
    }
}
