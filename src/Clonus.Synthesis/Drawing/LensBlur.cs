using System.Numerics;

namespace Clonus.Synthesis.Drawing;

/// <summary>What a lens does to a picture in linear light: each point becomes a Gaussian.</summary>
internal sealed class LensBlur
{
    // A Gaussian holds all but a ten-thousandth of its light within four standard deviations.
    private const double ReachSigmas = 4;

    private readonly float[] _weights;
    private Vector3[] _rows = [];

    /// <param name="sigmaPixels">Standard deviation; 0 leaves the picture as it is.</param>
    public LensBlur(double sigmaPixels)
    {
        var reach = (int)Math.Ceiling(ReachSigmas * sigmaPixels);
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => sigmaPixels > 0 ? Math.Exp(-0.5 * i * i / (sigmaPixels * sigmaPixels)) : 1)];
        _weights = [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }

    /// <summary>How many pixels around a box its blurred picture depends on.</summary>
    public int ReachPixels => _weights.Length / 2;

    /// <summary>Blurs a box of the picture; what lies outside of the picture is taken to be as its border.</summary>
    public void Apply(Picture source, Picture target, PixelBox box)
    {
        var (top, bottom) = (box.Top - ReachPixels, box.Bottom + ReachPixels);
        if (_rows.Length < box.Width * (bottom - top))
        {
            _rows = new Vector3[box.Width * (bottom - top)];
        }

        for (var y = top; y < bottom; y++)
        {
            var row = source.Row(Math.Clamp(y, 0, source.Height - 1), 0, source.Width);
            for (var x = box.Left; x < box.Right; x++)
            {
                var sum = Vector3.Zero;
                for (var k = 0; k < _weights.Length; k++)
                {
                    sum += row[Math.Clamp(x + k - ReachPixels, 0, row.Length - 1)] * _weights[k];
                }

                _rows[((y - top) * box.Width) + x - box.Left] = sum;
            }
        }

        for (var y = box.Top; y < box.Bottom; y++)
        {
            var row = target.Row(y, box.Left, box.Right);
            for (var x = 0; x < row.Length; x++)
            {
                var sum = Vector3.Zero;
                for (var k = 0; k < _weights.Length; k++)
                {
                    sum += _rows[((y - box.Top + k) * box.Width) + x] * _weights[k];
                }

                row[x] = sum;
            }
        }
    }
}
