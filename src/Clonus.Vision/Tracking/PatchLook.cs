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
    private readonly int half;
    private readonly float[] levels;
    private readonly float[] slopeX;
    private readonly float[] slopeY;
    private readonly float[] nearness;
    private readonly float[] misfit;
    private readonly float[] weights;

    /// <param name="before">The look that this one takes over from: what did not go along with that does not with this.</param>
    public PatchLook(LumaWindow window, ImagePoint centre, int half, PatchLook? before = null)
    {
        this.half = half;
        var side = (2 * half) + 1;
        levels = new float[side * side];
        (slopeX, slopeY, nearness, misfit, weights) = (new float[levels.Length], new float[levels.Length], new float[levels.Length], new float[levels.Length], new float[levels.Length]);
        var around = new float[(side + 2) * (side + 2)];
        window.Sample(centre, half + 1, around);
        for (var i = 0; i < levels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, side);
            var at = ((y + 1) * (side + 2)) + x + 1;
            levels[i] = around[at];
            slopeX[i] = (around[at + 1] - around[at - 1]) / 2;
            slopeY[i] = (around[at + side + 2] - around[at - side - 2]) / 2;
            var (dx, dy) = ((float)(x - half) / half, (float)(y - half) / half);
            nearness[i] = MathF.Exp(-1.5f * ((dx * dx) + (dy * dy)));
            weights[i] = nearness[i];
        }

        before?.misfit.CopyTo(misfit, 0);
        before?.weights.CopyTo(weights, 0);
    }

    /// <summary>Weighted spread of grey levels: what there is to hold on to.</summary>
    public double Texture => Math.Sqrt(Spread(levels).Variance);

    /// <summary>Goes from a start to the place nearby where the patch agrees best; null when that way leaves the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PatchMatch? Settle(LumaWindow window, ImagePoint start, PatchSettings settings)
    {
        var (mean, variance) = Spread(levels);
        var (xx, xy, yy) = Normal();
        // In the direction of an edge nothing tells one place from the next: there the point stays.
        var ridge = 0.01 * (xx + yy);
        var determinant = ((xx + ridge) * (yy + ridge)) - (xy * xy);
        Span<float> seen = stackalloc float[levels.Length];
        var place = start;
        for (var iteration = 0; iteration < settings.MaxIterations && determinant > 0; iteration++)
        {
            if (!window.Holds(place, half))
            {
                return null;
            }

            window.Sample(place, half, seen);
            var (seenMean, seenVariance) = Spread(seen);
            var gain = (float)Math.Sqrt(variance / Math.Max(seenVariance, 1e-6));
            var (errorX, errorY) = (0.0, 0.0);
            for (var i = 0; i < levels.Length; i++)
            {
                var error = weights[i] * (((seen[i] - seenMean) * gain) - (levels[i] - mean));
                errorX += error * slopeX[i];
                errorY += error * slopeY[i];
            }

            var step = new ImagePoint(
                (((yy + ridge) * errorX) - (xy * errorY)) / determinant, (((xx + ridge) * errorY) - (xy * errorX)) / determinant);
            place -= step;
            if (step.Length < settings.StopBelowPixels)
            {
                break;
            }
        }

        if (!window.Holds(place, half))
        {
            return null;
        }

        window.Sample(place, half, seen);
        return new PatchMatch(place, Correlation(seen));
    }

    /// <summary>The best place within reach, by correlation on a coarse raster: a start for <see cref="Settle"/>.</summary>
    public ImagePoint? Search(LumaWindow window, ImagePoint centre, double reach, PatchSettings settings)
    {
        var step = Math.Max(1, 2 * half / settings.SearchSamplesAcross);
        var (mean, _) = Spread(levels);
        var (best, most) = (default(ImagePoint?), 0.0);
        for (var y = (int)(centre.Y - reach); y <= centre.Y + reach; y += step)
        {
            for (var x = (int)(centre.X - reach); x <= centre.X + reach; x += step)
            {
                if (window.Holds(new ImagePoint(x, y), half) && CoarseCorrelation(window, x, y, step, mean) is var agreement && agreement > most)
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
        Span<float> seen = stackalloc float[levels.Length];
        window.Sample(place, half, seen);
        var ((mean, variance), (seenMean, seenVariance)) = (Spread(levels), Spread(seen));
        var gain = (float)Math.Sqrt(variance / Math.Max(seenVariance, 1e-6));
        var total = 0f;
        for (var i = 0; i < levels.Length; i++)
        {
            var error = ((seen[i] - seenMean) * gain) - (levels[i] - mean);
            misfit[i] = (Memory * misfit[i]) + ((1 - Memory) * error * error);
            total += misfit[i] * nearness[i];
        }

        var usual = (total / nearness.Sum()) + (float)(0.001 * variance) + 0.1f;
        for (var i = 0; i < levels.Length; i++)
        {
            weights[i] = nearness[i] * usual / (usual + misfit[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double CoarseCorrelation(LumaWindow window, int x, int y, int step, float mean)
    {
        var side = (2 * half) + 1;
        var (sum, weightSum, cross, square, own) = (0f, 0f, 0f, 0f, 0f);
        for (var row = 0; row < side; row += step)
        {
            for (var column = 0; column < side; column += step)
            {
                var i = (row * side) + column;
                var (weight, seen, level) = (weights[i], window[x + column - half, y + row - half], levels[i] - mean);
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
        var ((mean, variance), (seenMean, seenVariance)) = (Spread(levels), Spread(seen));
        var (cross, total) = (0.0, 0.0);
        for (var i = 0; i < levels.Length; i++)
        {
            cross += weights[i] * (levels[i] - mean) * (seen[i] - seenMean);
            total += weights[i];
        }

        return variance <= 0 || seenVariance <= 0 ? 0 : cross / (total * Math.Sqrt(variance * seenVariance));
    }

    private (double Xx, double Xy, double Yy) Normal()
    {
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < levels.Length; i++)
        {
            xx += weights[i] * slopeX[i] * slopeX[i];
            xy += weights[i] * slopeX[i] * slopeY[i];
            yy += weights[i] * slopeY[i] * slopeY[i];
        }

        return (xx, xy, yy);
    }

    private (float Mean, double Variance) Spread(ReadOnlySpan<float> values)
    {
        var (sum, squares, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            squares += weights[i] * values[i] * values[i];
            total += weights[i];
        }

        var mean = sum / total;
        return ((float)mean, Math.Max((squares / total) - (mean * mean), 0));
    }
}
