using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Vision.Tracking;

/// <summary>A printed pattern as it was found in a picture.</summary>
/// <param name="SpreadPixels">Standard deviation of the centre along one axis, as the fit's residuals have it.</param>
/// <param name="Agreement">Share of the picture's variance that the pattern explains, 1 being all.</param>
/// <param name="Contrast">Grey levels from black to white.</param>
/// <param name="Blur">How the edges are smeared and moved; the next fit begins there.</param>
internal readonly record struct PatternMatch(PlanePose Pose, double SpreadPixels, double Agreement, double Contrast, EdgeBlur Blur, float Grey)
{
    /// <summary>Probability that the centre is right, errors being normal, and less where something else has a part in what is seen.</summary>
    public double Confidence(double diameterPixels, PatternSettings settings)
    {
        var share = Math.Max(settings.RightPixels, settings.RightRatio * diameterPixels) / SpreadPixels;
        return Math.Max((1 - Math.Exp(-0.5 * share * share)) * settings.GoodAgreement.At(Agreement), settings.LeastConfidence);
    }
}

/// <summary>Standard deviation of the blur across edges of each direction, and how far white has grown over black (ink, gamma, bloom), pixels.</summary>
internal readonly record struct EdgeBlur(double U, double V, double Growth);

/// <summary>
/// Lays a printed pattern over the picture so that the squared difference is least (Gauss and Newton): place, shape and perspective, blur,
/// and light that falls off over it. Every edge of the pattern has its say, so that the centre is as fine as the picture allows, and none
/// of the pixel grid's fractions is favoured.
/// </summary>
internal static class PatternFit
{
    // Centre, U, V, tilt; blur of either direction, growth; black level, contrast, slope of light along u and v.
    private const int CentreX = 0, UX = 2, VX = 4, Tilt = 6, BlurU = 8, BlurV = 9, Growth = 10, Level = 11, Contrast = 12, SlopeU = 13, SlopeV = 14;
    private const int Count = 15;

    /// <summary>Null when the pattern lies partly outside of the picture, or the fit runs away.</summary>
    /// <param name="start">To about half a cell.</param>
    public static PatternMatch? Settle(PixelView picture, CellPattern pattern, PlanePose start, EdgeBlur blur, PatternSettings settings)
    {
        var pose = start;
        var light = Light.Unknown;
        var (variance, moved, shift) = (settings.FirstNoise * settings.FirstNoise, double.MaxValue, double.MaxValue);
        PatternMatch? match = null;
        for (var round = 0; round < settings.MaxIterations && moved > settings.SettledPixels; round++)
        {
            if (!Fits(picture, pose, pattern.Reach))
            {
                return null;
            }

            var normal = new Normal();
            light = light.IsKnown ? light : Guess(picture, pattern, pose, settings);
            Accumulate(picture, pattern, pose, blur, light, Step(pose, pattern, settings), normal);
            if (normal.Pixels < settings.MinPixels)
            {
                return null;
            }

            variance = Math.Max(normal.SquaredResiduals / Math.Max(normal.Pixels - Count, normal.Pixels / 3), settings.NoiseFloor * settings.NoiseFloor);
            if (Solve(normal, variance, Priors(start.SidePixels, settings), Departures(pose, start)) is not var (step, spread))
            {
                return null;
            }

            pose = new PlanePose(
                pose.Centre + new ImagePoint(step[CentreX], step[CentreX + 1]), pose.U + new ImagePoint(step[UX], step[UX + 1]),
                pose.V + new ImagePoint(step[VX], step[VX + 1]), pose.TiltU + step[Tilt], pose.TiltV + step[Tilt + 1]);
            blur = new EdgeBlur(
                Math.Clamp(blur.U + step[BlurU], settings.MinBlurPixels, settings.MaxBlurPixels),
                Math.Clamp(blur.V + step[BlurV], settings.MinBlurPixels, settings.MaxBlurPixels),
                Math.Clamp(blur.Growth + step[Growth], -settings.MaxGrowthPixels, settings.MaxGrowthPixels));
            light = new Light(light.Black + step[Level], light.Contrast + step[Contrast], light.SlopeU + step[SlopeU], light.SlopeV + step[SlopeV]);
            shift = Math.Sqrt((step[CentreX] * step[CentreX]) + (step[CentreX + 1] * step[CentreX + 1]));
            moved = shift + (settings.BlurWeight * (Math.Abs(step[BlurU]) + Math.Abs(step[BlurV])));
            if (pose.Centre.DistanceTo(start.Centre) > settings.MaxShiftRatio * start.SidePixels || !(light.Contrast > 0))
            {
                return null;
            }

            match = new PatternMatch(pose, spread, 1 - (normal.SquaredResiduals / normal.SquaredDeviations), light.Contrast, blur, (float)(light.Black + (light.Contrast / 2)));
        }

        // What is still on its way has no place yet.
        return shift <= settings.MaxUnsettledPixels ? match : null;
    }

