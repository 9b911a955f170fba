using Clonus.Motion.Tracks;

namespace Clonus.Scorecard;

/// <summary>How far a line's found places are from the true ones, in pixels. Root mean squares are of one coordinate.</summary>
/// <param name="Offset">Mean error: constant, so that no movement feels it.</param>
/// <param name="RmsAboutOffset">What is left when the mean error is taken away.</param>
/// <param name="OracleRms">Of the oracle, over the frames in which the marker was found.</param>
/// <param name="OracleBound">Cramér–Rao bound of the oracle.</param>
/// <param name="Locking">Amplitude of the error's swing as the true place goes from one pixel to the next: 0 when no fraction is favoured.</param>
/// <param name="Unevenness">Largest departure of a tenth in the histogram of found fractions from that of the true ones, as a share of an even tenth.</param>
internal sealed record MarkerErrors(
    int Frames, double MissingShare, double Rms, ImagePoint Offset, double RmsAboutOffset, double OracleRms, double OracleBound, double Worst, double Locking, double Unevenness)
{
    private const int Tenths = 10;

    public double Ratio => Rms / OracleRms;

    public static MarkerErrors? Of(IReadOnlyCollection<MarkerFrame> frames)
    {
        var found = frames.Where(f => f.Found is not null).ToArray();
        if (found.Length == 0)
        {
            return null;
        }

        ImagePoint[] errors = [.. found.Select(f => f.Found!.Value.Position.InPicture - f.True)];
        var offset = errors.Aggregate((a, b) => a + b) * (1.0 / errors.Length);
        double[] truth = [.. found.SelectMany(f => new[] { f.True.X, f.True.Y })];
        double[] places = [.. found.SelectMany(f => new[] { f.Found!.Value.Position.X, f.Found.Value.Position.Y })];
        return new MarkerErrors(
            frames.Count,
            1 - ((double)found.Length / frames.Count),
            RmsOf(errors),
            offset,
            RmsOf(errors.Select(e => e - offset)),
            RmsOf(found.Select(f => f.Oracle.Error)),
            Math.Sqrt(found.Average(f => f.Oracle.BoundPixels * f.Oracle.BoundPixels)),
            errors.Max(e => e.Length),
            LockingOf(truth, errors, offset),
            Histogram(places).Zip(Histogram(truth), (p, t) => Math.Abs(p - t)).Max() * Tenths / (double)truth.Length);
    }

    private static double RmsOf(IEnumerable<ImagePoint> errors) => Math.Sqrt(errors.Average(e => ((e.X * e.X) + (e.Y * e.Y)) / 2));

    // First harmonic of the error over the fraction of the true place.
    private static double LockingOf(double[] truth, ImagePoint[] errors, ImagePoint offset)
    {
        double[] residuals = [.. errors.SelectMany(e => new[] { e.X - offset.X, e.Y - offset.Y })];
        var (sine, cosine) = (0.0, 0.0);
        for (var i = 0; i < truth.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * truth[i]);
            sine += residuals[i] * sin;
            cosine += residuals[i] * cos;
        }

        return 2 * Math.Sqrt((sine * sine) + (cosine * cosine)) / truth.Length;
    }

    private static int[] Histogram(double[] places)
    {
        var counts = new int[Tenths];
        foreach (var place in places)
        {
            counts[(int)((place - Math.Floor(place)) * Tenths) % Tenths]++;
        }

        return counts;
    }
}
