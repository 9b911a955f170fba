using BenchmarkDotNet.Attributes;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Benchmarks;

/// <summary>Time of one 1080p frame: decoded, and followed by a tracker that is locked on. The second should be small beside the first.</summary>
public class TrackingBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-benchmarks-");
    private readonly FrameTracking _tracking = new(new TrackingSettings());
    private string _path = "";
    private VideoFile _trackedFile = null!;
    private IEnumerator<VideoFrame> _tracked = null!;
    private VideoFrame _last = null!;
    private int _frames;

    [GlobalSetup]
    public void Render()
    {
        _path = Path.Combine(_folder.FullName, "leg.mp4");
        var camera = new StretchCamera { WidthPixels = 1920, HeightPixels = 1080, DurationSeconds = 2 };
        ClipWriter.Write(new StretchScene { Motion = new StretchMotion { Beats = 2 }, Camera = camera }, _path, null, CancellationToken.None);

        // One second in, the markers are known; the frame that is then held still is followed again and again.
        _trackedFile = VideoFile.Open(_path, new VideoSettings());
        _tracked = _trackedFile.ReadFrames(CancellationToken.None).GetEnumerator();
        while (_frames < 30 && _tracked.MoveNext())
            Follow(_tracked.Current);
    }

    [GlobalCleanup]
    public void Remove()
    {
        _tracked.Dispose();
        _trackedFile.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>All frames, from opening to closing, divided by their number.</summary>
    [Benchmark(OperationsPerInvoke = 60)]
    public int DecodeOneFrame()
    {
        using var file = VideoFile.Open(_path, new VideoSettings());
        return file.ReadFrames(CancellationToken.None).Count();
    }

    [Benchmark]
    public void TrackOneFrame() => Follow(_last);

    private void Follow(VideoFrame frame)
    {
        _last = frame;
        _tracking.Advance(frame with { TimeSeconds = _frames++ / 30.0 });
    }
}
