using System.Numerics;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

// How it is laid over a picture, and what that says of the place.
internal sealed partial class PatchLook
{
    /// <summary>Leaves in <paramref name="seen"/> what is seen at the pose that it ends with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PatchPose? Descend(LumaWindow window, PatchPose begin, PatchPose pose, int strange, bool turns, Span<float> seen)
    {
        var moved = 0.0;
        for (var iteration = 0; ; iteration++)
        {
            var inside = window.Sample(pose, _side, _step, seen);
            if (2 * inside < seen.Length)
            {
                return null;
            }

            if (iteration > 0 && (iteration == _settings.MaxIterations || moved < _settings.StopBelowPixels))
            {
                return pose;
            }

            var light = Light(seen, strange);
            if (light.Gain < _settings.MinContrastRatio)
            {
                return null;
            }

            if (inside < seen.Length || strange != 0)
            {
                Fill(seen, strange, light);
            }

            var gone = (pose.Place - begin.Place) is var d ? new Complex(d.X, d.Y) / pose.Turn : default;
            var changed = Complex.Log(pose.Turn / begin.Turn) * _half;
            var pull = (new Vector4(Dot(_directions[0], seen), Dot(_directions[1], seen), Dot(_directions[2], seen), Dot(_directions[3], seen)) / light.Gain)
                + (_prior * new Vector4((float)gone.Real, (float)gone.Imaginary, (float)changed.Real, (float)changed.Imaginary));
            var step = Vector4.Transform(pull, turns ? _inverse : _inverseOfShift);
            var turn = pose.Turn / new Complex(1 + (step.Z / _half), step.W / _half);
            var back = turn * new Complex(step.X, step.Y);
            pose = new PatchPose(pose.Place - new ImagePoint(back.Real, back.Imaginary), turn);
            moved = back.Magnitude + Math.Abs(step.Z) + Math.Abs(step.W);
        }
    }

    /// <summary>How levels of the look become levels of what is seen: level · gain + offset.</summary>
    private (float Gain, float Offset) Light(ReadOnlySpan<float> seen, int strange)
    {
        var gain = Dot(_directions[4], seen) / _variance;
        if (!float.IsNaN(gain) && strange == 0)
        {
            return (gain, (Dot(_weights, seen) / _weightSum) - (gain * _mean));
        }

        var (total, sum, own, cross, square) = (0f, 0f, 0f, 0f, 0f);
        for (var i = 0; i < seen.Length; i++)
        {
            if (!float.IsNaN(seen[i]) && !IsStrange(strange, i))
            {
                var (weight, level) = (_weights[i], _levels[i] - _mean);
                total += weight;
                sum += weight * seen[i];
                own += weight * level;
                cross += weight * level * seen[i];
                square += weight * level * level;
            }
        }

        gain = (cross - (sum * own / total)) / Math.Max(square - (own * own / total), 1e-6f);
        return (gain, ((sum - (gain * own)) / total) - (gain * _mean));
    }

