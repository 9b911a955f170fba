using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Where a patch was found, and how well it agrees there (weighted correlation, 1 the same but for brightness and contrast).</summary>
internal readonly record struct PatchMatch(ImagePoint Place, double Correlation);

/// <summary>
/// What is seen around a point at one moment, and how it is found again to a fraction of a pixel: Gauss–Newton on the grey levels
/// (Lucas and Kanade 1981, inverse form of Baker and Matthews 2004), blind to brightness and contrast. Pixels that do not go along with
/// the rest, such as the wall behind a swinging foot, lose their say.
/// </summary>
internal sealed class PatchLook
{
    private readonly int _half;
    private readonly float[] _levels;
    private readonly float[] _slopeX;
    private readonly float[] _slopeY;
    private readonly float[] _nearness;
    private readonly float[] _misfit;
    private readonly float[] _weights;

    /// <param name="before">The look that this one takes over from: what did not go along with that does not with this.</param>
    public PatchLook(LumaWindow window, ImagePoint centre, int half, PatchLook? before = null)
    {
        _half = half;
        var side = (2 * half) + 1;
        _levels = new float[side * side];
        (_slopeX, _slopeY, _nearness, _misfit, _weights) = (new float[_levels.Length], new float[_levels.Length], new float[_levels.Length], new float[_levels.Length], new float[_levels.Length]);
        var around = new float[(side + 2) * (side + 2)];
        window.Sample(centre, half + 1, around);
        for (var i = 0; i < _levels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, side);
            var at = ((y + 1) * (side + 2)) + x + 1;
            _levels[i] = around[at];
            _slopeX[i] = (around[at + 1] - around[at - 1]) / 2;
            _slopeY[i] = (around[at + side + 2] - around[at - side - 2]) / 2;
            var (dx, dy) = ((float)(x - half) / half, (float)(y - half) / half);
            _nearness[i] = MathF.Exp(-1.5f * ((dx * dx) + (dy * dy)));
            _weights[i] = _nearness[i];
        }

