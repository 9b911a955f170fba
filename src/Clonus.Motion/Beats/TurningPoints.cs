using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>A crest or a trough of a signal.</summary>
/// <param name="AtEdge">True where the signal begins or ends before the turn was confirmed: an extreme at the edge is not yet one.</param>
public readonly record struct TurningPoint(double TimeSeconds, double Value, bool IsCrest, bool AtEdge);

/// <summary>Where a signal turns by at least a given amount. The decision is local: more signal around does not change it.</summary>
public static class TurningPoints
{
    /// <summary>Alternating crests and troughs with a swing of at least <paramref name="hysteresis"/> between neighbours; times and values between the samples.</summary>
    public static ImmutableArray<TurningPoint> Find(UniformSignal signal, double hysteresis)
    {
        var values = signal.Values;
        var points = ImmutableArray.CreateBuilder<TurningPoint>();
        int low = 0, high = 0;
        bool? seeksCrest = null;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[high])
            {
                high = i;
            }

            if (values[i] < values[low])
            {
                low = i;
            }

            if (seeksCrest != false && values[high] - values[i] >= hysteresis)
            {
                points.Add(At(signal, high, isCrest: true, atEdge: seeksCrest is null));
                seeksCrest = false;
                low = high = i;
            }
            else if (seeksCrest != true && values[i] - values[low] >= hysteresis)
            {
                points.Add(At(signal, low, isCrest: false, atEdge: seeksCrest is null));
                seeksCrest = true;
                low = high = i;
            }
        }

        if (seeksCrest is { } crest)
        {
            points.Add(At(signal, crest ? high : low, crest, atEdge: true));
        }

        return points.ToImmutable();
    }

    // The vertex of the parabola through an extreme sample and its neighbours.
    private static TurningPoint At(UniformSignal signal, int index, bool isCrest, bool atEdge)
    {
        var values = signal.Values;
        double shift = 0, value = values[index];
        if (index > 0 && index < values.Length - 1)
        {
            var slope = (values[index + 1] - values[index - 1]) / 2;
            var curve = values[index + 1] - (2 * values[index]) + values[index - 1];
            if (curve != 0 && Math.Abs(slope / curve) <= 1)
            {
                shift = -slope / curve;
                value -= slope * slope / (2 * curve);
            }
        }

        return new TurningPoint(signal.TimeSeconds(index + shift), value, isCrest, atEdge);
    }
}
