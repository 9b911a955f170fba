using System.Numerics;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

// Which of its pixels have a say, and how strongly they hold the place.
internal sealed partial class PatchLook
{
    private static bool IsSet(int bits, int index) => (bits & (1 << index)) != 0;

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    private void Read()
    {
        Span<float> before = stackalloc float[_levels.Length], after = stackalloc float[_levels.Length];
        var pose = PatchPose.At(_centre);
        _source.Sample(pose, _side, _step, _levels);
        for (var axis = 0; axis < 2; axis++)
        {
            var along = axis == 0 ? new ImagePoint(1, 0) : new ImagePoint(0, 1);
            _source.Sample(PatchPose.At(_centre - along), _side, _step, before);
            _source.Sample(PatchPose.At(_centre + along), _side, _step, after);
            for (var i = 0; i < _levels.Length; i++)
            {
                _slopes[axis][i] = (after[i] - before[i]) / 2;
            }
        }

        var falloff = (float)_settings.NearnessFalloff;
        for (var i = 0; i < _levels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, _side);
            var (u, v) = (((2f * x) / (_side - 1)) - 1, ((2f * y) / (_side - 1)) - 1);
            _nearness[i] = MathF.Exp(-falloff * ((u * u) + (v * v)));
            _cells[i] = (byte)((y * CellsAcross / _side * CellsAcross) + (x * CellsAcross / _side));
            if (float.IsNaN(_levels[i] + _slopes[0][i] + _slopes[1][i]))
            {
                (_levels[i], _slopes[0][i], _slopes[1][i], _nearness[i]) = (0, 0, 0, 0);
            }
        }
    }

    private void Inherit(PatchLook before, PatchMatch? match)
    {
        var back = 1 / (match?.Pose.Turn ?? Complex.One);
        var strange = (float)(before.Texture * before.Texture);
        var middle = (_side - 1) / 2f;
        var scale = middle == 0 ? 0 : (before._side - 1) / 2f / middle;
        for (var i = 0; i < _levels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, _side);
            var at = back * new Complex(x - middle, y - middle) * scale;
            var column = Math.Clamp((int)Math.Round(at.Real + ((before._side - 1) / 2f)), 0, before._side - 1);
            var row = Math.Clamp((int)Math.Round(at.Imaginary + ((before._side - 1) / 2f)), 0, before._side - 1);
            var from = (row * before._side) + column;
            _misfit[i] = before._misfit[from] + (IsSet(match?.StrangeCells ?? 0, before._cells[from]) ? strange : 0);
        }
    }

    /// <summary>
    /// What each pixel's say is, and with it the directions of descent: the four slopes (x, y, zoom, turn) less what brightness and contrast
    /// explain, and the levels about their mean.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(double noise)
    {
        var (total, near) = (Dot(_misfit, _nearness), 0f);
        foreach (var value in _nearness)
        {
            near += value;
        }

        var usual = (total / near) + 1;
        (_weightSum, _mean) = (0, 0);
        for (var i = 0; i < _levels.Length; i++)
        {
            _weights[i] = _nearness[i] * usual / (usual + _misfit[i]);
            _weightSum += _weights[i];
        }

        _mean = Dot(_weights, _levels) / _weightSum;
        var (x, y, zoom, turn, level) = (_directions[0], _directions[1], _directions[2], _directions[3], _directions[4]);
        var middle = (_side - 1) / 2;
        for (int row = -middle, i = 0; row <= middle; row++)
        {
            for (var column = -middle; column <= middle; column++, i++)
            {
                var (u, v) = (column / (float)middle, row / (float)middle);
                (x[i], y[i]) = (_slopes[0][i], _slopes[1][i]);
                (zoom[i], turn[i]) = ((x[i] * u) + (y[i] * v), (y[i] * u) - (x[i] * v));
                level[i] = _weights[i] * (_levels[i] - _mean);
            }
        }

        _variance = Math.Max(Dot(level, _levels), 1e-6f);
        Span<float> normal = stackalloc float[16];
        for (var k = 0; k < 4; k++)
        {
            var direction = _directions[k];
            var (mean, share) = (Dot(_weights, direction) / _weightSum, Dot(level, direction) / _variance);
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] -= mean + (share * (_levels[i] - _mean));
            }
        }

        Span<float> weighted = stackalloc float[_levels.Length];
        for (var k = 0; k < 4; k++)
        {
            for (var i = 0; i < weighted.Length; i++)
            {
                weighted[i] = _weights[i] * _directions[k][i];
            }

            for (var l = 0; l < 4; l++)
            {
                normal[(4 * k) + l] = l < k ? normal[(4 * l) + k] : Dot(weighted, _directions[l]);
            }
        }

        for (var k = 0; k < 4; k++)
        {
            for (var i = 0; i < weighted.Length; i++)
            {
                _directions[k][i] *= _weights[i];
            }
        }

        Invert(normal, noise);
    }

    /// <summary>
    /// What the detail says of shift, zoom and turn joins what was likely before: where there is no detail, as along an edge, the point is
    /// expected where the search began.
    /// </summary>
    private void Invert(Span<float> normal, double noise)
    {
        var certainty = (float)(_settings.MisfitCorrelation * noise / (_half * _half));
        var shift = certainty / Square(_settings.ShiftSpreadRatio);
        _prior = new Vector4(shift, shift, certainty / Square(_settings.ZoomSpread), certainty / Square(_settings.TurnSpreadRadians));
        var matrix = new Matrix4x4(
            normal[0] + _prior.X, normal[1], normal[2], normal[3], normal[4], normal[5] + _prior.Y, normal[6], normal[7],
            normal[8], normal[9], normal[10] + _prior.Z, normal[11], normal[12], normal[13], normal[14], normal[15] + _prior.W);
        _ = Matrix4x4.Invert(matrix, out _inverse);
        _inverseOfShift = default;
        (_inverseOfShift.M11, _inverseOfShift.M12, _inverseOfShift.M22) = Inverse(matrix.M11, matrix.M12, matrix.M22);
        _inverseOfShift.M21 = _inverseOfShift.M12;

        // Noise has slopes too, and they hold nothing.
        var (xx, xy, yy) = Inverse(_inverse.M11, _inverse.M12, _inverse.M22);
        var (middle, away) = ((xx + yy) / 2, MathF.Sqrt((Square((xx - yy) / 2)) + (xy * xy)));
        _hold = Math.Max(middle - away - (float)(_settings.NoiseSlopeShare * noise * _weightSum), _prior.X);

        static (float Xx, float Xy, float Yy) Inverse(float xx, float xy, float yy)
        {
            var determinant = (xx * yy) - (xy * xy);
            return (yy / determinant, -xy / determinant, xx / determinant);
        }

        static float Square(double value) => (float)(value * value);
    }
}