        before?._misfit.CopyTo(_misfit, 0);
        before?._weights.CopyTo(_weights, 0);
    }

    /// <summary>Weighted spread of grey levels: what there is to hold on to.</summary>
    public double Texture => Math.Sqrt(Spread(_levels).Variance);

    /// <summary>Goes from a start to the place nearby where the patch agrees best; null when that way leaves the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PatchMatch? Settle(LumaWindow window, ImagePoint start, PatchSettings settings)
    {
        var (mean, variance) = Spread(_levels);
        var (xx, xy, yy) = Normal();
        // In the direction of an edge nothing tells one place from the next: there the point stays.
        var ridge = 0.01 * (xx + yy);
        var determinant = ((xx + ridge) * (yy + ridge)) - (xy * xy);
        Span<float> seen = stackalloc float[_levels.Length];
        var place = start;
        for (var iteration = 0; iteration < settings.MaxIterations && determinant > 0; iteration++)
        {
            if (!window.Holds(place, _half))
            {
                return null;
            }

            window.Sample(place, _half, seen);
            var (seenMean, seenVariance) = Spread(seen);
            var gain = (float)Math.Sqrt(variance / Math.Max(seenVariance, 1e-6));
            var (errorX, errorY) = (0.0, 0.0);
            for (var i = 0; i < _levels.Length; i++)
            {
                var error = _weights[i] * (((seen[i] - seenMean) * gain) - (_levels[i] - mean));
                errorX += error * _slopeX[i];
                errorY += error * _slopeY[i];
            }

            var step = new ImagePoint(
                (((yy + ridge) * errorX) - (xy * errorY)) / determinant, (((xx + ridge) * errorY) - (xy * errorX)) / determinant);
            place -= step;
            if (step.Length < settings.StopBelowPixels)
            {
                break;
            }
        }

        if (!window.Holds(place, _half))
        {
            return null;
        }

        window.Sample(place, _half, seen);
        return new PatchMatch(place, Correlation(seen));
    }

    /// <summary>The best place within reach, by correlation on a coarse raster: a start for <see cref="Settle"/>.</summary>
    public ImagePoint? Search(LumaWindow window, ImagePoint centre, double reach, PatchSettings settings)
    {
        var step = Math.Max(1, 2 * _half / settings.SearchSamplesAcross);
        var (mean, _) = Spread(_levels);
        var (best, most) = (default(ImagePoint?), 0.0);
        for (var y = (int)(centre.Y - reach); y <= centre.Y + reach; y += step)
        {
            for (var x = (int)(centre.X - reach); x <= centre.X + reach; x += step)
            {
                if (window.Holds(new ImagePoint(x, y), _half) && CoarseCorrelation(window, x, y, step, mean) is var agreement && agreement > most)
                {
                    (best, most) = (new ImagePoint(x, y), agreement);
                }
            }
        }

        return best;
    }

    /// <summary>Learns which pixels go along with the patch from how it looks where it was found.</summary>
    public void Learn(LumaWindow window, ImagePoint place)
    {
        const float Memory = 0.9f;
        Span<float> seen = stackalloc float[_levels.Length];
        window.Sample(place, _half, seen);
        var ((mean, variance), (seenMean, seenVariance)) = (Spread(_levels), Spread(seen));
        var gain = (float)Math.Sqrt(variance / Math.Max(seenVariance, 1e-6));
        var total = 0f;
        for (var i = 0; i < _levels.Length; i++)
        {
            var error = ((seen[i] - seenMean) * gain) - (_levels[i] - mean);
            _misfit[i] = (Memory * _misfit[i]) + ((1 - Memory) * error * error);
            total += _misfit[i] * _nearness[i];
        }

        var usual = (total / _nearness.Sum()) + (float)(0.001 * variance) + 0.1f;
        for (var i = 0; i < _levels.Length; i++)
        {
            _weights[i] = _nearness[i] * usual / (usual + _misfit[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double CoarseCorrelation(LumaWindow window, int x, int y, int step, float mean)
    {
        var side = (2 * _half) + 1;
        var (sum, weightSum, cross, square, own) = (0f, 0f, 0f, 0f, 0f);
        for (var row = 0; row < side; row += step)
        {
            for (var column = 0; column < side; column += step)
            {
                var i = (row * side) + column;
                var (weight, seen, level) = (_weights[i], window[x + column - _half, y + row - _half], _levels[i] - mean);
                weightSum += weight;
                sum += weight * seen;
                square += weight * seen * seen;
                cross += weight * seen * level;
                own += weight * level * level;
            }
        }

        var spread = square - (sum * sum / weightSum);
        // The mean of the own levels over the raster is near zero, not zero; near enough for a start.
        return spread <= 0 || own <= 0 ? 0 : cross / Math.Sqrt(spread * own);
    }

    private double Correlation(ReadOnlySpan<float> seen)
    {
        var ((mean, variance), (seenMean, seenVariance)) = (Spread(_levels), Spread(seen));
        var (cross, total) = (0.0, 0.0);
        for (var i = 0; i < _levels.Length; i++)
        {
            cross += _weights[i] * (_levels[i] - mean) * (seen[i] - seenMean);
            total += _weights[i];
        }

        return variance <= 0 || seenVariance <= 0 ? 0 : cross / (total * Math.Sqrt(variance * seenVariance));
    }

    private (double Xx, double Xy, double Yy) Normal()
    {
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _levels.Length; i++)
        {
            xx += _weights[i] * _slopeX[i] * _slopeX[i];
            xy += _weights[i] * _slopeX[i] * _slopeY[i];
            yy += _weights[i] * _slopeY[i] * _slopeY[i];
        }

        return (xx, xy, yy);
    }

    private (float Mean, double Variance) Spread(ReadOnlySpan<float> values)
    {
        var (sum, squares, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += _weights[i] * values[i];
            squares += _weights[i] * values[i] * values[i];
            total += _weights[i];
        }

        var mean = sum / total;
        return ((float)mean, Math.Max((squares / total) - (mean * mean), 0));
    }
}
