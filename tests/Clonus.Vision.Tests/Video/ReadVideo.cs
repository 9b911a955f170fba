using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Video;

/// <summary>A video read to its end: what a test asks about.</summary>
internal sealed record ReadVideo(double[] TimesSeconds, int[] Indices, double[] GreyLevels, ClipInfo Clip, QualityIssue[] Issues)
{
    public static ReadVideo All(string path, VideoSettings? settings = null)
    {
        using var video = VideoFile.Open(path, settings ?? new VideoSettings());
        List<double> times = [];
        List<int> indices = [];
        List<double> levels = [];
        foreach (var frame in video.ReadFrames(TestContext.Current.CancellationToken))
        {
            times.Add(frame.TimeSeconds);
            indices.Add(frame.Index);
            levels.Add(Cv2.Mean(frame.Image).Val1);
        }

        return new ReadVideo([.. times], [.. indices], [.. levels], video.Describe("clip"), [.. video.Issues]);
    }

    /// <summary>The first picture, for the caller to dispose.</summary>
    public static Mat FirstPicture(string path)
    {
        using var video = VideoFile.Open(path, new VideoSettings());
        return video.ReadFrames(TestContext.Current.CancellationToken).Select(frame => frame.Image.Clone()).First();
    }

    /// <summary>Which level of <see cref="Recording.Count"/> each frame shows; luma 16 to 235 is shown as 0 to 255.</summary>
    public int[] Counts => Array.ConvertAll(GreyLevels, level => (int)Math.Round((level - ((40 - 16) * Stretch)) / (9 * Stretch)));

    private const double Stretch = 255.0 / 219;
}
