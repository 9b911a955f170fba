using System.Runtime.ExceptionServices;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>Fills frames on one thread of its own, a bounded number ahead of the one who takes them; their matrices are used again and again.</summary>
internal sealed class ReadAhead : IDisposable
{
    // A monitor and no concurrent collection: those spin while they wait, on cores that the decoder needs.
    private readonly object _turn = new();
    private readonly Queue<Mat> _free;
    private readonly Queue<VideoFrame> _filled = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _wake;
    private readonly Mat[] _images;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private bool _ended;

    /// <param name="fill">Writes the next picture into a matrix; null at the end. Only ever called on the one thread.</param>
    public ReadAhead(int frames, Func<Mat, VideoFrame?> fill, CancellationToken cancel)
    {
        // One more than lies ahead: the picture that is being worked on.
        _images = [.. Enumerable.Range(0, frames + 1).Select(_ => new Mat())];
        _free = new Queue<Mat>(_images);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _wake = _stop.Token.Register(() => Change(() => { }));
        _thread = new Thread(() => Run(fill)) { IsBackground = true, Name = "video decoding" };
        _thread.Start();
    }

    /// <summary>The frames in order. What went wrong while one was filled is thrown in its place.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<VideoFrame> Frames()
    {
        while (Take(_filled) is { } frame)
        {
            yield return frame;
            Change(() => _free.Enqueue(frame.Image));
        }

        _failure?.Throw();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _wake.Dispose();
        foreach (var image in _images)
            image.Dispose();
        _stop.Dispose();
    }

    private void Change(Action change)
    {
        lock (_turn)
        {
            change();
            Monitor.PulseAll(_turn);
        }
    }

    /// <summary>The next of a queue, waited for; null when it is empty and the decoding has ended.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    private T? Take<T>(Queue<T> queue)
        where T : class
    {
        lock (_turn)
        {
            while (true)
            {
                _stop.Token.ThrowIfCancellationRequested();
                if (queue.TryDequeue(out var next))
                    return next;
                if (_ended)
                    return null;
                Monitor.Wait(_turn);
            }
        }
    }

    private void Run(Func<Mat, VideoFrame?> fill)
    {
        try
        {
            while (fill(Take(_free)!) is { } frame)
                Change(() => _filled.Enqueue(frame));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The one who takes them learns it from the same token.
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who asked for the frame.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            Change(() => _ended = true);
        }
    }
}