    private static bool Fits(PixelView picture, PlanePose pose, double reach)
    {
        for (var corner = 0; corner < 4; corner++)
        {
            var place = pose.ToPicture(corner % 2 == 0 ? -reach : reach, corner < 2 ? -reach : reach);
            if (!(place.X >= 0 && place.Y >= 0 && place.X <= picture.Width - 1 && place.Y <= picture.Height - 1))
            {
                return false;
            }
        }

        return true;
    }

    // A large pattern need not be read whole.
    private static int Step(PlanePose pose, CellPattern pattern, PatternSettings settings) =>
        Math.Max(1, (int)(pose.SidePixels * pattern.Reach / settings.SamplesAcross));

    private static double[] Priors(double side, PatternSettings settings)
    {
        var shape = 1 / (settings.ShapeSpread * side);
        var priors = new double[Count];
        priors.AsSpan(UX, 4).Fill(shape * shape);
        priors.AsSpan(Tilt, 2).Fill(1 / (settings.TiltSpread * settings.TiltSpread));
        priors.AsSpan(BlurU, 3).Fill(1 / (settings.BlurSpreadPixels * settings.BlurSpreadPixels));
        // Grey levels: known to be finite, no more.
        priors.AsSpan(Level, 4).Fill(1e-6);
        return priors;
    }

    /// <summary>
    /// How far the shape has gone from where it began, and the tilt from none: what the pattern hardly tells, as the length of lines that only cross, stays there.
    /// </summary>
    private static double[] Departures(PlanePose pose, PlanePose start)
    {
        var departures = new double[Count];
        (departures[UX], departures[UX + 1]) = (pose.U.X - start.U.X, pose.U.Y - start.U.Y);
        (departures[VX], departures[VX + 1]) = (pose.V.X - start.V.X, pose.V.Y - start.V.Y);
        (departures[Tilt], departures[Tilt + 1]) = (pose.TiltU, pose.TiltV);
        return departures;
    }

    private static (Vector<double> Step, double SpreadPixels)? Solve(Normal normal, double variance, double[] priors, double[] departures)
    {
        var matrix = Matrix<double>.Build.Dense(Count, Count, (i, j) => normal.Products[(Math.Max(i, j) * Count) + Math.Min(i, j)] / variance);
        for (var i = 0; i < Count; i++)
        {
            matrix[i, i] += priors[i];
        }

        if (!matrix.Enumerate().All(double.IsFinite) || !(matrix[0, 0] > 0 && matrix[1, 1] > 0))
        {
            return null;
        }

        // Where rounding has left it singular the pattern says nothing.
        var factor = matrix.LU();
        var right = Vector<double>.Build.Dense(Count, i => (normal.Residuals[i] / variance) - (priors[i] * departures[i]));
        var unit = Matrix<double>.Build.Dense(Count, 2, (i, j) => i == j ? 1 : 0);
        var (step, covariance) = (factor.Solve(right), factor.Solve(unit));
        var squaredSpread = (covariance[0, 0] + covariance[1, 1]) / 2;
        return squaredSpread > 0 && step.All(double.IsFinite) ? (step, Math.Sqrt(squaredSpread)) : null;
    }

