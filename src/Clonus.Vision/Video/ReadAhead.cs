using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>Fills frames on one thread of its own, a bounded number ahead of the one who takes them; their matrices are used again and again.</summary>
internal sealed class ReadAhead : IDisposable
{
    private readonly BlockingCollection<Mat> _free = [];
    private readonly BlockingCollection<VideoFrame> _filled = [];
    private readonly CancellationTokenSource _stop;
    private readonly Mat[] _images;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    /// <param name="fill">Writes the next picture into a matrix; null at the end. Only ever called on the one thread.</param>
    public ReadAhead(int frames, Func<Mat, VideoFrame?> fill, CancellationToken cancel)
    {
        // One more than lies ahead: the picture that is being worked on.
        _images = [.. Enumerable.Range(0, frames + 1).Select(_ => new Mat())];
        foreach (var image in _images)
            _free.Add(image, CancellationToken.None);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _thread = new Thread(() => Run(fill)) { IsBackground = true, Name = "video decoding" };
        _thread.Start();
    }

    /// <summary>The frames in order. What went wrong while one was filled is thrown in its place.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<VideoFrame> Frames()
    {
        foreach (var frame in _filled.GetConsumingEnumerable(_stop.Token))
        {
            yield return frame;
            _free.Add(frame.Image, CancellationToken.None);
        }

        _stop.Token.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        foreach (var image in _images)
            image.Dispose();
        _stop.Dispose();
        _free.Dispose();
        _filled.Dispose();
    }

    private void Run(Func<Mat, VideoFrame?> fill)
    {
        try
        {
            while (fill(_free.Take(_stop.Token)) is { } frame)
                _filled.Add(frame, CancellationToken.None);
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
            _filled.CompleteAdding();
        }
    }
}
