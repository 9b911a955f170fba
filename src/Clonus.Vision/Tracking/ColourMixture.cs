using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>A plane of colour through the picture: the surroundings of a sticker, light falling off over them included.</summary>
internal readonly record struct ColourPlane(ImagePoint Origin, Colour Level, Colour SlopeX, Colour SlopeY);

/// <summary>
/// How much of a pixel's colour is sticker and how much surroundings, seen along the direction in colour in which the two differ most
/// beside how the surroundings vary (Fisher's discriminant). All is linear, so that one pixel costs a few products.
/// </summary>
internal readonly struct ColourMixture
{
    private readonly float _blue, _green, _red;
    private readonly float[]? _coverOfShare;
    private readonly float _pure, _pureSlopeX, _pureSlopeY, _level, _slopeX, _slopeY;
    private readonly float[]? _stripes;
    private readonly float _stripe, _stripeX, _stripeY;

    /// <param name="radius">Of the ring that the surroundings were measured in, pixels.</param>
    /// <param name="pureColour">The sticker's own colour.</param>
    public ColourMixture(StickerSurroundings around, double radius, Colour pureColour, double lumaNoise, double chromaNoise)
    {
        var (surroundings, variation) = (around.Plane, around.Variation);
        var direction = variation.Solve(pureColour - surroundings.Level, lumaNoise * lumaNoise, chromaNoise * chromaNoise);
        (_blue, _green, _red) = (direction.Dot(Colour.FromBgr(1, 0, 0)), direction.Dot(Colour.FromBgr(0, 1, 0)), direction.Dot(Colour.FromBgr(0, 0, 1)));
        var light = LightSlopes(surroundings, variation, radius, lumaNoise);
        if (around.Stripes is { } stripes)
        {
            _stripes = stripes.Departures(direction);
            var perStripe = 1 / (float)stripes.Width;
            (_stripeX, _stripeY) = (stripes.NormalX * perStripe, stripes.NormalY * perStripe);
            _stripe = (float)(-(surroundings.Origin.X * _stripeX) - (surroundings.Origin.Y * _stripeY) - (stripes.First * perStripe));
        }

        (_pureSlopeX, _pureSlopeY) = (direction.Dot(pureColour) * light.X, direction.Dot(pureColour) * light.Y);
        _pure = direction.Dot(pureColour) - (_pureSlopeX * (float)surroundings.Origin.X) - (_pureSlopeY * (float)surroundings.Origin.Y);
        (_slopeX, _slopeY) = (direction.Dot(surroundings.SlopeX), direction.Dot(surroundings.SlopeY));
        _level = direction.Dot(surroundings.Level) - (_slopeX * (float)surroundings.Origin.X) - (_slopeY * (float)surroundings.Origin.Y);
    }

    private ColourMixture(ColourMixture other, float[] coverOfShare)
    {
        this = other;
        _coverOfShare = coverOfShare;
    }

    /// <summary>
    /// The same, but shares are those of the light: a sensor adds up light while the shutter is open, and what is stored is about its 2.2th root (BT.709 and
    /// sRGB alike), so that a black sticker that covers a pixel for half of the exposure darkens it by a quarter.
    /// </summary>
    public ColourMixture OfLight(Colour surroundings, Colour pure)
    {
        const int Steps = 64;
        const double Gamma = 2.2;
        var (from, to) = (surroundings.ToBgr(), pure.ToBgr());
        var shares = new float[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            var cover = (double)i / Steps;
            var mixed = (_blue * Blend(from.Blue, to.Blue)) + (_green * Blend(from.Green, to.Green)) + (_red * Blend(from.Red, to.Red));
            shares[i] = (float)mixed;

            double Blend(double a, double b) => Math.Pow(((1 - cover) * Math.Pow(a, Gamma)) + (cover * Math.Pow(b, Gamma)), 1 / Gamma);
        }

        var span = shares[Steps] - shares[0];
        var coverOfShare = new float[Steps + 1];
        var step = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var share = shares[0] + (span * i / Steps);
            while (step < Steps - 1 && shares[step + 1] < share)
            {
                step++;
            }

            var part = (share - shares[step]) / (shares[step + 1] - shares[step]);
            coverOfShare[i] = (step + Math.Clamp(part, 0, 1)) / Steps;
        }

        return span > 0 ? new ColourMixture(this, coverOfShare) : this;
    }

    /// <summary>Share of sticker in a pixel: 0 surroundings, 1 sticker, and beyond both where noise has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Share(ReadOnlySpan<byte> bgr, int x, int y)
    {
        var around = _level + (_slopeX * x) + (_slopeY * y) + (_stripes is null ? 0 : Between(_stripes, _stripe + (_stripeX * x) + (_stripeY * y)));
        var span = _pure + (_pureSlopeX * x) + (_pureSlopeY * y) - around;
        var share = span > 0 ? ((_blue * bgr[0]) + (_green * bgr[1]) + (_red * bgr[2]) - around) / span : 0;
        return _coverOfShare is null ? share : Cover(share, _coverOfShare);
    }

    // Beyond both ends noise goes on as steeply as the curve did.
    private static float Cover(float share, float[] coverOfShare) => Between(coverOfShare, share * (coverOfShare.Length - 1));

    /// <summary>Of the straight line between two values, or beyond the first or last two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Between(float[] values, float place)
    {
        var at = Math.Clamp((int)place, 0, values.Length - 2);
        return values[at] + ((place - at) * (values[at + 1] - values[at]));
    }

    /// <summary>
    /// Relative change of the light with each pixel to the right and down. Light that falls off over the surroundings falls off over the sticker too,
    /// else its darker side seems more sticker than the brighter one; but where the surroundings are of two kinds, and no plane fits them, their
    /// change is none of the light.
    /// </summary>
    private static (float X, float Y) LightSlopes(ColourPlane surroundings, ColourCovariance variation, double radius, double lumaNoise)
    {
        // About a step from one kind to another a plane leaves a third of what it explains; pixels that scatter by a few noises are no step.
        const double StepRest = 1.0 / 3, Noises = 3;
        var rest = Math.Max(variation.Ll - (Noises * lumaNoise * Noises * lumaNoise), 0);
        var (x, y) = (surroundings.SlopeX.Luma, surroundings.SlopeY.Luma);
        var explained = ((x * x) + (y * y)) * radius * radius / 2;
        var trust = explained > 0 ? (float)Math.Clamp(1 - (rest / (StepRest * explained)), 0, 1) : 0;
        var perLevel = trust / Math.Max(surroundings.Level.Luma, 1);
        return (x * perLevel, y * perLevel);
    }
}

