using BenchmarkDotNet.Attributes;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Benchmarks;

/// <summary>Time of one 1080p frame: decoded, and followed by a tracker that is locked on. The ratio of the second to the first should stay below 0.3.</summary>
public class TrackingBenchmarks
{
    // The leg moves in these; they are gone through to and fro, for the frame after the last must be near it.
    private const int HeldFrames = 15;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-benchmarks-");
    private readonly FrameTracking _tracking = new(new TrackingSettings());
    private string _path = "";
    private readonly List<VideoFrame> _held = [];
    private int _frames;

    [GlobalSetup]
    public void Render()
    {
        _path = Path.Combine(_folder.FullName, "leg.mp4");
        var camera = new StretchCamera { WidthPixels = 1920, HeightPixels = 1080, DurationSeconds = 2 };
        ClipWriter.Write(new StretchScene { Motion = new StretchMotion { Beats = 2 }, Camera = camera }, _path, null, CancellationToken.None);

        // One second in, the markers are known.
        using var file = VideoFile.Open(_path, new VideoSettings());
        foreach (var frame in file.ReadFrames(CancellationToken.None).Take(30 + HeldFrames))
        {
            Follow(frame);
            if (_frames > 30)
            {
                var image = new Mat();
                frame.Image.CopyTo(image);
                _held.Add(frame with { Image = image });
            }
        }
    }

    [GlobalCleanup]
    public void Remove()
    {
        _held.ForEach(frame => frame.Image.Dispose());
        _folder.Delete(recursive: true);
    }

    /// <summary>All frames, from opening to closing, divided by their number.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 60)]
    public int DecodeOneFrame()
    {
        using var file = VideoFile.Open(_path, new VideoSettings());
        return file.ReadFrames(CancellationToken.None).Count();
    }

    [Benchmark]
    public void TrackOneFrame()
    {
        var step = _frames % (2 * (HeldFrames - 1));
        Follow(_held[Math.Min(step, (2 * (HeldFrames - 1)) - step)]);
    }

    private void Follow(VideoFrame frame) => _tracking.Advance(frame with { TimeSeconds = _frames++ / 30.0 });
}
