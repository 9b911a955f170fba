using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.LinearAlgebra;

namespace Clonus.Motion.Signals;

/// <summary>The direction in which a single point oscillates most.</summary>
public static class MainAxis
{
    /// <summary>Positions along <see cref="Direction"/>, in their own unit; null where there is no position.</summary>
    public static ImmutableArray<double?> Project(
        ImmutableArray<double> times, ImmutableArray<SpacePoint?> positions, bool isSpatial, SignalSettings settings)
    {
        var axis = Direction(times, positions, isSpatial, settings);
        return [.. positions.Select(p => p?.Dot(axis))];
    }

    /// <summary>
    /// The principal axis of the movement inside the band, of length 1, so that a slow wander or one jump does not choose the axis. In a picture it
    /// points right, or down where it is upright; in a room its largest part is positive.
    /// </summary>
    public static SpacePoint Direction(ImmutableArray<double> times, ImmutableArray<SpacePoint?> positions, bool isSpatial, SignalSettings settings)
    {
        double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0, zz = 0;
        foreach (var ((a, b), c) in Filtered(p => p.X).Zip(Filtered(p => p.Y)).Zip(Filtered(p => p.Z)))
        {
            for (var i = 0; i < a.Length; i++)
            {
                xx += a[i] * a[i];
                xy += a[i] * b[i];
                yy += b[i] * b[i];
                xz += a[i] * c[i];
                yz += b[i] * c[i];
                zz += c[i] * c[i];
            }
        }

        if (isSpatial)
        {
            return Principal(xx, xy, xz, yy, yz, zz);
        }

        // Half the angle of the covariance ellipse: in (−90°, 90°].
        var (sin, cos) = Math.SinCos(0.5 * Math.Atan2(2 * xy, xx - yy));
        return new SpacePoint(cos, sin, 0);

        IEnumerable<ImmutableArray<double>> Filtered(Func<SpacePoint, double> axis) =>
            Resampler.Resample(times, [.. positions.Select(p => p is { } q ? axis(q) : (double?)null)], settings).Select(part => BandPassFilter.Apply(part, settings).Values);
    }

    /// <summary>The direction of the largest spread of vectors whose products sum up to these.</summary>
    internal static SpacePoint Principal(double xx, double xy, double xz, double yy, double yz, double zz)
    {
        var vectors = Matrix<double>.Build.DenseOfRowArrays([xx, xy, xz], [xy, yy, yz], [xz, yz, zz]).Evd(Symmetricity.Symmetric).EigenVectors;
        var axis = new SpacePoint(vectors[0, 2], vectors[1, 2], vectors[2, 2]);
        var largest = new[] { axis.X, axis.Y, axis.Z }.MaxBy(Math.Abs);
        return largest < 0 ? axis * -1 : axis;
    }
}
