using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Vision.Tracking;

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
    public static ImagePoint? Centre(PixelView picture, Ellipse window, ImagePoint start, SoftEllipse form, ColourMixture mixture, StickerSettings settings)
    {
        var length = Math.Sqrt(12 * Math.Max((form.SoftLong * form.SoftLong) + (((form.Long * form.Long) - (form.Short * form.Short)) / 4), 0));
        var way = new Way(start, new ImagePoint(form.DirectionX, form.DirectionY) * length, default, form.Short, 1, 0);
        for (var round = 0; round < settings.MaxSmearFitRounds; round++)
        {
            var next = Step(picture, window, way, form, mixture, settings);
            if (!(next.Middle.DistanceTo(start) < form.Short) || !(next.Span.Length < 2 * length) || !(next.Radius > 0.5 * form.Short && next.Radius < 2 * form.Short))
            {
                return null;
            }

            if (next.Middle.DistanceTo(way.Middle) < settings.CentreSettledPixels)
            {
                return next.Middle;
            }

            way = next;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Way Step(PixelView picture, Ellipse window, Way way, SoftEllipse form, ColourMixture mixture, StickerSettings settings)
    {
        Span<double> normal = stackalloc double[Parameters * Parameters];
        Span<double> right = stackalloc double[Parameters];
        Span<double> slopes = stackalloc double[Parameters];
        normal.Clear();
        right.Clear();
        var instants = Math.Clamp((int)Math.Ceiling(way.Span.Length / settings.SmearStepPixels), settings.MinSmearInstants, settings.MaxSmearInstants);
        Span<(double Tau, double Bend, double X, double Y)> places = stackalloc (double, double, double, double)[instants];
        for (var k = 0; k < instants; k++)
        {
            var tau = ((k + 0.5) / instants) - 0.5;
            var bend = (tau * tau) - (1 / 12.0);
            var place = way.Middle + (way.Span * tau) + (way.Bend * bend);
            places[k] = (tau, bend, place.X, place.Y);
        }

        var step = Math.Max(1, (int)(2 * form.Short / settings.ColourSamplesAcross));
        var reach = Math.Sqrt(5) * form.SoftShort;
        var (x0, y0, x1, y1) = window.Bounds(picture);
        for (var y = y0; y <= y1; y += step)
        {
            var row = picture.Row(y);
            for (var x = x0; x <= x1; x += step)
            {
                if (window.Square(x, y) > 1)
                {
                    continue;
                }

                var cover = Cover(x, y, places, way.Radius, reach, slopes);
                for (var i = 0; i <= Radius; i++)
                {
                    slopes[i] *= way.Level;
                }

                (slopes[Level], slopes[Ground]) = (cover, 1);
                var residual = mixture.Share(row.Slice(3 * x, 3), x, y) - way.Ground - (way.Level * cover);
                for (var i = 0; i < Parameters; i++)
                {
                    right[i] += slopes[i] * residual;
                    for (var j = i; j < Parameters; j++)
                    {
                        normal[(i * Parameters) + j] += slopes[i] * slopes[j];
                    }
                }
            }
        }

        return way.Moved(Solve(normal, right, settings.SmearStiffness));
    }

    /// <summary>How much of the exposure the disc covers a pixel, and how that changes with the way's parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Cover(int x, int y, ReadOnlySpan<(double Tau, double Bend, double X, double Y)> places, double radius, double reach, Span<double> slopes)
    {
        slopes.Clear();
        var (cover, weight) = (0.0, 1.0 / places.Length);
        foreach (var (tau, bend, placeX, placeY) in places)
        {
            var (dx, dy) = (x - placeX, y - placeY);
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

            var distance = Math.Sqrt(square);
            var t = (radius - distance) / reach;
            cover += weight * (0.5 + (t * (0.75 - (0.25 * t * t))));
            var slope = weight * 0.75 * (1 - (t * t)) / reach;
            var (sx, sy) = (slope * dx / distance, slope * dy / distance);
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

    // A little stiffness keeps what the pixels hardly tell, such as the bend of a short smear, near what it was.
    private static Vector<double> Solve(ReadOnlySpan<double> normal, ReadOnlySpan<double> right, double stiffness)
    {
        var matrix = Matrix<double>.Build.Dense(Parameters, Parameters);
        for (var i = 0; i < Parameters; i++)
        {
            for (var j = i; j < Parameters; j++)
            {
                matrix[i, j] = matrix[j, i] = normal[(i * Parameters) + j];
            }
        }

        // The slopes of span and bend are 1/12 and 1/180 of those of the place, squared: all are stiffened alike against the place's.
        var usual = stiffness * (matrix[0, 0] + matrix[1, 1]) / 2;
        for (var i = 2; i < Radius; i++)
        {
            matrix[i, i] += usual;
        }

        return matrix.Solve(Vector<double>.Build.DenseOfArray(right.ToArray()));
    }

    /// <summary>The way through the exposure, the disc's radius, and the membership of sticker (above the ground) and ground.</summary>
    private readonly record struct Way(ImagePoint Middle, ImagePoint Span, ImagePoint Bend, double Radius, double Level, double Ground)
    {
        public Way Moved(Vector<double> by) => new(
            Middle + new ImagePoint(by[0], by[1]), Span + new ImagePoint(by[2], by[3]), Bend + new ImagePoint(by[4], by[5]), 
            Radius + by[SmearFit.Radius], Level + by[SmearFit.Level], Ground + by[SmearFit.Ground]);
    }
}
