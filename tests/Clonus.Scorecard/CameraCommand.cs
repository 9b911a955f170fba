using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Motion.Clips;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Scorecard;

/// <summary>
/// Whether a camera that moves makes beats of a quiet foot or changes the count of one that beats: clips of a leg, with the markers of one site each, filmed
/// from a tripod and by a camera that shakes by a hundredth of the picture, rolls, zooms, is held by hand or pans.
/// </summary>
internal static class CameraCommand
{
    private const int Width = 640, Height = 360;
    private const double Hundredth = Width / 100.0;
    private const int TrueBeats = 8;
    private const long FirstTuningSeed = 1, FirstScoreSeed = 2001;

    private static readonly ImmutableArray<(string Name, Func<StretchCamera, StretchCamera> Of)> Motions =
    [
        ("shake 3 Hz", c => c with { Shake = new CameraShake(Hundredth, 3) }),
        ("shake 5 Hz", c => c with { Shake = new CameraShake(Hundredth, 5) }),
        ("shake 8 Hz", c => c with { Shake = new CameraShake(Hundredth, 8) }),
        ("roll 1.5° 5 Hz", c => c with { Shake = new CameraShake(1, 5) { RollDegrees = 1.5 } }),
        ("zoom 1 % 4 Hz", c => c with { Shake = new CameraShake(1, 4) { ZoomPercent = 1 } }),
        ("hand-held", c => c with { HandHeldPixels = Hundredth }),
        ("slow pan", c => c with { Pan = new CameraPan(-80, 0.5, 3) }),
        ("fast pan", c => c with { Pan = new CameraPan(-80, 1.2, 1.7) }),
    ];

    private static readonly ImmutableArray<(string Name, Landmark[] Landmarks)> Sites =
        [("knee, ankle, toe", [Landmark.Knee, Landmark.Ankle, Landmark.Toe]), ("ankle, toe", [Landmark.Ankle, Landmark.Toe]), ("toe", [Landmark.Toe])];

    public static Command Create()
    {
        var tuning = new Option<bool>("--tuning") { Description = "The seed that settings may be chosen on, instead of the one that judges" };
        var command = new Command("camera", "Beats of a quiet and of a beating foot under a moving camera, beside those from a tripod") { tuning };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(tuning) ? FirstTuningSeed : FirstScoreSeed, cancel)));
        return command;
    }

    private static int Run(long seed, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            Console.WriteLine($"Seed {seed}. A foot with {TrueBeats} beats, and one that does not move; beats of the longest episode.");
            Console.WriteLine("| background | markers | camera | quiet: beats | tripod: beats | moving: beats | camera motion | removed, px |");
            Console.WriteLine("|---|---|---|---:|---:|---:|---|---:|");
            var rows = 0;
            var (quietWrong, quietUnknown, countChanged, countUnknown) = (0, 0, 0, 0);
            foreach (var (background, path) in Backgrounds(folder.FullName, cancel))
            {
                foreach (var (site, landmarks) in Sites)
                {
                    Seen At(Func<StretchCamera, StretchCamera> motion, int beats) => Watch(Scene(landmarks, beats, path, seed, motion), landmarks, folder.FullName, cancel);
                    var tripod = At(c => c, TrueBeats);
                    foreach (var (name, motion) in Motions)
                    {
                        var (quiet, moving) = (At(motion, 0), At(motion, TrueBeats));
                        rows++;
                        quietWrong += quiet.Beats > 0 ? 1 : 0;
                        quietUnknown += quiet.Beats is null ? 1 : 0;
                        countChanged += moving.Beats is not null && moving.Beats != tripod.Beats ? 1 : 0;
                        countUnknown += moving.Beats is null ? 1 : 0;
                        Console.WriteLine(string.Create(
                            CultureInfo.InvariantCulture,
                            $"| {background} | {site} | {name} | {Text(quiet.Beats)} | {Text(tripod.Beats)} | {Text(moving.Beats)} | {moving.Camera?.Status} | {moving.Camera?.RemovedMaxPixels:0.0} |"));
                    }
                }
            }

            Console.WriteLine($"\n{rows} pairs: beats of a quiet foot in {quietWrong} (not assessable in {quietUnknown}), another count of a beating one in {countChanged} (not assessable in {countUnknown}).");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(int? beats) => beats?.ToString(CultureInfo.InvariantCulture) ?? "-";

    /// <summary>The drawn room, and frames of real recordings where they are to be had.</summary>
    private static IEnumerable<(string Name, string? Path)> Backgrounds(string folder, CancellationToken cancel)
    {
        yield return ("drawn room", null);
        foreach (var recording in RealBackdrop.Recordings().Take(2))
        {
            using var file = VideoFile.Open(recording, new VideoSettings());
            var picture = Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(recording), ".png"));
            foreach (var frame in file.ReadFrames(cancel).Take(1))
            {
                Cv2.ImWrite(picture, frame.Image);
            }

            yield return (Path.GetFileNameWithoutExtension(recording), picture);
        }
    }

    private static StretchScene Scene(Landmark[] landmarks, int beats, string? background, long seed, Func<StretchCamera, StretchCamera> motion) => new()
    {
        Seed = seed,
        Motion = beats > 0 ? new StretchMotion { Beats = beats } : new StretchMotion { Beats = 0, StretchDegrees = 1, KneeMotionMillimetres = 0 },
        Subject = new StretchSubject { Stickers = [.. landmarks.Select(landmark => new Synthesis.Scripts.Sticker(landmark, StickerColour.Green))] },
        Camera = motion(new StretchCamera { WidthPixels = Width, HeightPixels = Height, DurationSeconds = 4, Background = background }),
    };

    private static Seen Watch(StretchScene scene, Landmark[] landmarks, string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "clip.mp4");
        ClipWriter.Write(scene, path, null, cancel);
        var markers = landmarks.Select(landmark => new MarkerRequest(new MarkerName(BodySide.Right, landmark), MarkerSpec.Parse("green")));
        var findings = ClipAnalyzer.Analyze(
            ClipTracker.Track(path, "clip", new VideoSettings(), new TrackingSettings { Markers = [.. markers] }, null, cancel).Tracks, new AnalysisSettings());
        return new Seen(findings.Sides.Max(side => side.Clonus.LongestEpisodeBeats), findings.Camera);
    }

    private sealed record Seen(int? Beats, CameraMotionSummary? Camera);
}
