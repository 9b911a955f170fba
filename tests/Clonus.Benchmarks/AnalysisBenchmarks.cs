using BenchmarkDotNet.Attributes;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Benchmarks;

/// <summary>
/// Time after tracking, from tracks at 60 frames a second to findings: at most 50 ms for one minute, and in proportion to the length up to an hour.
/// Every minute has a stretch, a train of 200 beats and a release, so that longer clips are not only longer rests.
/// </summary>
public class AnalysisBenchmarks
{
    private const int MinuteFrames = 3600;

    private TrackSet _tracks = null!;

    [Params(1, 10, 60)]
    public int Minutes { get; set; }

    [GlobalSetup]
    public void Script()
    {
        var scene = new StretchScene
        {
            Motion = new StretchMotion { Beats = 200, DecayPerSecond = 0 },
            Camera = new StretchCamera { Rate = new FrameRate(60, 1), DurationSeconds = 60 },
        };
        var minute = ScriptedTracks.Of(ClipTruth.Of(StretchScript.Of(scene)), noisePixels: 0.1, seed: 1);
        _tracks = new TrackSet(
            [.. Enumerable.Range(0, MinuteFrames * Minutes).Select(frame => frame / 60.0)],
            [.. minute.Markers.Select(marker => marker with { Samples = [.. Enumerable.Repeat(marker.Samples, Minutes).SelectMany(samples => samples)] })]);
    }

    [Benchmark]
    public ClipFindings Analyze() => ClipAnalyzer.Analyze(_tracks, new AnalysisSettings());
}
