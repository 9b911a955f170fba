using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Recording;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>A recorded video: its upright pictures in order, each with its own time, and what the file says of itself.</summary>
/// <remarks>
/// OpenCV decodes; ffprobe, which only unpacks and so costs little, runs beside it and tells rotation, tags and each frame's time
/// (OpenCV is known to be wrong there). Frames are read once, in order; nothing is ever sought.
/// </remarks>
public sealed class VideoFile : IDisposable
{
    private readonly VideoSettings _settings;
    private readonly ContainerInfo _container;
    private readonly Process _prober;
    private readonly PacketTimes _packets;
    private readonly PlaybackRate _rate;
    private readonly FrameClock _clock;
    private readonly VideoCapture _capture;
    private readonly Mat _stored = new();

    // Written by the decoding thread, read when it has ended.
    private readonly List<double> _times = [];
    private readonly List<(TimeRange Range, int Frames)> _lost = [];
    private int _undated;
    private int _firstRead;
    private int _width;
    private int _height;
    private bool _stoppedEarly;
    private bool _started;

    private VideoFile(VideoSettings settings, ContainerInfo container, Process prober, string fullPath, string path)
    {
        _settings = settings;
        _container = container;
        _prober = prober;
        _packets = new PacketTimes(prober.StandardOutput, container.HasPresentationTimes);
        _rate = PlaybackRate.Of(container, _packets, settings);
        _clock = new FrameClock(_packets, container.HasPresentationTimes && _packets.Ahead(0) is not null, container.StartTimeSeconds,
            1 / (_rate.FileFps ?? 1), settings.ClockToleranceSeconds);
        _capture = new VideoCapture(fullPath, VideoCaptureAPIs.FFMPEG);
        if (!_capture.IsOpened())
        {
            _capture.Dispose();
            throw VideoPath.Unreadable(path, $"its video ({container.Codec ?? "an unknown codec"}) cannot be decoded here; run 'clonus doctor', or convert it (ffmpeg -i FILE OUT.mp4)");
        }

        // OpenCV 4.6 turns the wrong way, later versions not at all: the turn is ours.
        _capture.Set(VideoCaptureProperties.OrientationAuto, 0);
    }

    /// <summary>What is doubtful about the recording; complete after the frames were read.</summary>
    public ImmutableArray<QualityIssue> Issues => [.. FindIssues()];

    /// <summary>Opens a video of any container and codec that FFmpeg reads.</summary>
    /// <exception cref="InputException">The file is missing, unreadable or holds no video, or ffprobe is not installed.</exception>
    public static VideoFile Open(string path, VideoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var fullPath = VideoPath.Check(path);
        var prober = MediaTool.Start("ffprobe", "-select_streams", "v:0", "-show_entries", "packet=pts_time,dts_time,flags",
            "-of", "csv=p=0", "-protocol_whitelist", "file", "-i", fullPath);
        try
        {
            return new VideoFile(settings, ContainerProbe.Probe(fullPath, path), prober, fullPath, path);
        }
        catch
        {
            End(prober);
            throw;
        }
    }

    /// <summary>The frames in order, decoded ahead on one thread; each picture lasts until the next one is asked for. To be called once.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<VideoFrame> ReadFrames(CancellationToken cancel)
    {
        if (_started)
            throw new InvalidOperationException("the frames of a video are read once; open it again");
        _started = true;
        return Read(cancel);
    }

    /// <summary>What is known of the recording; complete after the frames were read.</summary>
    public ClipInfo Describe(string id)
    {
        var delivered = _times.Skip(_firstRead).ToArray();
        var timing = FrameTiming.Of(_times, _settings);
        var interval = timing.IntervalSeconds ?? 1 / _rate.FileFps ?? 0;
        return new ClipInfo(
            id,
            ClipKind.Video,
            delivered.Length,
            _container.FramesDeclared,
            delivered.Length == 0 ? 0 : (delivered[^1] - delivered[0] + interval) * _rate.TimeScale,
            _times.Count == 0 ? _container.StartTimeSeconds : _times[0],
            _rate.TimeScale,
            _rate.FileFps / _rate.TimeScale,
            timing.IntervalSeconds is { } median ? 1 / (median * _rate.TimeScale) : null,
            timing.Variable,
            delivered.Length == 0 ? null : _width,
            delivered.Length == 0 ? null : _height,
            _container.Codec,
            _container.Orientation.TurnDegrees);
    }

    public void Dispose()
    {
        End(_prober);
        _capture.Dispose();
        _stored.Dispose();
    }

    private IEnumerable<VideoFrame> Read(CancellationToken cancel)
    {
        using var ahead = new ReadAhead(_settings.FramesAhead, Decode, cancel);
        foreach (var frame in ahead.Frames())
            yield return frame;
    }

