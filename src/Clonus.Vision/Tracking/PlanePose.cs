using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// How a flat square of the pattern's coordinates, −1 to 1 each way, is seen in the picture:
/// Centre + (u·U + v·V) / (1 + u·TiltU + v·TiltV). The centre is the crossing of the square's diagonals, in any perspective.
/// </summary>
internal readonly record struct PlanePose(ImagePoint Centre, ImagePoint U, ImagePoint V, double TiltU, double TiltV)
{
    /// <summary>Mean length of the sides in the picture.</summary>
    public double SidePixels => U.Length + V.Length;

    /// <summary>From the corners (−1,−1), (1,−1), (1,1), (−1,1); null when they are no convex quadrilateral.</summary>
    public static PlanePose? Of(ReadOnlySpan<ImagePoint> corners)
    {
        var (first, second) = (corners[2] - corners[0], corners[3] - corners[1]);
        var cross = Cross(first, second);
        var along = Cross(corners[1] - corners[0], second) / cross;
        var across = Cross(corners[1] - corners[0], first) / cross;
        if (!(along > 0 && along < 1 && across > 0 && across < 1))
        {
            return null;
        }

        var centre = corners[0] + (first * along);
        var (sum, difference) = ((2 * along) - 1, 1 - (2 * across));
        var (diagonal, other) = ((corners[2] - centre) * (1 + sum), (corners[1] - centre) * (1 + difference));
        return new PlanePose(centre, (diagonal + other) * 0.5, (diagonal - other) * 0.5, (sum + difference) / 2, (sum - difference) / 2);
    }

    public ImagePoint ToPicture(double u, double v) => Centre + (((U * u) + (V * v)) * (1 / (1 + (TiltU * u) + (TiltV * v))));

    /// <summary>The pattern's coordinates of a place in the picture, and by how much they change from pixel to pixel there.</summary>
    public (double U, double V, ImagePoint SlopeU, ImagePoint SlopeV, double Depth) FromPicture(double x, double y)
    {
        var (qx, qy) = (x - Centre.X, y - Centre.Y);
        var (ax, ay, bx, by) = (U.X - (qx * TiltU), U.Y - (qy * TiltU), V.X - (qx * TiltV), V.Y - (qy * TiltV));
        var determinant = (ax * by) - (bx * ay);
        var (u, v) = (((qx * by) - (bx * qy)) / determinant, ((ax * qy) - (qx * ay)) / determinant);
        var depth = 1 + (TiltU * u) + (TiltV * v);
        var scale = depth / determinant;
        return (u, v, new ImagePoint(by * scale, -bx * scale), new ImagePoint(-ay * scale, ax * scale), depth);
    }

    private static double Cross(ImagePoint a, ImagePoint b) => (a.X * b.Y) - (a.Y * b.X);
}
