namespace Clonus.Formats;

/// <summary>
/// One number a frame, NaN where there is none: inside of this project only, what leaves it has null there. It keeps the width that the file
/// has, so that a C3D's floats take half of the room of doubles and come back bit by bit.
/// </summary>
public readonly struct Series
{
    private readonly float[]? _single;
    private readonly double[]? _double;

    private Series(float[]? single, double[]? full)
    {
        _single = single;
        _double = full;
    }

    /// <param name="values">Not copied, and not to be changed any more.</param>
    public static Series Of(float[] values) => new(values, null);

    /// <param name="values">Not copied, and not to be changed any more.</param>
    public static Series Of(double[] values) => new(null, values);

    public int Length => _single?.Length ?? _double?.Length ?? 0;

    public double this[int frame] => _single is not null ? _single[frame] : _double![frame];

    /// <summary>The shortest text that gives the number back, without an exponent where it has a sensible length; empty for NaN.</summary>
    public string Text(int frame) => _single is not null ? NumberText.Of(_single[frame]) : NumberText.Of(_double![frame]);

    /// <summary>The other sign, to the last bit.</summary>
    public Series Negated() => _single is not null ? Of(Array.ConvertAll(_single, value => -value)) : Of(Array.ConvertAll(_double!, value => -value));

    /// <summary>Each number changed; as doubles, because a float times a factor is none.</summary>
    public Series Select(Func<double, double> change)
    {
        var changed = new double[Length];
        for (var i = 0; i < changed.Length; i++)
            changed[i] = change(this[i]);
        return Of(changed);
    }
}
