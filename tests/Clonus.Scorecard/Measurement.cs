using System.Collections.Immutable;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Scorecard;

/// <summary>From a case of the sweep to its score, with or without a video in between.</summary>
internal static class Measurement
{
    public static ImmutableArray<Score> FromTracks(ImmutableArray<SweepCase> cases, double noisePixels) =>
        [.. cases.AsParallel().AsOrdered().Select(c => FromTracks(c, noisePixels))];

    public static ImmutableArray<Score> FromVideo(ImmutableArray<SweepCase> cases, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            return [.. cases.AsParallel().AsOrdered().WithCancellation(cancel).Select((c, i) => FromVideo(c, Path.Combine(folder.FullName, $"{i}.mp4"), cancel))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Score FromTracks(SweepCase sweepCase, double noisePixels)
    {
        var truth = ClipTruth.Of(StretchScript.Of(sweepCase.Scene));
        return Score.Of(sweepCase, truth, ScriptedTracks.Of(truth, noisePixels, sweepCase.Seed));
    }

    private static Score FromVideo(SweepCase sweepCase, string path, CancellationToken cancel)
    {
        var clip = ClipWriter.Write(sweepCase.Scene, path, null, cancel);
        var tracked = ClipTracker.Track(path, "clip", new VideoSettings(), new TrackingSettings(), null, cancel);
        File.Delete(path);
        return Score.Of(sweepCase, clip.Truth, tracked.Tracks);
    }
}
