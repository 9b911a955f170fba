using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard.Identity;

/// <summary>From a scene to its score: the pictures go straight to the tracker, those of every fifth scene through a compressed file.</summary>
internal static class IdentityRun
{
    /// <summary>First of the seeds that settings may be chosen on, and of those that judge.</summary>
    public const int FirstTuningSeed = 1, FirstScoreSeed = 2001;

    private const int EncodedEvery = 5;
    private const int Crf = 28;

    public static ImmutableArray<IdentityScore> Of(IEnumerable<int> seeds, CancellationToken cancel) =>
        [.. seeds.AsParallel().AsOrdered().WithCancellation(cancel).Select(seed => Of(IdentityScenes.Of(seed), seed % EncodedEvery == 0, cancel))];

    private static IdentityScore Of(LimbScene scene, bool encoded, CancellationToken cancel)
    {
        var settings = new TrackingSettings();
        var spec = (LookSpec)MarkerSpec.Parse(scene.Colour);
        var linker = new MarkerLinker([spec], settings);
        var camera = new SceneCamera(scene);
        if (encoded)
        {
            ThroughFile(scene, camera, frame => linker.Advance(PixelView.Of(frame.Image), frame.TimeSeconds), cancel);
        }
        else
        {
            for (var i = 0; i < scene.FrameCount; i++)
            {
                cancel.ThrowIfCancellationRequested();
                linker.Advance(new PixelView(camera.Take(i), 3 * scene.Width, scene.Width, scene.Height), scene.TimeSeconds(i));
            }
        }

        return IdentityScore.Of(scene, [.. TrackJoiner.Join(linker.Tracks, [.. Enumerable.Range(0, scene.FrameCount).Select(scene.TimeSeconds)], settings.Link, settings.Join).Select(t => t.Samples)]);
    }

    private static void ThroughFile(LimbScene scene, SceneCamera camera, Action<VideoFrame> take, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"clonus-identity-{Environment.ProcessId}-{scene.Seed}.mp4"));
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true, UseShellExecute = false };
        string[] arguments =
        [
            "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", FormattableString.Invariant($"{scene.Width}x{scene.Height}"),
            "-r", scene.FrameRate.ToString(CultureInfo.InvariantCulture), "-i", "-", "-c:v", "libx264", "-threads", "1", "-preset", "veryfast",
            "-crf", Crf.ToString(CultureInfo.InvariantCulture), "-pix_fmt", "yuv420p", path,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            using (var ffmpeg = Process.Start(start)!)
            {
                for (var i = 0; i < scene.FrameCount; i++)
                {
                    ffmpeg.StandardInput.BaseStream.Write(camera.Take(i));
                }

                ffmpeg.StandardInput.Close();
                ffmpeg.WaitForExit();
            }

            using var file = VideoFile.Open(path, new VideoSettings());
            foreach (var frame in file.ReadFrames(cancel))
            {
                take(frame);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
