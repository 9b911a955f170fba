using System.Globalization;
using OpenCvSharp;

namespace Clonus.Vision.Video;

/// <summary>How stored pictures become upright: flipped upside down first where the file asks for it, then turned clockwise.</summary>
/// <param name="TurnDegrees">0, 90, 180 or 270.</param>
/// <param name="Exact">False when the file asks for an angle between; the nearest of the four is taken then.</param>
internal sealed record Orientation(int TurnDegrees, bool Flipped, bool Exact)
{
    public static readonly Orientation Upright = new(0, false, true);

    /// <param name="matrix">As ffprobe prints it: three rows, each an offset and three numbers. Null is upright.</param>
    public static Orientation FromDisplayMatrix(string? matrix)
    {
        var numbers = (matrix ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        return numbers.Length == 9 ? FromAxes(numbers[0], numbers[1], numbers[3], numbers[4]) : Upright;
    }

    /// <summary>Whether stored pictures are upright as they are.</summary>
    public bool IsUpright => TurnDegrees == 0 && !Flipped;

    /// <summary>Makes a stored picture that is not upright so.</summary>
    public void Apply(Mat stored, Mat upright)
    {
        if (Flipped)
            Cv2.Flip(stored, upright, FlipMode.X);
        if (TurnDegrees != 0)
            Cv2.Rotate(Flipped ? upright : stored, upright, Turn());
    }

    /// <summary>A stored pixel (x, y) is shown at (a·x + c·y, b·x + d·y), y down.</summary>
    private static Orientation FromAxes(double a, double b, double c, double d)
    {
        var flipped = (a * d) - (b * c) < 0;
        var degrees = Math.Atan2(b, a) * 180 / Math.PI;
        var quarters = Math.Round(degrees / 90);
        var exact = Math.Abs(degrees - (quarters * 90)) < 1;
        return new Orientation((((int)quarters * 90) + 360) % 360, flipped, exact);
    }

    private RotateFlags Turn() => TurnDegrees switch
    {
        90 => RotateFlags.Rotate90Clockwise,
        180 => RotateFlags.Rotate180,
        _ => RotateFlags.Rotate90Counterclockwise,
    };
}
