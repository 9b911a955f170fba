using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>The rectangle of a plot on the picture and the time and value that its edges stand for.</summary>
internal readonly record struct PlotArea(Rect Pixels, double StartSeconds, double EndSeconds, double Low, double High)
{
    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>Bits after the point in the coordinates that OpenCV draws with: sub-pixel lines do not jump.</summary>
    public const int Shift = 4;

    public double X(double seconds) => Pixels.X + ((seconds - StartSeconds) / (EndSeconds - StartSeconds) * Pixels.Width);

    /// <summary>Up is larger.</summary>
    public double Y(double value) => Pixels.Y + ((High - value) / (High - Low) * Pixels.Height);

    /// <summary>A whole pixel.</summary>
    public Point At(double seconds, double value) => new((int)Math.Round(X(seconds)), (int)Math.Round(Y(value)));

    /// <summary>In units of 1/2^<see cref="Shift"/> pixel.</summary>
    public Point Fine(double seconds, double value) =>
        new((int)Math.Round(X(seconds) * (1 << Shift)), (int)Math.Round(Y(value) * (1 << Shift)));

    /// <summary>Round numbers (1, 2 or 5 times a power of ten) between the bounds, at most <paramref name="most"/>.</summary>
    public static IEnumerable<double> Ticks(double low, double high, int most)
    {
        var least = (high - low) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = Steps.Select(n => n * power).First(s => s >= least);
        for (var n = Math.Ceiling(low / step); n * step <= high; n++)
            yield return n * step;
    }
}
