using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>What the oracle made of one frame.</summary>
/// <param name="Error">Its place less the true one.</param>
/// <param name="BoundPixels">Cramér–Rao: least standard deviation of any unbiased estimate of one coordinate, were the residuals white.</param>
internal readonly record struct OracleFit(ImagePoint Error, double BoundPixels);

/// <summary>
/// The best that could be done: least squares of the decoded frame's luma and chroma against the renderer's own model of that frame, which
/// knows colour, size, way through the exposure, lens, light and background, and leaves only x and y open. It starts at the true place, and
/// each plane's residuals are weighed by the inverse of their variance over the clip.
/// </summary>
internal sealed class Oracle
{
    private const double StepPixels = 0.25;
    private const int Rounds = 2;
    private const double RoundingVariance = 1.0 / 12;

    private readonly MarkerScript _script;
    private readonly MarkerRenderer _renderer;
    private readonly PixelPlanes _planes;

    private Oracle(MarkerScript script, Picture? behind)
    {
        _script = script;
        _renderer = new MarkerRenderer(script, behind);
        _planes = new PixelPlanes(_renderer.Draw(0), 0, script.Scene.Camera);
    }

    /// <param name="frames">Decoded, as I420.</param>
    public static OracleFit[] Fit(MarkerScript script, Picture? behind, IReadOnlyList<byte[]> frames)
    {
        var oracle = new Oracle(script, behind);
        Linear[] linear = [.. frames.Select((frame, i) => oracle.Linearise(i, frame))];
        double[] weights = [.. Enumerable.Range(0, 3).Select(plane => 1 / (RoundingVariance + linear.Average(l => l.Variance(plane))))];
        return [.. linear.Select((l, i) => oracle.Solve(i, frames[i], l, weights))];
    }

    private Linear Linearise(int frame, byte[] decoded)
    {
        var box = Around(frame);
        var model = Model(frame, default, box);
        var (left, right) = (Model(frame, new ImagePoint(-StepPixels, 0), box), Model(frame, new ImagePoint(StepPixels, 0), box));
        var (up, down) = (Model(frame, new ImagePoint(0, -StepPixels), box), Model(frame, new ImagePoint(0, StepPixels), box));
        float[] Slope(float[] before, float[] after) => [.. before.Zip(after, (b, a) => (a - b) / (float)(2 * StepPixels))];
        return new Linear(box, Residuals(decoded, model, box), Slope(left, right), Slope(up, down));
    }

    private OracleFit Solve(int frame, byte[] decoded, Linear linear, double[] weights)
    {
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < linear.SlopeX.Length; i++)
        {
            var weight = weights[linear.Plane(i)];
            xx += weight * linear.SlopeX[i] * linear.SlopeX[i];
            xy += weight * linear.SlopeX[i] * linear.SlopeY[i];
            yy += weight * linear.SlopeY[i] * linear.SlopeY[i];
        }

        var determinant = (xx * yy) - (xy * xy);
        var (place, residuals) = (default(ImagePoint), linear.Residuals);
        for (var round = 0; ; round++)
        {
            var (x, y) = (0.0, 0.0);
            for (var i = 0; i < residuals.Length; i++)
            {
                var weight = weights[linear.Plane(i)];
                x += weight * linear.SlopeX[i] * residuals[i];
                y += weight * linear.SlopeY[i] * residuals[i];
            }

            place += new ImagePoint(((yy * x) - (xy * y)) / determinant, ((xx * y) - (xy * x)) / determinant);
            if (round == Rounds)
            {
                return new OracleFit(place, Math.Sqrt((xx + yy) / (2 * determinant)));
            }

            residuals = Residuals(decoded, Model(frame, place, linear.Box), linear.Box);
        }
    }

    // All of the marker, its smear and what the lens spreads; chroma needs even corners.
    private PixelBox Around(int frame)
    {
        var scene = _script.Scene;
        var wide = scene.Marker switch { StickerColour.Bright => 2.6, StickerColour.Aruco => 2, _ => 1.1 };
        var reach = (wide * scene.DiameterPixels / 2) + 3 + (3 * scene.LensBlurPixels);
        var places = _script.Exposure(frame);
        var box = PixelBox.Around([
            new(places.Min(p => p.X) - reach, places.Min(p => p.Y) - reach), new(places.Max(p => p.X) + reach, places.Max(p => p.Y) + reach)]);
        box = box.Intersect(new PixelBox(0, 0, scene.Camera.WidthPixels, scene.Camera.HeightPixels));
        return new PixelBox(box.Left & ~1, box.Top & ~1, (box.Right + 1) & ~1, (box.Bottom + 1) & ~1);
    }

    private float[] Model(int frame, ImagePoint shift, PixelBox box)
    {
        _planes.Update(_renderer.Draw(frame, shift, box), box);
        var values = new float[box.Width * box.Height * 3 / 2];
        var at = 0;
        foreach (var (plane, part, width) in Planes(box))
        {
            var levels = plane switch { 0 => _planes.Luma, 1 => _planes.Blue, _ => _planes.Red };
            for (var y = part.Top; y < part.Bottom; y++)
            {
                for (var x = part.Left; x < part.Right; x++)
                {
                    values[at++] = levels[(y * width) + x] / (float)PixelPlanes.One;
                }
            }
        }

        return values;
    }

    private float[] Residuals(byte[] decoded, float[] model, PixelBox box)
    {
        var residuals = new float[model.Length];
        var (at, start) = (0, 0);
        foreach (var (_, part, width) in Planes(box))
        {
            for (var y = part.Top; y < part.Bottom; y++)
            {
                for (var x = part.Left; x < part.Right; x++, at++)
                {
                    residuals[at] = decoded[start + (y * width) + x] - model[at];
                }
            }

            start += width * (width == _planes.Width ? _planes.Height : _planes.Height / 2);
        }

        return residuals;
    }

    private IEnumerable<(int Plane, PixelBox Part, int Width)> Planes(PixelBox box)
    {
        var half = new PixelBox(box.Left / 2, box.Top / 2, box.Right / 2, box.Bottom / 2);
        return [(0, box, _planes.Width), (1, half, _planes.Width / 2), (2, half, _planes.Width / 2)];
    }

    /// <summary>A frame's box around the true place: residuals there, and how the model changes with x and y. Luma first, then the two chroma planes.</summary>
    private sealed record Linear(PixelBox Box, float[] Residuals, float[] SlopeX, float[] SlopeY)
    {
        private int LumaCount => Box.Width * Box.Height;

        public int Plane(int i) => i < LumaCount ? 0 : i < LumaCount * 5 / 4 ? 1 : 2;

        public double Variance(int plane)
        {
            var (start, end) = plane switch { 0 => (0, LumaCount), 1 => (LumaCount, LumaCount * 5 / 4), _ => (LumaCount * 5 / 4, Residuals.Length) };
            return Residuals.AsSpan(start, end - start).ToArray().Average(r => r * r);
        }
    }
}