/// <summary>A symmetric 3×3 matrix of colour products.</summary>
internal readonly record struct ColourCovariance(double Ll, double Lb, double Lr, double Bb, double Br, double Rr)
{
    public double Trace => Ll + Bb + Rr;

    public ColourCovariance Plus(ColourCovariance other, double factor) => new(
        Ll + (factor * other.Ll), Lb + (factor * other.Lb), Lr + (factor * other.Lr), Bb + (factor * other.Bb), Br + (factor * other.Br), Rr + (factor * other.Rr));

    public ColourCovariance Plus(Colour c) => Minus(c, c, -1);

    /// <summary>Less the symmetric outer product of two colours, times a factor.</summary>
    public ColourCovariance Minus(Colour a, Colour b, double factor) => new(
        Ll - (factor * a.Luma * b.Luma),
        Lb - (factor * 0.5 * ((a.Luma * b.Cb) + (a.Cb * b.Luma))),
        Lr - (factor * 0.5 * ((a.Luma * b.Cr) + (a.Cr * b.Luma))),
        Bb - (factor * a.Cb * b.Cb),
        Br - (factor * 0.5 * ((a.Cb * b.Cr) + (a.Cr * b.Cb))),
        Rr - (factor * a.Cr * b.Cr));

    public ColourCovariance Scaled(double factor) => new(Ll * factor, Lb * factor, Lr * factor, Bb * factor, Br * factor, Rr * factor);

    /// <summary>(this + the floors on its diagonal)⁻¹ · v, but for a positive factor.</summary>
    public Colour Solve(Colour v, double lumaFloor, double chromaFloor)
    {
        var (a, b, c) = (Math.Max(Ll, 0) + lumaFloor, Math.Max(Bb, 0) + chromaFloor, Math.Max(Rr, 0) + chromaFloor);
        var (c00, c01, c02) = ((b * c) - (Br * Br), (Lr * Br) - (Lb * c), (Lb * Br) - (Lr * b));
        var (c11, c12, c22) = ((a * c) - (Lr * Lr), (Lb * Lr) - (a * Br), (a * b) - (Lb * Lb));
        // The determinant is that factor; the trace of the adjoint keeps the numbers near one instead.
        var scale = 1 / (c00 + c11 + c22);
        return new Colour(
            (float)(scale * ((c00 * v.Luma) + (c01 * v.Cb) + (c02 * v.Cr))),
            (float)(scale * ((c01 * v.Luma) + (c11 * v.Cb) + (c12 * v.Cr))),
            (float)(scale * ((c02 * v.Luma) + (c12 * v.Cb) + (c22 * v.Cr))));
    }
}