    /// <summary>The next frame of the time range, upright, into the given matrix.</summary>
    private VideoFrame? Decode(Mat upright)
    {
        while (!_stoppedEarly && Grab())
        {
            if (_clock.Next(_capture.Get(VideoCaptureProperties.PosMsec) / 1000) is not { } fileTime)
            {
                _undated++;
                continue;
            }

            if (_clock.LostBefore > 0)
                _lost.Add((new TimeRange(_times.Count > 0 ? _times[^1] : fileTime, fileTime), _clock.LostBefore));
            var time = RealTime(_times.Count == 0 ? fileTime : _times[0], fileTime);
            _stoppedEarly = time >= _settings.EndSeconds;
            if (_stoppedEarly)
                break;
            _times.Add(fileTime);
            if (time < _settings.StartSeconds)
            {
                _firstRead = _times.Count;
                continue;
            }

            if (!_capture.Retrieve(_stored))
                throw new OpenCVException($"frame {_times.Count - 1} was decoded but could not be converted to colours");
            _container.Orientation.Apply(_stored, upright);
            (_width, _height) = (upright.Width, upright.Height);
            return new VideoFrame(_times.Count - 1, time, upright);
        }

        return null;
    }

    /// <summary>Decodes one frame. OpenCV reports the end at each packet that cannot be decoded, so it is asked again while the file has more.</summary>
    private bool Grab()
    {
        if (_capture.Grab())
            return true;
        for (var packetsLeft = _packets.CountRemaining(); packetsLeft > 0; packetsLeft--)
        {
            if (_capture.Grab())
                return true;
        }

        return false;
    }

    private double RealTime(double firstFileTime, double fileTime) => (fileTime - firstFileTime) * _rate.TimeScale;

    private IEnumerable<QualityIssue> FindIssues()
    {
        if (_rate.Issue is { } slowMotion)
            yield return slowMotion;
        if (!_container.Orientation.Exact)
            yield return Warning("rotation_not_right_angle", $"the file asks for a turn that is no multiple of 90 degrees; it was shown turned by {_container.Orientation.TurnDegrees} degrees");
        if (_container.Orientation.Flipped)
            yield return new QualityIssue("mirrored_by_file", IssueSeverity.Info, "the file asks for its pictures to be mirrored, and they were");
        if (Math.Abs(_container.PixelAspect - 1) > _settings.PixelAspectTolerance)
            yield return Warning("pixels_not_square", Invariant($"the file's pixels are {_container.PixelAspect:0.###} times as wide as high: angles and lengths are distorted; convert it (ffmpeg -i FILE -vf scale=iw*sar:ih,setsar=1 OUT.mp4)"));
        if (_clock.Untimed > _settings.MaxUntimedFrames)
            yield return Warning("times_from_rate", "the file holds no times: they were counted from its frame rate");
        if (_undated > 0)
            yield return Warning("frames_without_time", $"{_undated} frames have no time that rises and were left out");
        foreach (var issue in FindMissingFrames())
            yield return issue;
        if (!_stoppedEarly && _times.Count > 0 && IsTruncated())
            yield return Warning("truncated_file", Invariant($"the file ends before its declared end; it was read to its last frame, at {RealTime(_times[0], _times[^1]):0.###} s"));
    }

    private IEnumerable<QualityIssue> FindMissingFrames()
    {
        var gaps = FrameTiming.Of(_times, _settings).Gaps.Concat(_lost.Select(lost => lost.Range)).OrderBy(range => range.StartSeconds);
        foreach (var gap in FrameTiming.Merge(gaps, _settings.GapMergeSeconds))
        {
            var lost = _lost.Where(lost => gap.StartSeconds <= lost.Range.StartSeconds && lost.Range.EndSeconds <= gap.EndSeconds).Sum(lost => lost.Frames);
            var range = new TimeRange(RealTime(_times[0], gap.StartSeconds), RealTime(_times[0], gap.EndSeconds));
            var what = lost > 0 ? $"{lost} frames could not be decoded" : "frames are missing";
            yield return new QualityIssue("frames_missing", IssueSeverity.Warning,
                Invariant($"{what} between {range.StartSeconds:0.###} and {range.EndSeconds:0.###} s"), range);
        }
    }

    private bool IsTruncated()
    {
        // Where frames are counted one by one, two missing intervals are enough.
        var isShort = _container.CountsFrames && _packets.PacketsRead < _container.FramesDeclared;
        var allowed = isShort ? 2 / (_rate.FileFps ?? 1) : _settings.TruncationSeconds;
        return _container.DurationSeconds is { } duration && _container.StartTimeSeconds + duration - _times[^1] > allowed;
    }

    private static QualityIssue Warning(string code, string message) => new(code, IssueSeverity.Warning, message);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void End(Process prober)
    {
        if (!prober.HasExited)
            prober.Kill();
        prober.Dispose();
    }
}
