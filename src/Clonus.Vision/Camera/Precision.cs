using Clonus.Motion.Tracks;

namespace Clonus.Vision.Camera;

/// <summary>Inverse covariance of a place in the picture, 1/px²: a symmetric 2×2 matrix.</summary>
internal readonly record struct Precision(double Xx, double Xy, double Yy)
{
    public static Precision operator *(Precision precision, double factor) => new(precision.Xx * factor, precision.Xy * factor, precision.Yy * factor);

    public static Precision operator +(Precision a, Precision b) => new(a.Xx + b.Xx, a.Xy + b.Xy, a.Yy + b.Yy);

    /// <summary>What share of another precision this is, in the direction in which it is least: the smaller eigenvalue of other⁻¹ · this.</summary>
    public double LeastShareOf(Precision other)
    {
        var determinant = (other.Xx * other.Yy) - (other.Xy * other.Xy);
        var half = ((other.Yy * Xx) - (2 * other.Xy * Xy) + (other.Xx * Yy)) / (2 * determinant);
        var product = ((Xx * Yy) - (Xy * Xy)) / determinant;
        return half - Math.Sqrt(Math.Max((half * half) - product, 0));
    }

    /// <summary>The larger of its two eigenvalues.</summary>
    public double Highest => Half + Root;

    public double Lowest => Half - Root;

    /// <summary>Whether it tells something in either direction, as an edge does not along itself.</summary>
    public bool IsCorner => Lowest > 0.1 * Highest;

    private double Half => (Xx + Yy) / 2;

    private double Root => Math.Sqrt((Math.Pow(Xx - Yy, 2) / 4) + (Xy * Xy));

    /// <summary>
    /// Of the place at which a patch fits best: its structure tensor over the variance of a level, in both principal directions less what noise alone
    /// would give, and nowhere better than a least error.
    /// </summary>
    public static Precision Of((double Xx, double Xy, double Yy) structure, double noise, double levelVariance, double leastError)
    {
        var raw = new Precision(structure.Xx, structure.Xy, structure.Yy);
        var (high, low) = (Bounded(raw.Highest), Bounded(raw.Lowest));

        // In the frame of its axes the matrix is diagonal: mean ± half the difference of the eigenvalues.
        var angle = 0.5 * Math.Atan2(2 * raw.Xy, raw.Xx - raw.Yy);
        var (sin, cos) = Math.SinCos(angle);
        return new Precision((high * cos * cos) + (low * sin * sin), (high - low) * sin * cos, (high * sin * sin) + (low * cos * cos));

        double Bounded(double eigenvalue)
        {
            var information = Math.Max(eigenvalue - (3 * noise), 0) / levelVariance;
            return information / (1 + (information * leastError * leastError));
        }
    }

    /// <summary>Squared length of an error as far as this precision sees it, in px².</summary>
    public double SquaredError(ImagePoint error) => Highest > 0 ? Squared(error) / Highest : 0;

    private double Squared(ImagePoint error) => (Xx * error.X * error.X) + (2 * Xy * error.X * error.Y) + (Yy * error.Y * error.Y);
}
