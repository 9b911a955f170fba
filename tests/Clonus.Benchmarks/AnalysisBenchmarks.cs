using BenchmarkDotNet.Attributes;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Benchmarks;

/// <summary>Time after tracking: tracks with a minute of beats, in a clip of one minute and of ten, to findings.</summary>
public class AnalysisBenchmarks
{
    private TrackSet _tracks = null!;

    [Params(1, 10)]
    public int Minutes { get; set; }

    [GlobalSetup]
    public void Script()
    {
        var scene = new StretchScene
        {
            Motion = new StretchMotion { Beats = 300, DecayPerSecond = 0 },
            Camera = new StretchCamera { Rate = new FrameRate(60, 1), DurationSeconds = 60 * Minutes },
        };
        _tracks = ScriptedTracks.Of(ClipTruth.Of(StretchScript.Of(scene)), noisePixels: 0.1, seed: 1);
    }

    [Benchmark]
    public ClipFindings Analyze() => ClipAnalyzer.Analyze(_tracks, new AnalysisSettings());
}