    /// <summary>Black and white as the means of what the pattern says is either.</summary>
    private static Light Guess(PixelView picture, CellPattern pattern, PlanePose pose, PatternSettings settings)
    {
        var (dark, darks, bright, brights) = (0.0, 0, 0.0, 0);
        var cell = 2.0 / pattern.Across;
        var fine = Math.Min(cell, settings.GuessStep);
        for (var v = -pattern.Reach; v <= pattern.Reach; v += fine)
        {
            for (var u = -pattern.Reach; u <= pattern.Reach; u += fine)
            {
                if (!pattern.Knows(u, v))
                {
                    continue;
                }

                var place = pose.ToPicture(u, v);
                var luma = picture[(int)Math.Round(place.X), (int)Math.Round(place.Y)].Luma;
                if (pattern.Level((int)Math.Floor((u + 1) / cell), (int)Math.Floor((v + 1) / cell)) > 0.5)
                {
                    bright += luma;
                    brights++;
                }
                else
                {
                    dark += luma;
                    darks++;
                }
            }
        }

        var black = dark / Math.Max(darks, 1);
        return new Light(black, Math.Max((bright / Math.Max(brights, 1)) - black, 1), 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(PixelView picture, CellPattern pattern, PlanePose pose, EdgeBlur blur, Light light, int step, Normal normal)
    {
        var (halfX, halfY) = (
            pattern.Reach * (Math.Abs(pose.U.X) + Math.Abs(pose.V.X)) * (1 + Math.Abs(pose.TiltU) + Math.Abs(pose.TiltV)),
            pattern.Reach * (Math.Abs(pose.U.Y) + Math.Abs(pose.V.Y)) * (1 + Math.Abs(pose.TiltU) + Math.Abs(pose.TiltV)));
        var (x0, x1) = (Math.Max((int)Math.Ceiling(pose.Centre.X - halfX), 0), Math.Min((int)Math.Floor(pose.Centre.X + halfX), picture.Width - 1));
        var (y0, y1) = (Math.Max((int)Math.Ceiling(pose.Centre.Y - halfY), 0), Math.Min((int)Math.Floor(pose.Centre.Y + halfY), picture.Height - 1));
        Span<double> row = stackalloc double[Count];
        var (sum, squares) = (0.0, 0.0);
        for (var y = y0; y <= y1; y += step)
        {
            // Every second row begins elsewhere, so that no column is left out.
            for (var x = x0 + (y / step % 2 * step / 2); x <= x1; x += step)
            {
                var (u, v, slopeU, slopeV, depth) = pose.FromPicture(x, y);
                if (!pattern.Knows(u, v))
                {
                    continue;
                }

                var (column, line) = (pattern.NearestBoundary(u), pattern.NearestBoundary(v));
                var (a, b, c, d) = (pattern.Level(column - 1, line - 1), pattern.Level(column, line - 1), pattern.Level(column - 1, line), pattern.Level(column, line));
                var (perU, perV) = (1 / (blur.U * slopeU.Length), 1 / (blur.V * slopeV.Length));
                // Signed distances from the two edges, in blurs; white grows towards black.
                var (zu, zv) = ((u - pattern.Boundary(column)) * perU, (v - pattern.Boundary(line)) * perV);
                var (growU, growV) = (zv < 0 ? b - a : d - c, zu < 0 ? c - a : d - b);
                zu += growU * blur.Growth / blur.U;
                zv += growV * blur.Growth / blur.V;
                var (shareU, densityU) = Normal01(zu);
                var (shareV, densityV) = Normal01(zv);
                var alongU = ((1 - shareV) * (b - a)) + (shareV * (d - c));
                var alongV = ((1 - shareU) * (c - a)) + (shareU * (d - b));
                var white = ((1 - shareU) * (((1 - shareV) * a) + (shareV * c))) + (shareU * (((1 - shareV) * b) + (shareV * d)));
                var (perZu, perZv) = (light.Contrast * alongU * densityU, light.Contrast * alongV * densityV);
                var (gradientX, gradientY) = (
                    (perZu * perU * slopeU.X) + (perZv * perV * slopeV.X), (perZu * perU * slopeU.Y) + (perZv * perV * slopeV.Y));
                var luma = (double)picture[x, y].Luma;
                var residual = luma - light.Black - (light.Contrast * white) - (light.SlopeU * u) - (light.SlopeV * v);
                row[CentreX] = -gradientX;
                row[CentreX + 1] = -gradientY;
                row[UX] = -gradientX * u / depth;
                row[UX + 1] = -gradientY * u / depth;
                row[VX] = -gradientX * v / depth;
                row[VX + 1] = -gradientY * v / depth;
                var outward = ((gradientX * (x - pose.Centre.X)) + (gradientY * (y - pose.Centre.Y))) / depth;
                row[Tilt] = outward * u;
                row[Tilt + 1] = outward * v;
                row[BlurU] = -perZu * zu / blur.U;
                row[BlurV] = -perZv * zv / blur.V;
                row[Growth] = (perZu * growU / blur.U) + (perZv * growV / blur.V);
                row[Level] = 1;
                row[Contrast] = white;
                row[SlopeU] = u;
                row[SlopeV] = v;
                normal.Add(row, residual);
                sum += luma;
                squares += luma * luma;
            }
        }

        normal.SquaredDeviations = Math.Max(squares - (sum * sum / Math.Max(normal.Pixels, 1)), 1);
    }

    /// <summary>Of the normal distribution: share below, and density. (Abramowitz and Stegun 1964, 26.2.17: right to 1e-7.)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Share, double Density) Normal01(double z)
    {
        var size = Math.Abs(z);
        if (size > 5)
        {
            return (z > 0 ? 1 : 0, 0);
        }

        var density = 0.3989422804014327 * Math.Exp(-0.5 * z * z);
        var t = 1 / (1 + (0.2316419 * size));
        var tail = density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return (z > 0 ? 1 - tail : tail, density);
    }

    /// <summary>Grey levels: black, white less black, and what is added from the centre to u = 1 and to v = 1.</summary>
    private readonly record struct Light(double Black, double Contrast, double SlopeU, double SlopeV)
    {
        public static readonly Light Unknown = new(double.NaN, 0, 0, 0);

        public bool IsKnown => !double.IsNaN(Black);
    }

    /// <summary>The normal equations, lower triangle.</summary>
    private sealed class Normal
    {
        public double[] Products { get; } = new double[Count * Count];

        public double[] Residuals { get; } = new double[Count];

        public double SquaredResiduals { get; private set; }

        public double SquaredDeviations { get; set; }

        public int Pixels { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ReadOnlySpan<double> row, double residual)
        {
            for (var i = 0; i < Count; i++)
            {
                var value = row[i];
                if (value == 0)
                {
                    continue;
                }

                Residuals[i] += value * residual;
                for (var j = 0; j <= i; j++)
                {
                    Products[(i * Count) + j] += value * row[j];
                }
            }

            SquaredResiduals += residual * residual;
            Pixels++;
        }
    }
}
