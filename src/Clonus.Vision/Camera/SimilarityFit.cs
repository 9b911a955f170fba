using Clonus.Motion.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Vision.Camera;

/// <summary>One anchor in one frame: where it lies in the first picture, where it is seen in this one, how sure that is, and how much it is believed.</summary>
internal readonly record struct Sighting(ImagePoint Place, ImagePoint Seen, Precision Precision, double Trust);

/// <summary>A pose and how sure it is.</summary>
/// <param name="Support">Sum over the sightings of trust times agreement.</param>
internal sealed record PoseEstimate(CameraPose Pose, double Support, Matrix<double> Covariance, ImagePoint Centre)
{
    /// <summary>Standard error of where a point of the background is seen, pixels (root mean square of both directions).</summary>
    public double ErrorAt(ImagePoint place)
    {
        var (x, y) = (place.X - Centre.X, place.Y - Centre.Y);
        double[][] rows = [[1, 0, -y, x], [0, 1, x, y]];
        return Math.Sqrt(rows.Sum(row => Vector<double>.Build.Dense(row) is var v ? v * (Covariance * v) : 0) / 2);
    }
}

/// <summary>
/// The similarity that most of what is seen agrees with: weighted least squares with a redescending loss (Geman and McClure 1985), which leaves out
/// what moves by itself. Points on an edge count across the edge only, so that OpenCV's estimateAffinePartial2D, which takes points alike in all
/// directions, does not serve.
/// </summary>
internal static class SimilarityFit
{
    /// <summary>Refines a pose; null when there is nothing to rest it on.</summary>
    /// <param name="start">Decides which sightings agree at first.</param>
    /// <param name="before">The pose that turn and zoom stay near as far as the sightings do not tell.</param>
    /// <param name="agreementPixels">Distance from which a sighting loses its say.</param>
    public static PoseEstimate? Fit(ReadOnlySpan<Sighting> sightings, CameraPose start, CameraPose before, double agreementPixels, CameraSettings settings)
    {
        if (sightings.IsEmpty)
        {
            return null;
        }

        var centre = Centre(sightings);
        var normal = new double[4, 4];
        var right = new double[4];
        Span<double> row = stackalloc double[4];
        var pose = start;
        Matrix<double>? covariance = null;
        for (var round = 0; round < settings.FitRounds; round++)
        {
            Array.Clear(normal);
            Array.Clear(right);
            // Unknown: the centre's shift, and cosine − 1 and sine of the turn times the scale.
            AddPrior(normal, right, before, settings);
            foreach (var sighting in sightings)
            {
                var weight = sighting.Trust * Agreement(sighting, pose, agreementPixels);
                var (x, y) = (sighting.Place.X - centre.X, sighting.Place.Y - centre.Y);
                var target = sighting.Seen - sighting.Place;
                var p = sighting.Precision * weight;
                // The two rows of the design matrix are (1, 0, −y, x) and (0, 1, x, y).
                ReadOnlySpan<double> first = [1, 0, -y, x];
                ReadOnlySpan<double> second = [0, 1, x, y];
                var (px, py) = ((p.Xx * target.X) + (p.Xy * target.Y), (p.Xy * target.X) + (p.Yy * target.Y));
                for (var i = 0; i < 4; i++)
                {
                    right[i] += (first[i] * px) + (second[i] * py);
                    for (var j = 0; j < 4; j++)
                    {
                        normal[i, j] += (first[i] * ((p.Xx * first[j]) + (p.Xy * second[j]))) + (second[i] * ((p.Xy * first[j]) + (p.Yy * second[j])));
                    }
                }
            }

            var matrix = Matrix<double>.Build.DenseOfArray(normal);
            if (matrix[0, 0] <= 0 || matrix[1, 1] <= 0 || matrix.Determinant() <= 0)
            {
                return null;
            }

            covariance = matrix.Inverse();
            var unknown = covariance * Vector<double>.Build.Dense(right);
            pose = Pose(unknown, centre);
        }

        var support = 0.0;
        foreach (var sighting in sightings)
        {
            support += sighting.Trust * Agreement(sighting, pose, agreementPixels);
        }

        return new PoseEstimate(pose, support, covariance!, centre);
    }

    /// <summary>1 where a sighting agrees with a pose, falling to 0 with the distance.</summary>
    public static double Agreement(Sighting sighting, CameraPose pose, double agreementPixels)
    {
        var square = sighting.Precision.SquaredError(sighting.Seen - pose.Apply(sighting.Place)) / (agreementPixels * agreementPixels);
        return 1 / ((1 + square) * (1 + square));
    }

    private static ImagePoint Centre(ReadOnlySpan<Sighting> sightings)
    {
        var sum = default(ImagePoint);
        foreach (var sighting in sightings)
        {
            sum += sighting.Place;
        }

        return sum * (1.0 / sightings.Length);
    }

    private static void AddPrior(double[,] normal, double[] right, CameraPose before, CameraSettings settings)
    {
        var (sin, cos) = Math.SinCos(before.RotationRadians);
        var (turn, zoom) = (1 / (settings.TurnStepRadians * settings.TurnStepRadians), 1 / (settings.ZoomStep * settings.ZoomStep));
        normal[2, 2] += turn;
        normal[3, 3] += zoom;
        right[2] += turn * before.Scale * sin;
        right[3] += zoom * ((before.Scale * cos) - 1);
    }

    // What turns and scales about the centre, written as turning and scaling about the pixel origin.
    private static CameraPose Pose(Vector<double> unknown, ImagePoint centre)
    {
        var (sin, cos) = (unknown[2], 1 + unknown[3]);
        return new CameraPose(
            centre.X + unknown[0] - ((cos * centre.X) - (sin * centre.Y)),
            centre.Y + unknown[1] - ((sin * centre.X) + (cos * centre.Y)),
            Math.Atan2(sin, cos),
            Math.Sqrt((sin * sin) + (cos * cos)));
    }
}
