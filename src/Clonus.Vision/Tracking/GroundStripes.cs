using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A pixel of the ring around a sticker, its place counted from the sticker's centre.</summary>
internal readonly record struct RingPixel(float X, float Y, Colour Colour);

/// <summary>
/// Surroundings that change across one direction only, however sharply: a limb before a wall, a couch's edge, a seam. What is seen at both ends
/// of each stripe along that direction tells what a sticker covers between them.
/// </summary>
/// <param name="NormalX">Direction across, of length 1.</param>
/// <param name="First">Middle of the first stripe, counted from the sticker's centre, pixels.</param>
/// <param name="Width">Of a stripe, pixels.</param>
/// <param name="Levels">Colour of each stripe beside the sticker's centre, from the mean of all.</param>
/// <param name="Slope">Change of all of them with each pixel along, which is the direction (−NormalY, NormalX).</param>
/// <param name="Variation">Covariance of what they do not explain.</param>
internal sealed record GroundStripes(float NormalX, float NormalY, double First, double Width, Colour[] Levels, Colour Slope, ColourCovariance Variation)
{
    private const int MostStripes = 256;

    /// <summary>In the direction that explains the surroundings best; null when there are too few pixels to tell.</summary>
    /// <param name="width">Of one stripe, pixels.</param>
    public static GroundStripes? Fit(ReadOnlySpan<RingPixel> pixels, double width, StickerSettings settings)
    {
        var (reach, products) = (0f, default(ColourCovariance));
        foreach (ref readonly var pixel in pixels)
        {
            reach = MathF.Max(reach, (pixel.X * pixel.X) + (pixel.Y * pixel.Y));
            products = products.Plus(pixel.Colour);
        }

        var count = (2 * (int)Math.Ceiling(Math.Sqrt(reach) / width)) + 1;
        if (count > MostStripes || pixels.Length < settings.MinPixelsOfStripe * count)
        {
            return null;
        }

        Span<Stripe> stripes = stackalloc Stripe[count];
        var (best, most) = (0.0, double.MinValue);
        var step = Math.PI / settings.StripeDirections;
        for (var i = 0; i < settings.StripeDirections; i++)
        {
            Try(i * step, pixels, stripes, width, ref best, ref most);
        }

        for (var round = 0; round < settings.StripeRefinements; round++)
        {
            step /= 2;
            var middle = best;
            Try(middle - step, pixels, stripes, width, ref best, ref most);
            Try(middle + step, pixels, stripes, width, ref best, ref most);
        }

        var (_, slope, squaredAlong) = Explain(stripes, pixels, best, width);
        var (rest, used) = (products.Minus(slope, slope, squaredAlong), 1);
        foreach (ref readonly var stripe in stripes)
        {
            rest = stripe.Count > 0 ? rest.Minus(stripe.Colours, stripe.Colours, 1.0 / stripe.Count) : rest;
            used += stripe.Count > 0 ? 1 : 0;
        }

        var (sin, cos) = Math.SinCos(best);
        return new GroundStripes((float)cos, (float)sin, -(count / 2) * width, width, LevelsOf(stripes, slope), slope, rest.Scaled(1.0 / (pixels.Length - used)));
    }

    /// <summary>What is beside the sticker's centre, and the change along: all that the stripes are counted from.</summary>
    /// <param name="mean">Of the ring, which the levels are counted from.</param>
    public ColourPlane PlaneAt(ImagePoint centre, Colour mean) => new(centre, mean + Levels[Levels.Length / 2], Slope * -NormalY, Slope * NormalX);

    /// <summary>Departures of the stripes from that plane, as seen along a direction in colour.</summary>
    public float[] Departures(Colour direction) => Array.ConvertAll(Levels, level => (level - Levels[Levels.Length / 2]).Dot(direction));

    private static void Try(double angle, ReadOnlySpan<RingPixel> pixels, Span<Stripe> stripes, double width, ref double best, ref double most)
    {
        var (explained, _, _) = Explain(stripes, pixels, angle, width);
        if (explained > most)
        {
            (best, most) = (angle, explained);
        }
    }

    /// <summary>Least squares of a level for each stripe and one slope along for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Explained, Colour Slope, double SquaredAlong) Explain(Span<Stripe> stripes, ReadOnlySpan<RingPixel> pixels, double angle, double width)
    {
        stripes.Clear();
        var (sin, cos) = Math.SinCos(angle);
        var (normalX, normalY) = ((float)cos, (float)sin);
        var (perStripe, middle) = ((float)(1 / width), (stripes.Length / 2) + 0.5f);
        foreach (ref readonly var pixel in pixels)
        {
            var (across, along) = ((pixel.X * normalX) + (pixel.Y * normalY), (pixel.Y * normalX) - (pixel.X * normalY));
            stripes[(int)((across * perStripe) + middle)].Add(pixel.Colour, along);
        }

        var (explained, squaredAlong, sum) = (0f, 0f, default(Colour));
        foreach (ref readonly var stripe in stripes)
        {
            if (stripe.Count > 0)
            {
                var per = 1f / stripe.Count;
                explained += stripe.Colours.SquaredDistanceTo(default, 1) * per;
                squaredAlong += stripe.SquaredAlong - (stripe.Along * stripe.Along * per);
                sum += stripe.ColoursAlong - (stripe.Colours * (stripe.Along * per));
            }
        }

        return squaredAlong > 0 ? (explained + (sum.SquaredDistanceTo(default, 1) / squaredAlong), sum * (1 / squaredAlong), squaredAlong) : (explained, default, 0);
    }

    /// <summary>Where no pixel of the ring lies, the nearest stripe's.</summary>
    private static Colour[] LevelsOf(ReadOnlySpan<Stripe> stripes, Colour slope)
    {
        var levels = new Colour[stripes.Length];
        var known = -1;
        for (var i = 0; i < stripes.Length; i++)
        {
            if (stripes[i].Count > 0)
            {
                levels[i] = (stripes[i].Colours - (slope * stripes[i].Along)) * (1f / stripes[i].Count);
                levels.AsSpan(known + 1, known < 0 ? i : 0).Fill(levels[i]);
                known = i;
            }
            else if (known >= 0)
            {
                levels[i] = levels[known];
            }
        }

        return levels;
    }

    /// <summary>Sums over the pixels of one stripe.</summary>
    private struct Stripe
    {
        public int Count;
        public float Along, SquaredAlong;
        public Colour Colours, ColoursAlong;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Colour colour, float along)
        {
            Count++;
            Along += along;
            SquaredAlong += along * along;
            Colours += colour;
            ColoursAlong += colour * along;
        }
    }
}