    // What is not seen goes along with everything.
    private void Fill(Span<float> seen, int strange, (float Gain, float Offset) light)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (float.IsNaN(seen[i]) || IsStrange(strange, i))
            {
                seen[i] = (light.Gain * _levels[i]) + light.Offset;
            }
        }
    }

    private bool IsStrange(int strange, int sample) => (strange & (1 << _cells[sample])) != 0;

    /// <summary>How well it agrees; the pose is still to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PatchMatch Judge(ReadOnlySpan<float> seen, int strange, double noise)
    {
        var light = Light(seen, strange);
        Span<float> misfits = stackalloc float[Cells], usual = stackalloc float[Cells], weights = stackalloc float[Cells];
        Span<Vector2> pulls = stackalloc Vector2[Cells], levels = stackalloc Vector2[Cells];
        Span<Vector3> holds = stackalloc Vector3[Cells];
        misfits.Clear();
        usual.Clear();
        weights.Clear();
        pulls.Clear();
        levels.Clear();
        holds.Clear();
        var (total, visible, detail, mean, square, cost) = (0f, 0f, 0f, 0f, 0f, 0f);
        var most = (float)((_settings.MostMisfitNoise * noise) + (_settings.MostMisfitShare * _variance / _weightSum));
        for (var i = 0; i < seen.Length; i++)
        {
            var (slopeX, slopeY, weight) = (_slopes[0][i], _slopes[1][i], _weights[i]);
            var share = weight * ((slopeX * slopeX) + (slopeY * slopeY));
            detail += share;
            if (float.IsNaN(seen[i]))
            {
                cost += weight * most;
                continue;
            }

            var error = seen[i] - (light.Gain * _levels[i]) - light.Offset;
            cost += weight * Math.Min(error * error, most);
            if (IsStrange(strange, i))
            {
                continue;
            }

            var cell = _cells[i];
            pulls[cell] += weight * error * new Vector2(slopeX, slopeY);
            holds[cell] += weight * new Vector3(slopeX * slopeX, slopeX * slopeY, slopeY * slopeY);
            misfits[cell] += weight * error * error;
            levels[cell] += weight * new Vector2(seen[i], seen[i] * seen[i]);
            usual[cell] += weight * _misfit[i];
            weights[cell] += weight;
            visible += share;
            total += weight;
            mean += weight * seen[i];
            square += weight * seen[i] * seen[i];
        }

        mean /= total;
        var variance = Math.Max((square / total) - (mean * mean), 0);
        var misfit = 0.0;
        var foreign = 0;
        for (var cell = 0; cell < Cells; cell++)
        {
            misfit += misfits[cell] / total;
            var own = Math.Max(_settings.StrangeFloor * variance, (levels[cell].Y - (levels[cell].X * levels[cell].X / Math.Max(weights[cell], 1e-6f))) / Math.Max(weights[cell], 1e-6f));
            var excess = (misfits[cell] - (_settings.StrangeMisfit * (usual[cell] + (weights[cell] * noise)))) / Math.Max(weights[cell], 1e-6);
            foreign |= excess > _settings.StrangeShare * Math.Min(own, variance) ? 1 << cell : 0;
        }

        var plain = variance - (noise / 2);
        var agreement = plain <= 0 ? 0 : Math.Sqrt(Math.Max(1 - (Math.Max(misfit - noise, 0) / plain), 0));
        var shareSeen = visible / Math.Max(detail, 1e-6);
        var spread = _settings.MisfitCorrelation * Math.Max(misfit / (light.Gain * light.Gain), noise / 2) / _hold;
        spread = Math.Max(spread / Math.Max(shareSeen, 0.01), Disagreement(pulls, holds) / (light.Gain * light.Gain));
        return new PatchMatch(default, light.Gain > 0 ? agreement : 0, misfit, cost / _weightSum, Math.Sqrt(spread), total / _weightSum, shareSeen, strange == 0 ? foreign : strange,
            light.Gain, ((light.Gain - 1) * _mean) + light.Offset);
    }

    /// <summary>
    /// Variance of the place as the parts of the patch see it, in squared pixels: the jackknife, how far it would move without one or the
    /// other of the cells, of the rows and of the columns of cells, whichever is most. Noise, what changes its shape and what does not move
    /// with the rest, as a wall along one side, all show in it.
    /// </summary>
    private float Disagreement(ReadOnlySpan<Vector2> pulls, ReadOnlySpan<Vector3> holds)
    {
        var all = new Vector3(_prior.X, 0, _prior.X);
        foreach (var hold in holds)
        {
            all += hold;
        }

        var most = 0f;
        foreach (var parts in Partitions)
        {
            var sum = 0f;
            foreach (var part in parts)
            {
                var (rest, pull) = (all, Vector2.Zero);
                for (var cell = 0; cell < Cells; cell++)
                {
                    if (IsSet(part, cell))
                    {
                        (rest, pull) = (rest - holds[cell], pull + pulls[cell]);
                    }
                }

                var determinant = (rest.X * rest.Z) - (rest.Y * rest.Y);
                var shift = new Vector2((rest.Z * pull.X) - (rest.Y * pull.Y), (rest.X * pull.Y) - (rest.Y * pull.X)) / determinant;
                sum += shift.LengthSquared();
            }

            // Both directions are in the sum; each has half of it.
            most = Math.Max(most, sum * (parts.Length - 1) / parts.Length / 2);
        }

        return most;
    }

    /// <summary>The best places on the raster of whole pixels.</summary>
    private List<ImagePoint> Peaks(LumaWindow window, ImagePoint centre, double reach)
    {
        var across = (2 * (int)Math.Ceiling(reach)) + 1;
        var (left, top) = ((int)Math.Round(centre.X) - (across / 2), (int)Math.Round(centre.Y) - (across / 2));
        var agreement = new float[across * across];
        for (var i = 0; i < agreement.Length; i++)
        {
            agreement[i] = Agreement(window, left + (i % across), top + (i / across));
        }

        var peaks = new List<(float Value, ImagePoint Place)>();
        for (var i = 0; i < agreement.Length; i++)
        {
            var (y, x) = Math.DivRem(i, across);
            var isPeak = agreement[i] > 0;
            for (var other = 0; other < 9 && isPeak; other++)
            {
                var (column, row) = (x + (other % 3) - 1, y + (other / 3) - 1);
                isPeak = column < 0 || row < 0 || column >= across || row >= across || agreement[(row * across) + column] <= agreement[i];
            }

            if (isPeak)
            {
                peaks.Add((agreement[i], new ImagePoint(left + x, top + y)));
            }
        }

        return [.. peaks.OrderByDescending(peak => peak.Value).Take(_settings.MaxPeaks).Select(peak => peak.Place)];
    }
}
