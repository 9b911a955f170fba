using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Signals;

/// <summary>The direction in which a single point oscillates most.</summary>
public static class MainAxis
{
    /// <summary>
    /// Positions along the principal axis of the movement inside the band, so that a slow wander or one jump does not choose the axis.
    /// The axis points right, or down where it is upright; pixels, null where there is no position.
    /// </summary>
    public static ImmutableArray<double?> Project(
        ImmutableArray<double> times, ImmutableArray<ImagePoint?> positions, SignalSettings settings)
    {
        var x = positions.Select(p => p?.X).ToImmutableArray();
        var y = positions.Select(p => p?.Y).ToImmutableArray();
        double xx = 0, xy = 0, yy = 0;
        foreach (var (a, b) in Resampler.Resample(times, x, settings).Zip(Resampler.Resample(times, y, settings)))
        {
            var u = BandPassFilter.Apply(a, settings).Values;
            var v = BandPassFilter.Apply(b, settings).Values;
            for (var i = 0; i < u.Length; i++)
            {
                xx += u[i] * u[i];
                xy += u[i] * v[i];
                yy += v[i] * v[i];
            }
        }

        // Half the angle of the covariance ellipse: in (−90°, 90°].
        var angle = 0.5 * Math.Atan2(2 * xy, xx - yy);
        var (sin, cos) = Math.SinCos(angle);
        return [.. positions.Select(p => p is { } q ? (q.X * cos) + (q.Y * sin) : (double?)null)];
    }
}
