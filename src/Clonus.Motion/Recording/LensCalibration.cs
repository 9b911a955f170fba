using System.Globalization;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Recording;

/// <summary>
/// A camera's lens as OpenCV's calibrateCamera gives it: focal lengths and principal point in pixels, and the coefficients of its rational model
/// (k1–k6 radial, p1 and p2 tangential), for upright pictures of one size.
/// </summary>
public sealed record LensCalibration(
    int WidthPixels, int HeightPixels, double Fx, double Fy, double Cx, double Cy,
    double K1 = 0, double K2 = 0, double P1 = 0, double P2 = 0, double K3 = 0, double K4 = 0, double K5 = 0, double K6 = 0)
{
    // Sides that are rounded to whole or even pixels change a shape by this much.
    private const double ShapeTolerance = 0.005;

    private const int MaxRounds = 30;

    // In focal lengths: a millionth of a pixel, and the step of a numeric derivative.
    private const double Settled = 1e-9, Step = 1e-6;

    /// <summary>The calibration for pictures of another size that show the same.</summary>
    /// <exception cref="InputException">The picture has another shape: it was cropped or turned, and nobody knows how.</exception>
    public LensCalibration ForPicture(int widthPixels, int heightPixels)
    {
        var (across, down) = ((double)widthPixels / WidthPixels, (double)heightPixels / HeightPixels);
        if (Math.Abs((across / down) - 1) > ShapeTolerance)
        {
            throw new InputException(InputFault.Settings, string.Create(
                CultureInfo.InvariantCulture,
                $"lens is calibrated for pictures of {WidthPixels}x{HeightPixels}, but the clip's upright picture is {widthPixels}x{heightPixels}, which has another shape: calibrate with clips like this one"));
        }

        // The first pixel's centre is at 0: its edge, from which sizes scale, at -0.5.
        return this with
        {
            WidthPixels = widthPixels, HeightPixels = heightPixels, Fx = Fx * across, Fy = Fy * down,
            Cx = ((Cx + 0.5) * across) - 0.5, Cy = ((Cy + 0.5) * down) - 0.5,
        };
    }

    /// <summary>Where a pinhole camera with the same focal lengths and principal point would have seen a point; null where the model has no answer.</summary>
    public ImagePoint? Undistort(ImagePoint seen)
    {
        var target = new ImagePoint((seen.X - Cx) / Fx, (seen.Y - Cy) / Fy);
        var place = target;
        for (var round = 0; round < MaxRounds; round++)
        {
            var error = DistortNormal(place) - target;
            var (right, down) = (Slope(place, new ImagePoint(Step, 0)), Slope(place, new ImagePoint(0, Step)));
            var determinant = (right.X * down.Y) - (down.X * right.Y);

            // Where the model folds over, several points would be seen at one place.
            if (!(determinant > 0))
            {
                return null;
            }

            if (error.Length < Settled)
            {
                return new ImagePoint((place.X * Fx) + Cx, (place.Y * Fy) + Cy);
            }

            place -= new ImagePoint(
                ((down.Y * error.X) - (down.X * error.Y)) / determinant, ((right.X * error.Y) - (right.Y * error.X)) / determinant);
        }

        return null;
    }

    /// <summary>Where this lens shows a point that a pinhole camera would show here.</summary>
    public ImagePoint Distort(ImagePoint place)
    {
        var seen = DistortNormal(new ImagePoint((place.X - Cx) / Fx, (place.Y - Cy) / Fy));
        return new ImagePoint((seen.X * Fx) + Cx, (seen.Y * Fy) + Cy);
    }

    /// <summary>The tracks as a pinhole camera would have seen them; what has no answer is missing.</summary>
    public TrackSet Undistort(TrackSet tracks) => new(
        tracks.FrameTimesSeconds,
        [.. tracks.Markers.Select(marker => marker with
        {
            Samples = [.. marker.Samples.Select(s => s is { } sample && Undistort(sample.Position.InPicture) is { } place ? sample with { Position = place } : (MarkerSample?)null)],
        })],
        tracks.FirstFrameIndex,
        tracks.Camera);

    private ImagePoint Slope(ImagePoint place, ImagePoint step) => (DistortNormal(place + step) - DistortNormal(place - step)) * (0.5 / Step);

    // OpenCV's documentation, "Camera Calibration and 3D Reconstruction", without thin prism and tilt.
    private ImagePoint DistortNormal(ImagePoint p)
    {
        var r2 = (p.X * p.X) + (p.Y * p.Y);
        var radial = (1 + (((((K3 * r2) + K2) * r2) + K1) * r2)) / (1 + (((((K6 * r2) + K5) * r2) + K4) * r2));
        return new ImagePoint(
            (p.X * radial) + (2 * P1 * p.X * p.Y) + (P2 * (r2 + (2 * p.X * p.X))),
            (p.Y * radial) + (P1 * (r2 + (2 * p.Y * p.Y))) + (2 * P2 * p.X * p.Y));
    }
}
