using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard.Points;

/// <summary>
/// Points that a user named on a moving piece of a real picture, followed before another real picture: how far off, how often lost, and
/// whether a wrong place was ever claimed.
/// </summary>
internal static class PointsCommand
{
    private const string Folder = "../shared/data/video";
    private static readonly ImmutableArray<int> TuningSeeds = [1, 2, 3];
    private static readonly ImmutableArray<int> ScoreSeeds = [6101, 6102];

    private static readonly ImmutableArray<Shot> Shots =
    [
        new("walk-side-view.mp4", 90, 1, 120, 520), new("portrait-vp9.mp4", 40, 1, 400, 500), new("walk-side-view.mp4", 90, 2, 240, 30),
        new("portrait-vp9.mp4", 0, 2, 30, 230), new("portrait-vp9.mp4", 90, 2, 60, 600), new("walk-side-view.mp4", 150, 1, 1200, 500),
        new("portrait-vp9.mp4", 60, 1, 100, 700), new("walk-side-view.mp4", 30, 1, 500, 40),
    ];

    private static readonly ImmutableArray<Condition> Conditions =
    [
        new("clean, crf 18", 18, 0, 1), new("noise 5, crf 28", 28, 5, 1), new("contrast 0.4, noise 5, crf 30", 30, 5, 0.4), new("crf 35", 35, 1, 1),
    ];

