namespace Clonus.Synthesis.Walking;

/// <summary>The cubic spline through knots with given slopes at its ends: value, slope and curvature are continuous. Beyond its ends it goes on straight.</summary>
internal sealed class CubicSpline
{
    private readonly double[] _at;
    private readonly double[] _values;
    private readonly double[] _slopes;

    public CubicSpline(IReadOnlyList<(double At, double Value)> knots, double startSlope, double endSlope)
    {
        _at = [.. knots.Select(k => k.At)];
        _values = [.. knots.Select(k => k.Value)];
        _slopes = Slopes(_at, _values, startSlope, endSlope);
    }

    public double At(double at)
    {
        var last = _at.Length - 1;
        if (at <= _at[0] || at >= _at[last])
        {
            var end = at <= _at[0] ? 0 : last;
            return _values[end] + (_slopes[end] * (at - _at[end]));
        }

        var i = Array.BinarySearch(_at, at);
        i = i >= 0 ? i : ~i - 1;
        var width = _at[i + 1] - _at[i];
        return MonotoneCurve.Cubic((at - _at[i]) / width, _values[i], _values[i + 1], _slopes[i] * width, _slopes[i + 1] * width);
    }

    // Equal curvature on both sides of every inner knot: a tridiagonal system, solved by elimination.
    private static double[] Slopes(double[] at, double[] values, double startSlope, double endSlope)
    {
        var n = at.Length;
        var (above, right) = (new double[n], new double[n]);
        right[0] = startSlope;
        for (var i = 1; i < n - 1; i++)
        {
            var (before, after) = (1 / (at[i] - at[i - 1]), 1 / (at[i + 1] - at[i]));
            var wanted = 3 * (((values[i] - values[i - 1]) * before * before) + ((values[i + 1] - values[i]) * after * after));
            var pivot = (2 * (before + after)) - (before * above[i - 1]);
            above[i] = after / pivot;
            right[i] = (wanted - (before * right[i - 1])) / pivot;
        }

        var slopes = new double[n];
        slopes[n - 1] = endSlope;
        for (var i = n - 2; i >= 0; i--)
        {
            slopes[i] = right[i] - (above[i] * slopes[i + 1]);
        }

        return slopes;
    }
}
