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
    private readonly string _path;
    private readonly VideoSettings _settings;
    private readonly ContainerInfo _container;
    private readonly Process _prober;
    private readonly PacketTimes _packets;
    private readonly PlaybackRate _rate;
    private readonly FrameClock _clock;
    private readonly VideoCapture _capture;
    private readonly HighDynamicRange? _highRange;
    private readonly Mat _stored = new();
    private readonly Mat _woven = new();
    private readonly Fields _fields;
    private bool _fieldsLoaded;

    // Written by the decoding thread, read when it has ended.
    private readonly ReadingLog _log = new();
    private bool _started;
    private Picture? _secondField;

    private VideoFile(string path, VideoSettings settings, ContainerInfo container, Process prober, VideoCapture capture)
    {
        _path = path;
        _settings = settings;
        _container = container;
        _prober = prober;
        _capture = capture;
        _highRange = HighDynamicRange.For(container.Transfer);
        _fields = new Fields(container.RowsShareColour);
        _packets = new PacketTimes(prober.StandardOutput, container.HasPresentationTimes);
        _rate = PlaybackRate.Of(container, _packets, settings);
        _clock = new FrameClock(_packets, container.HasPresentationTimes && _packets.Ahead(0) is not null, container.StartTimeSeconds,
            1 / (_rate.FileFps ?? 1), settings.ClockToleranceSeconds);
    }

    /// <summary>What is doubtful about the recording; complete after the frames were read.</summary>
    public ImmutableArray<QualityIssue> Issues => [.. RecordingDamage.Find(_container, _rate, _log, _settings)];

    /// <summary>Opens a video of any container and codec that FFmpeg reads.</summary>
    /// <exception cref="InputException">The file is missing, unreadable or holds no video, or ffprobe is not installed.</exception>
    public static VideoFile Open(string path, VideoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var fullPath = VideoPath.Check(path);
        // OpenCV takes as long to load as ffprobe to answer; one that cannot be loaded says so when it is called below.
        _ = Task.Run(static () => new Mat().Dispose());
        var prober = MediaTool.Start("ffprobe", "-select_streams", "v:0", "-show_entries", "packet=pts_time,dts_time,flags",
            "-of", "csv=p=0", "-protocol_whitelist", "file", "-i", fullPath);
        var opening = Task.Run(() => new VideoCapture(fullPath, VideoCaptureAPIs.FFMPEG));
        try
        {
            var container = ContainerProbe.Probe(fullPath, path);
            var capture = opening.GetAwaiter().GetResult();
            if (!capture.IsOpened())
                throw VideoPath.Unreadable(path, $"its video ({container.Codec ?? "an unknown codec"}) cannot be decoded here; run 'clonus doctor', or convert it (ffmpeg -i FILE OUT.mp4)");

            // OpenCV 4.6 turns the wrong way, later versions not at all: the turn is ours.
            capture.Set(VideoCaptureProperties.OrientationAuto, 0);
            return new VideoFile(path, settings, container, prober, capture);
        }
        catch
        {
            End(prober);
            _ = opening.ContinueWith(opened => opened.Result.Dispose(), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>The frames in order, decoded ahead on one thread; each picture lasts until the next one is asked for. To be called once.</summary>
    /// <exception cref="InputException">Not one frame can be decoded.</exception>
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
        var delivered = _log.FileTimes.Count - _log.Dropped;
        var timing = FrameTiming.Of(_log.FileTimes, _settings);
        var interval = timing.IntervalSeconds ?? 1 / _rate.FileFps ?? 0;
        return new ClipInfo(
            id,
            ClipKind.Video,
            delivered,
            _container.FramesDeclared,
            delivered == 0 ? 0 : (_log.FileTimes[^1] - _log.FileTimes[_log.Dropped] + interval) * _rate.TimeScale,
            _log.FileTimes.Count == 0 ? _container.StartTimeSeconds : _log.FileTimes[0],
            _rate.TimeScale,
            _rate.FileFps / _rate.TimeScale,
            timing.IntervalSeconds is { } median ? 1 / (median * _rate.TimeScale) : null,
            timing.Variable,
            _log.Size?.Width,
            _log.Size?.Height,
            _container.Codec,
            _container.Orientation.TurnDegrees);
    }

    public void Dispose()
    {
        End(_prober);
        _capture.Dispose();
        _highRange?.Dispose();
        _stored.Dispose();
        _woven.Dispose();
        _fields.Dispose();
    }

    private IEnumerable<VideoFrame> Read(CancellationToken cancel)
    {
        using var ahead = new ReadAhead(_settings.FramesAhead, Decode, cancel);
        foreach (var frame in ahead.Frames())
            yield return frame;
    }

    /// <summary>The next picture of the time range, upright, into the given matrix.</summary>
    private VideoFrame? Decode(Mat upright)
    {
        while (Next() is { } picture)
        {
            var time = (picture.FileTime - (_log.FileTimes.Count == 0 ? picture.FileTime : _log.FileTimes[0])) * _rate.TimeScale;
            if (time >= _settings.EndSeconds)
                return null;
            if (picture.LostBefore > 0 && _log.FileTimes.Count > 0)
                _log.Lost.Add((new TimeRange(_log.FileTimes[^1], picture.FileTime), picture.LostBefore));
            _log.FileTimes.Add(picture.FileTime);
            if (time < _settings.StartSeconds)
            {
                _log.Dropped++;
                continue;
            }

            Retrieve(picture.Field, upright);
            _log.Size = upright.Size();
            return new VideoFrame(_log.FileTimes.Count - 1, time, upright);
        }

        _log.PacketsRead = _packets.PacketsRead;
        _log.Untimed = _clock.Untimed;
        return _log.FileTimes.Count + _log.Undated > 0 ? null : throw NothingDecoded();
    }

    private InputException NothingDecoded() => VideoPath.Unreadable(_path, string.Create(CultureInfo.InvariantCulture,
        $"none of its {_packets.PacketsRead} frames can be decoded; they are damaged, or of a kind that is unknown here: copy it again from the camera, or convert it (ffmpeg -i FILE OUT.mp4)"));

    /// <summary>The next decoded frame, or the field of it that is still to come; null at the end.</summary>
    private Picture? Next()
    {
        if (_secondField is { } second)
        {
            _secondField = null;
            return second;
        }

        while (Grab())
        {
            if (_clock.Next(_capture.Get(VideoCaptureProperties.PosMsec) / 1000) is not { } fileTime)
            {
                _log.Undated++;
                continue;
            }

            if (_container.FirstField is { } first && _rate.FileFps is { } fps)
            {
                _fieldsLoaded = false;
                _secondField = new Picture(fileTime + (0.5 / fps), 0, 1 - first);
                return new Picture(fileTime, _clock.LostBefore, first);
            }

            return new Picture(fileTime, _clock.LostBefore, null);
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

    /// <summary>The decoded frame, or one field of it, in standard colours and upright; an ordinary frame is copied nowhere.</summary>
    private void Retrieve(int? field, Mat upright)
    {
        var isUpright = _container.Orientation.IsUpright;
        var turned = isUpright ? upright : _stored;
        if (field is { } parity)
            TakeField(parity, turned);
        else
            Convert(turned);
        _highRange?.Apply(turned);
        if (!isUpright)
            _container.Orientation.Apply(turned, upright);
    }

    private void TakeField(int parity, Mat picture)
    {
        if (!_fieldsLoaded)
        {
            Convert(_woven);
            _fields.Load(_woven);
            _fieldsLoaded = true;
        }

        _fields.Take(parity, picture);
    }

    private void Convert(Mat picture)
    {
        if (!_capture.Retrieve(picture))
            throw new OpenCVException($"frame {_log.FileTimes.Count - 1} was decoded but could not be converted to colours");
    }

    private static void End(Process prober)
    {
        if (!prober.HasExited)
            prober.Kill();
        prober.Dispose();
    }

    /// <summary>A decoded picture before its colours are made.</summary>
    /// <param name="LostBefore">Frames that the decoder left out before it.</param>
    /// <param name="Field">The rows that it is made of: 0 the even ones, 1 the odd ones; null is the whole frame.</param>
    private readonly record struct Picture(double FileTime, int LostBefore, int? Field);
}