    public static Command Create()
    {
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
        var clips = new Option<string?>("--clips") { HelpName = "DIR", Description = "Keep the clips there, and take those that are there" };
        var minutes = new Option<bool>("--minutes") { Description = "Few clips of three minutes instead: does an error add up?" };
        var list = new Option<bool>("--list") { Description = "A line for each clip" };
        var command = new Command("points", "Points on moving pieces of real pictures, followed from their first frame on") { tuning, clips, minutes, list };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(tuning) ? TuningSeeds : ScoreSeeds, parsed.GetValue(clips), parsed.GetValue(minutes) ? 180 : 5, parsed.GetValue(list), cancel)));
        return command;
    }

    private static int Run(ImmutableArray<int> seeds, string? keep, double seconds, bool list, CancellationToken cancel)
    {
        if (!Directory.Exists(Folder))
        {
            Console.WriteLine($"{Folder} is not there: no pictures to cut pieces from.");
            return 0;
        }

        Console.WriteLine($"Seeds {string.Join(", ", seeds)}; {seconds:0} s each.");
        var work = keep is null ? Directory.CreateTempSubdirectory("clonus-scorecard-") : Directory.CreateDirectory(keep);
        try
        {
            var pictures = Shots.Select(Picture).ToArray();
            var results = new List<PointResult>();
            foreach (var motion in Enum.GetValues<PieceMotion>().Where(m => seconds < 60 || m is PieceMotion.Swing or PieceMotion.Turn or PieceMotion.TurnAway))
            {
                foreach (var condition in seconds < 60 ? Conditions : [Conditions[1]])
                {
                    foreach (var seed in seconds < 60 ? seeds : seeds[..1])
                    {
                        cancel.ThrowIfCancellationRequested();
                        var which = (seed * 7) + (int)motion;
                        var piece = new MovingPiece(
                            motion, (seed * 31) + (int)motion, seconds, pictures[which % pictures.Length], pictures[(which + 3) % pictures.Length], condition.Contrast, condition.Noise);
                        var path = Path.Combine(work.FullName, string.Create(CultureInfo.InvariantCulture, $"{motion}-{condition.Crf}-{condition.Contrast}-{seed}-{seconds}.mp4"));
                        results.Add(Measure(piece, motion, condition, path, cancel));
                        if (list)
                        {
                            Console.WriteLine($"{motion} {condition.Name} {seed}: {results[^1].Describe()}");
                        }
                    }
                }
            }

            Write("motion", results.GroupBy(r => r.Motion.ToString()));
            Write("condition", results.GroupBy(r => r.Condition.Name));
            Write("all", results.GroupBy(_ => "all"));
            WriteCalibration(results);
        }
        finally
        {
            if (keep is null)
            {
                work.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static PointResult Measure(MovingPiece piece, PieceMotion motion, Condition condition, string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            Encode(piece, condition.Crf, path);
        }

        var start = piece.Truth(0);
        var settings = new TrackingSettings
        {
            Markers = [new MarkerRequest(new MarkerName(BodySide.Unknown, Landmark.Point), MarkerSpec.Parse(string.Create(CultureInfo.InvariantCulture, $"at:{start.X:0.000},{start.Y:0.000}")))],
        };
        var samples = ClipTracker.Track(path, "clip", new VideoSettings(), settings, null, cancel).Tracks.Markers[0].Samples;
        return new PointResult(
            motion, condition,
            [.. samples.Select((sample, frame) => new PointFrame(piece.IsHidden(frame, PointFrame.HalfPixels), sample?.Position.DistanceTo(piece.Truth(frame)), sample?.Confidence ?? 0))]);
    }

    private static void Write(string heading, IEnumerable<IGrouping<string, PointResult>> groups)
    {
        Console.WriteLine();
        Console.WriteLine($"| {heading} | clips | seen of what is visible | rms px | 95 % px | worst px | off by over {PointFrame.WrongPixels} px | claimed while hidden | found again within 2 frames |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var group in groups)
        {
            Console.WriteLine($"| {group.Key} | {group.Count()} | {PointResult.Summary([.. group])} |");
        }
    }

    private static void WriteCalibration(List<PointResult> results)
    {
        Console.WriteLine();
        Console.WriteLine($"| stated confidence | frames | mean stated | truly within {PointFrame.RightPixels} px |");
        Console.WriteLine("|---|---:|---:|---:|");
        double[] edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.000001];
        foreach (var (low, high) in edges.Zip(edges.Skip(1)))
        {
            var frames = results.SelectMany(r => r.Frames).Where(f => f is { ErrorPixels: not null } && f.Confidence >= low && f.Confidence < high).ToArray();
            if (frames.Length > 0)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {low:0.00}-{high:0.00} | {frames.Length} | {frames.Average(f => f.Confidence):0.000} | {frames.Count(f => !f.IsHidden && f.ErrorPixels <= PointFrame.RightPixels) / (double)frames.Length:0.000} |"));
            }
        }
    }

    private static void Encode(MovingPiece piece, int crf, string path)
    {
        using var process = Start(
            "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", $"{MovingPiece.WidthPixels}x{MovingPiece.HeightPixels}", "-r", "30", "-i", "-",
            "-c:v", "libx264", "-preset", "veryfast", "-threads", "1", "-pix_fmt", "yuv420p", "-crf", crf.ToString(CultureInfo.InvariantCulture), "-f", "mp4", path + ".part");
        using (var pipe = process.StandardInput.BaseStream)
        {
            for (var frame = 0; frame < piece.FrameCount; frame++)
            {
                pipe.Write(piece.Draw(frame));
            }
        }

        process.WaitForExit();
        File.Move(path + ".part", path);
    }

    private static byte[] Picture(Shot shot)
    {
        using var process = Start(
            "-i", Path.Combine(Folder, shot.Clip), "-vf",
            $"select=eq(n\\,{shot.Frame}),scale=iw/{shot.Reduction}:ih/{shot.Reduction},crop={MovingPiece.WidthPixels}:{MovingPiece.HeightPixels}:{shot.X}:{shot.Y}",
            "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgr24", "-");
        process.StandardInput.Close();
        var picture = new byte[3 * MovingPiece.WidthPixels * MovingPiece.HeightPixels];
        process.StandardOutput.BaseStream.ReadExactly(picture);
        process.WaitForExit();
        return picture;
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}

/// <summary>A part of a frame of a recording, reduced by a whole number.</summary>
internal sealed record Shot(string Clip, int Frame, int Reduction, int X, int Y);

/// <summary>How a clip was recorded.</summary>
/// <param name="Noise">Standard deviation in grey levels.</param>
/// <param name="Contrast">Of the piece's texture.</param>
internal sealed record Condition(string Name, int Crf, double Noise, double Contrast);
