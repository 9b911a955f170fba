using System.Numerics;
using Clonus.Synthesis.Drawing;
using Clonus.Vision.Video;
using OpenCvSharp;

namespace Clonus.Scorecard;

/// <summary>A part of a real recording as a picture to draw markers on.</summary>
internal static class RealBackdrop
{
    private static readonly string[] Names = ["walk-side-view.mp4", "portrait-vp9.mp4", "fork-3.20hz.mp4"];

    /// <summary>Recordings made by others, where they are to be had; empty where not.</summary>
    public static string[] Recordings()
    {
        var folder = Path.Combine("..", "shared", "data", "video");
        return [.. Names.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
    }

    /// <summary>The middle of the recording's first frame, in linear light.</summary>
    public static Picture Read(string path, (int Width, int Height) size, CancellationToken cancel)
    {
        using var file = VideoFile.Open(path, new VideoSettings());
        // A frame lives as long as the reading goes on.
        using var frames = file.ReadFrames(cancel).GetEnumerator();
        frames.MoveNext();
        var image = frames.Current.Image;
        var picture = new Picture(size.Width, size.Height);
        var (left, top) = ((image.Cols - size.Width) / 2, (image.Rows - size.Height) / 2);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                // Beyond the recording's border its border goes on.
                var pixel = image.At<Vec3b>(Math.Clamp(top + y, 0, image.Rows - 1), Math.Clamp(left + x, 0, image.Cols - 1));
                picture.Pixels[(y * size.Width) + x] = Light.Colour((pixel.Item2 << 16) | (pixel.Item1 << 8) | pixel.Item0);
            }
        }

        return picture;
    }
}
