namespace Clonus.Vision.Tracking;

/// <summary>The direction in colour along which sticker and surroundings differ most beside how the surroundings vary.</summary>
internal readonly record struct ColourMixture(Colour Direction, Colour Pure)
{
    public static ColourMixture Between(Colour surroundings, ColourCovariance variation, Colour pure, double noise) =>
        new(variation.Solve(pure - surroundings, noise * noise), pure);

    /// <summary>Share of sticker in a mixed colour: 0 surroundings, 1 sticker.</summary>
    public float Share(Colour colour, Colour surroundings)
    {
        var span = Dot(Direction, Pure - surroundings);
        return span > 0 ? Dot(Direction, colour - surroundings) / span : 0;
    }

    private static float Dot(Colour a, Colour b) => (a.Luma * b.Luma) + (a.Cb * b.Cb) + (a.Cr * b.Cr);
}

/// <summary>A symmetric 3×3 matrix of colour products.</summary>
internal readonly record struct ColourCovariance(double Ll, double Lb, double Lr, double Bb, double Br, double Rr)
{
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

    /// <summary>(this + floor · I)⁻¹ · v.</summary>
    public Colour Solve(Colour v, double floor)
    {
        var (a, b, c) = (Math.Max(Ll, 0) + floor, Math.Max(Bb, 0) + floor, Math.Max(Rr, 0) + floor);
        var (c00, c01, c02) = ((b * c) - (Br * Br), (Lr * Br) - (Lb * c), (Lb * Br) - (Lr * b));
        var (c11, c12, c22) = ((a * c) - (Lr * Lr), (Lb * Lr) - (a * Br), (a * b) - (Lb * Lb));
        // The determinant only scales the direction.
        return new Colour(
            (float)((c00 * v.Luma) + (c01 * v.Cb) + (c02 * v.Cr)),
            (float)((c01 * v.Luma) + (c11 * v.Cb) + (c12 * v.Cr)),
            (float)((c02 * v.Luma) + (c12 * v.Cb) + (c22 * v.Cr)));
    }
}
