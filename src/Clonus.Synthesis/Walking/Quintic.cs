namespace Clonus.Synthesis.Walking;

/// <summary>A polynomial of the fifth degree over [0, 1], by its coefficients from the lowest on.</summary>
internal readonly record struct Quintic(double C0, double C1, double C2, double C3, double C4, double C5)
{
    /// <summary>Value, slope and curvature at one end.</summary>
    public readonly record struct End(double Value, double Slope, double Curvature);

    public static Quintic Between(End start, End end)
    {
        var d = end.Value - start.Value;
        return new Quintic(
            start.Value, start.Slope, start.Curvature / 2,
            (10 * d) - (6 * start.Slope) - (4 * end.Slope) - (1.5 * start.Curvature) + (0.5 * end.Curvature),
            (-15 * d) + (8 * start.Slope) + (7 * end.Slope) + (1.5 * start.Curvature) - end.Curvature,
            (6 * d) - (3 * (start.Slope + end.Slope)) - (0.5 * (start.Curvature - end.Curvature)));
    }

    public double At(double t) => C0 + (t * (C1 + (t * (C2 + (t * (C3 + (t * (C4 + (t * C5)))))))));
}
