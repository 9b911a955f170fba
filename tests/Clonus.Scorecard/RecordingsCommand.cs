using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard;

/// <summary>
/// Points of real recordings, followed to the end and from there back again: nobody knows where they truly are, but who is led astray
/// on the way does not come home.
/// </summary>
internal static class RecordingsCommand
{
    private const string Folder = "../shared/data/video";
    private const int CropPixels = 160;

    private static readonly ImmutableArray<RecordedPoint> Points =
    [
        new("fork-toy-6.40hz.mp4", "right weight", "at:531,154"),
        new("fork-toy-6.40hz.mp4", "toy's head", "at:205,125"),
        new("fork-3.20hz.mp4", "left weight", "at:294,93"),
        new("fork-toy-12.80hz.mp4", "right weight", "at:576,154"),
        new("fork-toy-1.60hz.mp4", "right weight", "at:514,140"),
        new("walk-side-view.mp4", "woman's head", "at:1273,552@2.5"),
        new("walk-side-view.mp4", "woman's waist", "at:1264,740@2.5"),
        new("walk-side-view.mp4", "woman's leading foot", "at:1206,915@2.5"),
        new("walk-side-view.mp4", "woman's leading knee", "at:1226,820@2.5"),
        new("walk-side-view.mp4", "woman's belt", "at:1128,725@3"),
        new("walk-side-view.mp4", "woman's near knee", "at:1112,805@3"),
        new("walk-side-view.mp4", "woman's trailing shoe", "at:1163,890@3"),
        new("walk-side-view.mp4", "man's left shoe", "at:677,449"),
        new("walk-side-view.mp4", "man's right shoe", "at:617,448"),
        new("walk-side-view.mp4", "man's chest", "at:628,203"),
        new("walk-side-view.mp4", "window of a house", "at:60,330"),
        new("portrait-vp9.mp4", "navel", "at:570,708"),
        new("portrait-vp9.mp4", "marker below the knee", "at:588,945"),
        new("portrait-vp9.mp4", "marker at the hip", "at:625,725"),
        new("portrait-vp9.mp4", "knee", "at:590,900"),
        new("portrait-vp9.mp4", "cap", "at:535,430"),
        new("portrait-vp9.mp4", "standing foot", "at:562,1090"),
    ];

    public static Command Create()
    {
        var pictures = new Option<string?>("--pictures") { HelpName = "DIR", Description = "Also write each point's surroundings at the start, in the middle and at the end as a PNG" };
        var command = new Command("recordings", $"Points of the recordings in {Folder}, followed forward and backward") { pictures };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(pictures), cancel)));
        return command;
    }

    private static int Run(string? pictures, CancellationToken cancel)
    {
        if (!Directory.Exists(Folder))
        {
            Console.WriteLine($"{Folder} is not there: nothing to follow.");
            return 0;
        }

        Console.WriteLine("| recording | point | spec | frames from the first to the last one seen | share of the clip's rest | forward-backward distance in px: rms / 95 % / worst / at the start |");
        Console.WriteLine("|---|---|---|---:|---:|---:|");
        var work = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            foreach (var clip in Points.GroupBy(point => point.Clip))
            {
                var reversed = Path.Combine(work.FullName, clip.Key);
                Ffmpeg("-i", Path.Combine(Folder, clip.Key), "-an", "-vf", "reverse", "-fps_mode", "passthrough", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", reversed);
                foreach (var point in clip)
                {
                    Write(point, reversed, pictures, cancel);
                }
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static void Write(RecordedPoint point, string reversed, string? pictures, CancellationToken cancel)
    {
        var forward = Follow(Path.Combine(Folder, point.Clip), point.Spec, cancel);
        var seen = Enumerable.Range(0, forward.Length).Where(i => forward[i] is not null).ToArray();
        if (seen.Length == 0)
        {
            Console.WriteLine($"| {point.Clip} | {point.What} | {point.Spec} | 0 | 0 % | not found |");
            return;
        }

        var last = seen[^1];
        // What the reversed clip shows at this time is the frame in which the point was last seen.
        var home = Follow(reversed, BackFrom(forward[last]!.Value, forward.Length - 1 - last, reversed), cancel).Reverse().ToArray();
        var distances = seen.Where(i => i < home.Length && home[i] is not null).Select(i => (Frame: i, Pixels: forward[i]!.Value.DistanceTo(home[i]!.Value))).ToArray();
        var sorted = distances.Select(d => d.Pixels).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {point.Clip} | {point.What} | {point.Spec} | {seen[0]}-{last} of {forward.Length} | {100.0 * seen.Length / (forward.Length - seen[0]):0.0} % "
            + $"| {Math.Sqrt(sorted.Average(d => d * d)):0.00} / {sorted[(int)(0.95 * (sorted.Length - 1))]:0.00} / {sorted[^1]:0.00} / {(distances[0].Frame == seen[0] ? distances[0].Pixels : double.NaN):0.00} |"));
        if (pictures is not null)
        {
            Directory.CreateDirectory(pictures);
            Picture(point, forward, [seen[0], seen[seen.Length / 2], last], pictures);
        }
    }

    private static ImagePoint?[] Follow(string path, string spec, CancellationToken cancel)
    {
        var settings = new TrackingSettings { Markers = [new MarkerRequest(new MarkerName(BodySide.Unknown, Landmark.Point), MarkerSpec.Parse(spec))] };
        return [.. ClipTracker.Track(path, "clip", new VideoSettings(), settings, null, cancel).Tracks.Markers[0].Samples.Select(s => s?.Position.InPicture)];
    }

    private static string BackFrom(ImagePoint place, int frame, string reversed)
    {
        var times = ClipTracker.Track(reversed, "clip", new VideoSettings(), new TrackingSettings { Markers = [new MarkerRequest(new MarkerName(BodySide.Unknown, Landmark.Point), MarkerSpec.Parse("at:0,0"))] }, null, default)
            .Tracks.FrameTimesSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"at:{place.X:0.0000},{place.Y:0.0000}@{Math.Max(times[frame] - 0.001, 0):0.000000}");
    }

    private static void Picture(RecordedPoint point, ImagePoint?[] track, int[] frames, string folder)
    {
        var parts = frames.Select((frame, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"[0:v]select=eq(n\\,{frame}),pad=iw+{CropPixels}:ih+{CropPixels}:{CropPixels / 2}:{CropPixels / 2},crop={CropPixels}:{CropPixels}:{Math.Round(track[frame]!.Value.X)}:{Math.Round(track[frame]!.Value.Y)},scale=iw*3:ih*3:flags=neighbor,"
            + $"drawbox=x=iw/2-20:y=ih/2+1:w=40:h=1:color=red,drawbox=x=iw/2+1:y=ih/2-20:w=1:h=40:color=red,setpts=0[p{i}]"));
        var graph = string.Join(';', parts) + $";[p0][p1][p2]hstack=inputs=3";
        Ffmpeg("-i", Path.Combine(Folder, point.Clip), "-filter_complex", graph, "-frames:v", "1", Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(point.Clip)}-{point.What.Replace(' ', '-')}.png"));
    }

    private static void Ffmpeg(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", "-nostdin", .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with {process.ExitCode}");
        }
    }
}

/// <summary>A point of a real recording, in words and as a SPEC.</summary>
internal sealed record RecordedPoint(string Clip, string What, string Spec);
