using System.Collections.Immutable;

namespace Clonus.Synthesis.Walking;

/// <summary>A smooth curve through knots that overshoots none of them: where two neighbours are equal it is level between them. Before and after its knots it stays at the outermost.</summary>
internal sealed class MonotoneCurve
{
    private readonly ImmutableArray<(double At, double Value)> _knots;
    private readonly double[] _slopes;

    /// <param name="startSlope">At the first knot.</param>
    /// <param name="endSlope">At the last knot.</param>
    public MonotoneCurve(ImmutableArray<(double At, double Value)> knots, double startSlope, double endSlope)
    {
        _knots = knots;
        _slopes = [startSlope, .. Enumerable.Range(1, knots.Length - 2).Select(i => Slope(knots[i - 1], knots[i], knots[i + 1])), endSlope];
    }

    public double At(double at)
    {
        if (at <= _knots[0].At)
        {
            return _knots[0].Value;
        }

        var i = 0;
        while (i < _knots.Length - 1 && _knots[i + 1].At < at)
        {
            i++;
        }

        if (i == _knots.Length - 1)
        {
            return _knots[i].Value;
        }

        var width = _knots[i + 1].At - _knots[i].At;
        return Cubic((at - _knots[i].At) / width, _knots[i].Value, _knots[i + 1].Value, _slopes[i] * width, _slopes[i + 1] * width);
    }

    /// <summary>Fritsch and Carlson's harmonic mean.</summary>
    public static double Slope((double At, double Value) before, (double At, double Value) at, (double At, double Value) after)
    {
        var left = (at.Value - before.Value) / (at.At - before.At);
        var right = (after.Value - at.Value) / (after.At - at.At);
        return left * right <= 0 ? 0 : 2 * left * right / (left + right);
    }

    /// <summary>Hermite's cubic over one interval of length 1.</summary>
    public static double Cubic(double t, double start, double end, double startSlope, double endSlope)
    {
        var (t2, t3) = (t * t, t * t * t);
        return (((2 * t3) - (3 * t2) + 1) * start) + ((t3 - (2 * t2) + t) * startSlope) + (((3 * t2) - (2 * t3)) * end) + ((t3 - t2) * endSlope);
    }
}
