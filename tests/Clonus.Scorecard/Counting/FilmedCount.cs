using System.Collections.Immutable;
using Clonus.Motion.Clips;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard.Counting;

/// <summary>How trains and look-alikes are filmed for the count.</summary>
/// <param name="Crf">Null is the codec's usual quality.</param>
internal sealed record FilmQuality(string Name, int Fps, double ShutterSeconds, int? Crf, double DriftDegrees)
{
    public static readonly ImmutableArray<FilmQuality> All = [new("clean", 60, 1.0 / 250, null, 0), new("degraded", 30, 1.0 / 60, 30, 2)];
}

/// <summary>One clip to be drawn.</summary>
internal sealed record FilmedClip(long Seed, string Kind, StretchScene Scene, LookAlikeKind? LookAlike);

/// <summary>From seeds to results by video: the scenes of the count drawn, stored as H.264 and tracked without any option.</summary>
internal static class FilmedCount
{
    private const double TrainShare = 0.7;

    // Longer clips, and with them trains of 60 beats, would make it an hour.
    private const double LongestSeconds = 8;
    private const double TailSeconds = 0.5;

    // A second lies before and after it. Shortened and not left out, so that every kind is there.
    private const double LongestLookAlikeSeconds = 5.5;

    private const int LongSide = 480;
    private const int ShortSide = 270;
    private const int SquareSide = 360;

    /// <summary>Of the seeds from the first on, those whose clips are short enough: about seven trains in ten, the others look-alikes.</summary>
    public static ImmutableArray<FilmedClip> Clips(long firstSeed, int count)
    {
        var trains = (int)Math.Round(TrainShare * count);
        return [.. Short(firstSeed, Train).Take(trains), .. Short(firstSeed, LookAlike).Take(count - trains)];
    }

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<CountResult> Results(ImmutableArray<FilmedClip> clips, FilmQuality quality, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            return [.. clips.AsParallel().AsOrdered().WithCancellation(cancel).Select((clip, i) => Result(clip, quality, Path.Combine(folder.FullName, $"{i}.mp4"), cancel))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CountResult Result(FilmedClip clip, FilmQuality quality, string path, CancellationToken cancel)
    {
        var scene = Filmed(clip.Scene, quality);
        ClipWriter.Write(scene, path, null, cancel);
        var tracks = ClipTracker.Track(path, "clip", new VideoSettings(), new TrackingSettings(), null, cancel).Tracks;
        File.Delete(path);
        var side = CountRun.BestSide(ClipAnalyzer.Analyze(tracks, new AnalysisSettings()));
        var plan = MotionPlan.Of(scene);
        // Nobody knows the error of these tracks better than the analysis itself.
        return CountResult.Of(clip.Seed, clip.Kind, plan, CountRun.TruthOf(plan, side.Signal?.NoiseRms ?? 0), side.Clonus, clip.LookAlike);
    }

    private static IEnumerable<FilmedClip> Short(long firstSeed, Func<long, FilmedClip> clipOf)
    {
        for (var seed = firstSeed; ; seed++)
        {
            var clip = clipOf(seed);
            if (MotionPlan.Of(clip.Scene).EndSeconds + TailSeconds <= LongestSeconds)
            {
                yield return clip;
            }
        }
    }

    private static FilmedClip Train(long seed)
    {
        var (kind, scene) = TrainScene.Of(seed);
        return new FilmedClip(seed, kind, scene, null);
    }

    private static FilmedClip LookAlike(long seed)
    {
        var (kind, scene) = LookAlikeScene.OfFilmed(seed);
        var movement = scene.LookAlike!;
        return new FilmedClip(seed, kind.ToString(), scene with { LookAlike = movement with { Seconds = Math.Min(movement.Seconds, LongestLookAlikeSeconds) } }, kind);
    }

    private static StretchScene Filmed(StretchScene scene, FilmQuality quality)
    {
        var posture = scene.LookAlike is { } other ? LookAlikeMotion.UsualPosture(other.Kind) : null;
        // A leg from knee to floor fills a wide picture badly.
        var (width, height) = posture switch
        {
            Posture.FootOnFloor => (SquareSide, SquareSide),
            Posture.Standing => (ShortSide, LongSide),
            _ => (LongSide, ShortSide),
        };
        var camera = new StretchCamera { Rate = new FrameRate(quality.Fps, 1), WidthPixels = width, HeightPixels = height, ShutterSeconds = quality.ShutterSeconds };
        return scene with
        {
            Motion = scene.Motion with { DriftDegrees = quality.DriftDegrees },
            Subject = scene.Subject with { Posture = posture },
            Camera = scene.LookAlike?.Film(camera) ?? camera,
            Encoding = new EncodingSettings { Crf = quality.Crf },
        };
    }
}
