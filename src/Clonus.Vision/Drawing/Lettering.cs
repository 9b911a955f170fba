using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>Text of one size that can be read on any ground. The font has ASCII letters only.</summary>
/// <param name="LineHeight">From line to line, pixels.</param>
internal readonly record struct Lettering(int LineHeight)
{
    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    // The font's capitals are 21 pixels high at scale 1.
    private double Scale => LineHeight / 36.0;

    private int Thickness => Math.Max(1, LineHeight / 20);

    public Size Measure(string text)
    {
        var size = Cv2.GetTextSize(text, Font, Scale, Thickness, out var below);
        return new Size(size.Width, size.Height + below);
    }

    /// <summary>Draws with the text's upper left corner at a pixel, on a dark rim.</summary>
    public void Draw(Mat picture, string text, int left, int top, Scalar colour)
    {
        var size = Cv2.GetTextSize(text, Font, Scale, Thickness, out _);
        var origin = new Point(left, top + size.Height);
        Cv2.PutText(picture, text, origin, Font, Scale, Scalar.All(0), Thickness + 2, LineTypes.AntiAlias);
        Cv2.PutText(picture, text, origin, Font, Scale, colour, Thickness, LineTypes.AntiAlias);
    }
}
