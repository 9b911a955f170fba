using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>An ellipse that may lie between pixels: half axes in pixels and the direction of the longer one.</summary>
internal readonly record struct Ellipse(ImagePoint Centre, double Long, double Short, double DirectionX, double DirectionY)
{
    /// <summary>The ellipse about a place whose rim comes nearest to these radii (1/r² is a constant and a second harmonic); null when none does.</summary>
    public static Ellipse? OfRim(ImagePoint centre, ReadOnlySpan<float> radii, ReadOnlySpan<ImagePoint> directions)
    {
        var (mean, cosine, sine) = (0.0, 0.0, 0.0);
        for (var i = 0; i < radii.Length; i++)
        {
            var (u, curve) = (directions[i], 1 / ((double)radii[i] * radii[i] * radii.Length));
            mean += curve;
            cosine += 2 * curve * ((u.X * u.X) - (u.Y * u.Y));
            sine += 2 * curve * 2 * u.X * u.Y;
        }

        var swing = Math.Sqrt((cosine * cosine) + (sine * sine));
        if (!(swing < mean))
        {
            return null;
        }

        // Where 1/r² is least the rim is farthest.
        var angle = 0.5 * Math.Atan2(-sine, -cosine);
        return new Ellipse(centre, 1 / Math.Sqrt(mean - swing), 1 / Math.Sqrt(mean + swing), Math.Cos(angle), Math.Sin(angle));
    }

    public Ellipse Grown(double pixels) => this with { Long = Long + pixels, Short = Short + pixels };

    public Ellipse Scaled(double factor) => this with { Long = Long * factor, Short = Short * factor };

    /// <summary>0 at the centre, 1 on the rim, growing as the square of the distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Square(double x, double y)
    {
        var (dx, dy) = (x - Centre.X, y - Centre.Y);
        var (along, across) = (((dx * DirectionX) + (dy * DirectionY)) / Long, ((dy * DirectionX) - (dx * DirectionY)) / Short);
        return (along * along) + (across * across);
    }

    /// <summary>The pixels that it touches, as far as they are in the picture; ends belong to it.</summary>
    public (int X0, int Y0, int X1, int Y1) Bounds(PixelView picture)
    {
        var (halfX, halfY) = HalfSize();
        return (
            Math.Max((int)Math.Floor(Centre.X - halfX), 0), Math.Max((int)Math.Floor(Centre.Y - halfY), 0),
            Math.Min((int)Math.Ceiling(Centre.X + halfX), picture.Width - 1), Math.Min((int)Math.Ceiling(Centre.Y + halfY), picture.Height - 1));
    }

    /// <summary>Whether no more than <paramref name="margin"/> pixels of it are outside of the picture.</summary>
    public bool Fits(PixelView picture, double margin)
    {
        var (halfX, halfY) = HalfSize();
        return Centre.X - halfX >= -margin && Centre.Y - halfY >= -margin
            && Centre.X + halfX <= picture.Width - 1 + margin && Centre.Y + halfY <= picture.Height - 1 + margin;
    }

    private (double X, double Y) HalfSize() => (
        Math.Sqrt((Long * Long * DirectionX * DirectionX) + (Short * Short * DirectionY * DirectionY)),
        Math.Sqrt((Long * Long * DirectionY * DirectionY) + (Short * Short * DirectionX * DirectionX)));
}
