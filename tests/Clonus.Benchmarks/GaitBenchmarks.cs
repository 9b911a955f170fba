using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Benchmarks;

/// <summary>
/// Ten minutes of motion capture of a walk, 120 frames a second and 40 markers, from tracks to findings: at most 2 s. The person walks to and fro as in a laboratory,
/// half a minute each way, or on a treadmill in one stretch.
/// </summary>
public class GaitBenchmarks
{
    private const int Rate = 120;
    private const int WaySeconds = 30;
    private const int Ways = 20;
    private const int Markers = 40;

    private TrackSet _tracks = null!;

    [Params(false, true)]
    public bool Treadmill { get; set; }

    [GlobalSetup]
    public void Script()
    {
        var script = WalkScript.Of(new WalkScene
        {
            Motion = new WalkMotion { MetresPerSecond = 1, Treadmill = Treadmill },
            Camera = new StretchCamera { WidthPixels = 1280, HeightPixels = 720, Rate = new FrameRate(Rate, 1), DurationSeconds = WaySeconds },
        });
        var way = WalkTracks.InRoom(script, new LabAxes(LabUp.Z, 0), noiseMillimetres: 0.5, seed: 1);
        var far = way.Markers[0].Samples[^1]!.Value.Position.X + way.Markers[0].Samples[0]!.Value.Position.X;

        // Back by a turn on the spot.
        ImmutableArray<MarkerSample?> There(MarkerTrack track) => track.Samples;
        ImmutableArray<MarkerSample?> Back(MarkerTrack track) => [.. track.Samples.Select(s => s is { Position: var p } ? (MarkerSample?)new MarkerSample(new SpacePoint(far - p.X, -p.Y, p.Z), 1) : null)];
        MarkerTrack[] walker = [.. way.Markers.Select(m => m with { Samples = [.. Enumerable.Range(0, Ways).SelectMany(k => Treadmill || k % 2 == 0 ? There(m) : Back(m))] })];

        // A marker set's others have no names here.
        _tracks = new TrackSet(
            [.. Enumerable.Range(0, walker[0].Samples.Length).Select(frame => (double)frame / Rate)],
            [.. walker, .. Enumerable.Range(walker.Length, Markers - walker.Length).Select(i => walker[i % walker.Length] with { Name = new MarkerName(BodySide.Unknown, (Landmark)(1000 + i)) })]) { IsSpatial = true };
    }

    [Benchmark]
    public ClipFindings Analyze() => ClipAnalyzer.Analyze(_tracks, new AnalysisSettings());
}
