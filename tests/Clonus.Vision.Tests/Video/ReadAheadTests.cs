using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Video;

/// <summary>Counts the threads of the whole process, so that no other test may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Frames are filled ahead, but not too far, and nothing stays behind.</summary>
[Collection(nameof(Alone))]
public sealed class ReadAheadTests
{
    [Fact]
    public void Frames_arrive_in_order_and_a_picture_lasts_until_the_next_is_asked_for()
    {
        var next = 0;
        using var ahead = new ReadAhead(2, image => Numbered(image, next++, 50), TestContext.Current.CancellationToken);

        var seen = 0;
        foreach (var frame in ahead.Frames())
        {
            Thread.Yield();
            Assert.Equal((seen, (byte)seen), (frame.Index, frame.Image.At<byte>(0, 0)));
            seen++;
        }

        Assert.Equal(50, seen);
    }

    [Fact]
    public void No_more_frames_lie_ahead_than_allowed()
    {
        var filled = 0;
        using var ahead = new ReadAhead(3, image => Numbered(image, Interlocked.Increment(ref filled), 100), TestContext.Current.CancellationToken);

        foreach (var frame in ahead.Frames())
            Assert.InRange(Volatile.Read(ref filled) - frame.Index, 0, 4);
    }

    [Fact]
    public void What_fails_while_a_frame_is_filled_is_thrown_after_those_before_it()
    {
        var next = 0;
        using var ahead = new ReadAhead(
            2, image => next == 5 ? throw new InvalidDataException("broken") : Numbered(image, next++, 50), TestContext.Current.CancellationToken);
        var seen = 0;

        var error = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var frame in ahead.Frames())
                seen = frame.Index + 1;
        });

        Assert.Equal(("broken", 5), (error.Message, seen));
    }

    [Fact]
    public void Cancelling_ends_the_frames_and_the_thread()
    {
        using var cancel = new CancellationTokenSource();
        var next = 0;
        var ahead = new ReadAhead(2, image => Numbered(image, next++, int.MaxValue), cancel.Token);

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var frame in ahead.Frames())
            {
                if (frame.Index == 10)
                    cancel.Cancel();
            }
        });
        ahead.Dispose();

        var after = next;
        Thread.Sleep(20);
        Assert.Equal(after, next);
    }

    [Fact]
    public void Leaving_early_or_never_starting_leaves_no_thread_behind()
    {
        using var recording = new Recording();
        var path = recording.Count("a.mp4", 25, 2, Recording.H264);
        var before = DecodingThreads();

        for (var i = 0; i < 5; i++)
        {
            using (var video = VideoFile.Open(path, new VideoSettings()))
                Assert.All(video.ReadFrames(TestContext.Current.CancellationToken).Take(3), _ => Assert.True(DecodingThreads() > before));
            VideoFile.Open(path, new VideoSettings()).Dispose();
        }

        Assert.Equal(before, DecodingThreads());
    }

    [Fact]
    public void Frames_are_read_once()
    {
        using var recording = new Recording();
        using var video = VideoFile.Open(recording.Count("a.mp4", 25, 0.2, Recording.H264), new VideoSettings());

        Assert.Equal(5, video.ReadFrames(TestContext.Current.CancellationToken).Count());
        Assert.Throws<InvalidOperationException>(() => video.ReadFrames(TestContext.Current.CancellationToken));
    }

    private static VideoFrame? Numbered(Mat image, int index, int count)
    {
        if (index >= count)
            return null;
        image.Create(1, 1, MatType.CV_8UC1);
        image.At<byte>(0, 0) = (byte)index;
        return new VideoFrame(index, index, image);
    }

    private static int DecodingThreads() =>
        Directory.GetDirectories("/proc/self/task").Count(thread => ThreadName(thread).StartsWith("video decoding", StringComparison.Ordinal));

    private static string ThreadName(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
