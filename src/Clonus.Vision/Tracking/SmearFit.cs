using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Vision.Tracking;

/// <summary>How a sticker went while the shutter was open.</summary>
/// <param name="Middle">Its mean place over the exposure.</param>
/// <param name="RadiusPixels">Its half axis across, smear not counted.</param>
/// <param name="SpreadPixels">Standard error of the middle in each direction, were the residuals white.</param>
/// <param name="Agreement">Share of the variance of the memberships that the way explains, 1 being all.</param>
internal readonly record struct SmearWay(ImagePoint Middle, double RadiusPixels, double SpreadPixels, double Agreement);

/// <summary>
/// The mean place of a disc that moved while the shutter was open, by least squares (Gauss and Newton): a disc is carried along a way
/// through the exposure that may be uneven and bent, c + s·τ + q·(τ² − 1/12) with τ from −1/2 to 1/2, and c, s, q, the disc's radius and the two
/// levels of membership are fitted. The mean of that way is c itself. The sharp sides and ends say more about the place than the pale inside does.
/// </summary>
internal static class SmearFit
{
    // c, s and q in x and y, then the radius and the levels of sticker and surroundings.
    private const int Parameters = 9;
    private const int Radius = 6, Level = 7, Ground = 8;

    /// <summary>Null when the fit does not settle, or runs away from where it began.</summary>
    /// <param name="window">Holds all of the smear.</param>
    /// <param name="rough">Its memberships' moments.</param>
    /// <param name="rest">The sticker's form when it does not move, wherever that is; null when it is not known, then it is a disc.</param>
    public static SmearWay? Fit(PixelView picture, Ellipse window, Blob rough, Ellipse? rest, ColourMixture mixture, StickerSettings settings)
    {
        var form = SoftEllipse.Of(rough, settings.RimSoftnessPixels);
        var (shape, radius) = rest is { } known ? (Shape.Of(known), known.Short) : (Shape.Disc, form.Short);
        var span = rest is { } still ? SoftEllipse.MotionOf(rough, still, form.SoftShort) : form.Motion;
        var way = new Way(rough.Centre, span, default, radius, 1, 0);
        for (var round = 0; round < settings.MaxSmearFitRounds; round++)
        {
            var equations = new Equations();
            Accumulate(picture, window, way, shape, form.SoftShort, mixture, settings, equations);
            if (rest is not null)
            {
                equations.Hold(Radius, radius - way.Radius, settings.SmearWidthSpread * radius, settings.SmearNoise);
            }

            var (step, spread) = equations.Solve(settings.SmearStiffness);
            var next = way.Moved(step);
            if (!(next.Middle.DistanceTo(rough.Centre) < radius) || !(next.Span.Length < 2 * (span.Length + radius)) || !(next.Radius > 0.5 * radius && next.Radius < 2 * radius))
            {
                return null;
            }

            // What a way does not nearly explain after some rounds it never will: that is most of what is looked at in a room full of spots.
            if (next.Middle.DistanceTo(way.Middle) < settings.CentreSettledPixels
                || (round >= settings.SmearTrialRounds && equations.Agreement < settings.HopelessSmearAgreement))
            {
                return new SmearWay(next.Middle, next.Radius, spread, equations.Agreement);
            }

            way = next;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(
        PixelView picture, Ellipse window, Way way, Shape shape, double softness, ColourMixture mixture, StickerSettings settings, Equations equations)
    {
        Span<double> slopes = stackalloc double[Parameters];
        var instants = Math.Clamp((int)Math.Ceiling(way.Span.Length / settings.SmearStepPixels), settings.MinSmearInstants, settings.MaxSmearInstants);
        Span<(double Tau, double Bend, double X, double Y)> places = stackalloc (double, double, double, double)[instants];
        for (var k = 0; k < instants; k++)
        {
            var tau = ((k + 0.5) / instants) - 0.5;
            var bend = (tau * tau) - (1 / 12.0);
            var place = way.Middle + (way.Span * tau) + (way.Bend * bend);
            places[k] = (tau, bend, place.X, place.Y);
        }

        var step = Math.Max(1, (int)(2 * way.Radius / settings.ColourSamplesAcross));
        var reach = Math.Sqrt(5) * softness;
        var (x0, y0, x1, y1) = window.Bounds(picture);
        for (var y = y0; y <= y1; y += step)
        {
            var row = picture.Row(y);
            var (before, beforeThat) = (double.NaN, double.NaN);
            for (var x = x0; x <= x1; x += step)
            {
                if (window.Square(x, y) > 1)
                {
                    continue;
                }

                var cover = Cover(x, y, places, way.Radius, shape, reach, slopes);
                for (var i = 0; i <= Radius; i++)
                {
                    slopes[i] *= way.Level;
                }

                (slopes[Level], slopes[Ground]) = (cover, 1);
                var share = mixture.Share(row.Slice(3 * x, 3), x, y);
                var residual = share - way.Ground - (way.Level * cover);
                equations.Add(slopes, share, residual);
                // Of pixels side by side the noise of chroma is one.
                var neighbour = step == 1 ? beforeThat : before;
                if (!double.IsNaN(neighbour))
                {
                    equations.AddPair(residual, neighbour);
                }

                (before, beforeThat) = (residual, before);
            }
        }
    }

    /// <summary>How much of the exposure the disc covers a pixel, and how that changes with the way's parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Cover(
        int x, int y, ReadOnlySpan<(double Tau, double Bend, double X, double Y)> places, double radius, Shape shape, double reach, Span<double> slopes)
    {
        slopes.Clear();
        var (cover, weight) = (0.0, 1.0 / places.Length);
        foreach (var (tau, bend, placeX, placeY) in places)
        {
            var (dx, dy) = shape.ToDisc(x - placeX, y - placeY);
            var square = (dx * dx) + (dy * dy);
            if (square >= (radius + reach) * (radius + reach))
            {
                continue;
            }

            if (square <= Math.Max(radius - reach, 0) * Math.Max(radius - reach, 0))
            {
                cover += weight;
                continue;
            }

            // Where the ellipse was shrunk to a disc, its rim's softness was too.
            var distance = Math.Sqrt(square);
            var (nx, ny) = distance > 0 ? shape.ToDisc(dx / distance, dy / distance) : (1, 0);
            var soft = reach * Math.Sqrt((nx * nx) + (ny * ny));
            var t = Math.Clamp((radius - distance) / soft, -1, 1);
            cover += weight * (0.5 + (t * (0.75 - (0.25 * t * t))));
            var slope = weight * 0.75 * (1 - (t * t)) / soft;
            var (sx, sy) = (slope * nx, slope * ny);
            slopes[0] += sx;
            slopes[1] += sy;
            slopes[2] += sx * tau;
            slopes[3] += sy * tau;
            slopes[4] += sx * bend;
            slopes[5] += sy * bend;
            slopes[Radius] += slope;
        }

        return cover;
    }

    /// <summary>The way through the exposure, the disc's radius, and the membership of sticker (above the ground) and ground.</summary>
    private readonly record struct Way(ImagePoint Middle, ImagePoint Span, ImagePoint Bend, double Radius, double Level, double Ground)
    {
        public Way Moved(Vector<double> by) => new(
            Middle + new ImagePoint(by[0], by[1]), Span + new ImagePoint(by[2], by[3]), Bend + new ImagePoint(by[4], by[5]),
            Radius + by[SmearFit.Radius], Level + by[SmearFit.Level], Ground + by[SmearFit.Ground]);
    }

    /// <summary>Shrinks an ellipse along its longer axis to the disc of its shorter one.</summary>
    private readonly record struct Shape(double Xx, double Xy, double Yy)
    {
        public static readonly Shape Disc = new(1, 0, 1);

        public static Shape Of(Ellipse rest)
        {
            var excess = 1 - (rest.Short / rest.Long);
            return new Shape(1 - (excess * rest.DirectionX * rest.DirectionX), -excess * rest.DirectionX * rest.DirectionY, 1 - (excess * rest.DirectionY * rest.DirectionY));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (double X, double Y) ToDisc(double x, double y) => ((Xx * x) + (Xy * y), (Xy * x) + (Yy * y));
    }

    /// <summary>The normal equations, upper triangle.</summary>
    private sealed class Equations
    {
        private readonly double[] _normal = new double[Parameters * Parameters];
        private readonly double[] _right = new double[Parameters];
        private double _squaredResiduals, _sum, _squares, _neighbours;
        private int _count, _pairs;

        /// <summary>
        /// Share of the variance that is explained. Noise counts for nothing: what it leaves is not alike from sample to sample, as what another form leaves is.
        /// </summary>
        public double Agreement => 1 - (Math.Max(_neighbours / _pairs, 0) / ((_squares - (_sum * _sum / _count)) / _count));

        /// <summary>One parameter is known to about so much, memberships to so much.</summary>
        public void Hold(int parameter, double rest, double spread, double noise)
        {
            var weight = noise * noise / (spread * spread);
            _normal[(parameter * Parameters) + parameter] += weight;
            _right[parameter] += weight * rest;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ReadOnlySpan<double> slopes, double share, double residual)
        {
            for (var i = 0; i < Parameters; i++)
            {
                _right[i] += slopes[i] * residual;
                for (var j = i; j < Parameters; j++)
                {
                    _normal[(i * Parameters) + j] += slopes[i] * slopes[j];
                }
            }

            _squaredResiduals += residual * residual;
            _sum += share;
            _squares += share * share;
            _count++;
        }

        /// <summary>Residuals of two samples side by side.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddPair(double residual, double other)
        {
            _neighbours += residual * other;
            _pairs++;
        }

        /// <summary>A little stiffness keeps what the pixels hardly tell, such as the bend of a short smear, near what it was.</summary>
        public (Vector<double> Step, double SpreadPixels) Solve(double stiffness)
        {
            var matrix = Matrix<double>.Build.Dense(Parameters, Parameters, (i, j) => _normal[(Math.Min(i, j) * Parameters) + Math.Max(i, j)]);
            // The slopes of span and bend are 1/12 and 1/180 of those of the place, squared: all are stiffened alike against the place's.
            var usual = stiffness * (matrix[0, 0] + matrix[1, 1]) / 2;
            for (var i = 2; i < Radius; i++)
            {
                matrix[i, i] += usual;
            }

            var inverse = matrix.Inverse();
            var variance = _squaredResiduals / Math.Max(_count - Parameters, 1);
            return (inverse * Vector<double>.Build.DenseOfArray(_right), Math.Sqrt(variance * (inverse[0, 0] + inverse[1, 1]) / 2));
        }
    }
}
