using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>Where things stand in the annotated video: the picture above, what is known of it below, so that nothing covers the leg.</summary>
/// <param name="Canvas">Even in both directions, as H.264 wants it.</param>
/// <param name="Picture">At the canvas's upper left corner.</param>
/// <param name="Scale">Canvas pixels for each pixel of the video.</param>
/// <param name="Line">Height of a line of text, pixels.</param>
internal sealed record OverlayLayout(Size Canvas, Rect Picture, double Scale, int Line)
{
    private const int LinesOfPicture = 30;
    private const int LeastLine = 16;
    private const int StatusLines = 2;
    private const int CurveLines = 8;

    /// <param name="video">Of the upright pictures.</param>
    /// <param name="curves">How many signals are shown.</param>
    public static OverlayLayout Of(Size video, int curves, OverlaySettings settings)
    {
        var (shorter, longer) = (Math.Min(video.Width, video.Height), Math.Max(video.Width, video.Height));
        var enlarged = Math.Max(1, Math.Round((double)settings.MinShortSidePixels / shorter));
        var scale = Math.Min(enlarged, (double)settings.MaxLongSidePixels / longer);
        var picture = new Rect { Width = Math.Max(1, (int)Math.Round(video.Width * scale)), Height = Math.Max(1, (int)Math.Round(video.Height * scale)) };
        var line = Math.Max(LeastLine, Math.Min(picture.Width, picture.Height) / LinesOfPicture);
        var height = picture.Height + (line * (StatusLines + (curves * CurveLines)));
        return new OverlayLayout(new Size(picture.Width + (picture.Width % 2), height + (height % 2)), picture, scale, line);
    }

    /// <summary>The lines with time and lost markers.</summary>
    public Rect Status => new() { Y = Picture.Height, Width = Canvas.Width, Height = StatusLines * Line };

    /// <summary>A signal with its own line of text above it.</summary>
    public Rect Curve(int index) =>
        new() { Y = Picture.Height + ((StatusLines + (index * CurveLines)) * Line), Width = Canvas.Width, Height = CurveLines * Line };

    /// <summary>A place of the video on the canvas; a pixel's centre stays its centre.</summary>
    public ImagePoint OnCanvas(ImagePoint place) => new(((place.X + 0.5) * Scale) - 0.5, ((place.Y + 0.5) * Scale) - 0.5);

    /// <summary>A box of the video on the canvas.</summary>
    public Rect OnCanvas(Rect box) => Rect.FromLTRB(
        (int)(box.X * Scale), (int)(box.Y * Scale),
        Math.Min((int)Math.Ceiling(box.Right * Scale), Picture.Width), Math.Min((int)Math.Ceiling(box.Bottom * Scale), Picture.Height));
}
