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

/// <summary>What a look at a clip shows: its markers, some other spots of colour (the likeliest first), and a picture of all of them.</summary>
/// <param name="PreviewPng">
/// The upright picture in which most markers are seen, the first of these, with names and a pixel grid, as a PNG file. Other spots have their
/// number in <paramref name="OtherSpots"/>, from 1 on.
/// </param>
public sealed record MarkerScoutResult(
    ImmutableArray<MarkerSpot> Markers,
    ImmutableArray<MarkerSpot> OtherSpots,
    ClipInfo Clip,
    ImmutableArray<QualityIssue> Issues,
    ReadOnlyMemory<byte> PreviewPng);

/// <summary>Finds a clip's markers and shows them, so that they can be written into a protocol.</summary>
public static class MarkerScout
{
    // A picture with more numbers than these is hard to read.
    private const int MostOthers = 8;

    /// <summary>Reads the whole clip: which sticker is which shows in how they move.</summary>
    /// <param name="shown">What the preview shows of the patient.</param>
    /// <exception cref="InputException">The file holds no readable video, or a marker's place lies outside of the picture.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MarkerScoutResult Find(string path, VideoSettings video, TrackingSettings settings, OverlaySettings shown, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(shown);
        using var file = VideoFile.Open(path, video);
        using var picture = new Mat();
        var followed = ClipTracker.Follow(file, settings, null, frame => frame.Image.CopyTo(picture), cancel);
        var tracks = followed.Tracks;
        var frame = Enumerable.Range(0, tracks.FrameCount).MaxBy(i => tracks.Markers.Count(m => m.Samples[i] is not null));
        if (frame > 0)
        {
            ReadAgain(path, video, frame, picture, cancel);
        }

        if (shown.BlurOutside)
        {
            using var blur = new OutsideBlur(shown);
            blur.Apply(picture, LimbBoxes.Of(tracks, picture.Size(), shown)[frame]);
        }

        var others = followed.Others.Take(MostOthers).ToArray();
        var times = tracks.FrameTimesSeconds;
        var seen = tracks.Markers.Where(m => m.Samples.Any(s => s is not null)).ToArray();
        return new MarkerScoutResult(
            [.. seen.Select(m => FirstSpot(m.Name, m.Spec, m.Samples, times, m.Samples.OfType<MarkerSample>().Average(s => s.Confidence)))],
            [.. others.Select(o => FirstSpot(null, o.Spec, o.Samples, times, o.Quality))],
            file.Describe(Path.GetFileNameWithoutExtension(path)), [.. file.Issues, .. followed.Issues],
            ScoutPreview.Draw(picture, frame, times, seen, others));
    }

    private static void ReadAgain(string path, VideoSettings video, int index, Mat picture, CancellationToken cancel)
    {
        using var file = VideoFile.Open(path, video);
        foreach (var (i, frame) in file.ReadFrames(cancel).Index())
        {
            if (i == index)
            {
                frame.Image.CopyTo(picture);
                return;
            }
        }
    }

    private static MarkerSpot FirstSpot(MarkerName? name, string spec, ImmutableArray<MarkerSample?> samples, ImmutableArray<double> times, double quality)
    {
        var first = samples.Index().First(s => s.Item is not null);
        return new MarkerSpot(name, spec, first.Item!.Value.Position.InPicture, times[first.Index], quality);
    }
}
