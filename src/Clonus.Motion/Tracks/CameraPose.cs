namespace Clonus.Motion.Tracks;

/// <summary>
/// How the camera stands in one frame: the similarity that maps a point of the still background, as the first analysed frame shows it, to where this
/// frame shows it. It turns and scales about the pixel origin, then shifts: seen = Scale · R · point + Shift.
/// </summary>
/// <param name="RotationRadians">Of the picture's content, clockwise as one sees it (x right, y down).</param>
/// <param name="Scale">Above 1 the background looks larger than in the first frame.</param>
public readonly record struct CameraPose(double ShiftXPixels, double ShiftYPixels, double RotationRadians, double Scale)
{
    public static readonly CameraPose Still = new(0, 0, 0, 1);

    /// <summary>Where this frame shows a point that the first frame shows here, had the point not moved.</summary>
    public ImagePoint Apply(ImagePoint point)
    {
        var (sin, cos) = Math.SinCos(RotationRadians);
        return new ImagePoint(
            (Scale * ((cos * point.X) - (sin * point.Y))) + ShiftXPixels,
            (Scale * ((sin * point.X) + (cos * point.Y))) + ShiftYPixels);
    }

    /// <summary>Where the first frame's camera would have seen what this frame shows here.</summary>
    public ImagePoint Undo(ImagePoint seen)
    {
        var (sin, cos) = Math.SinCos(RotationRadians);
        var (x, y) = ((seen.X - ShiftXPixels) / Scale, (seen.Y - ShiftYPixels) / Scale);
        return new ImagePoint((cos * x) + (sin * y), (cos * y) - (sin * x));
    }
}
