using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Drawing;

/// <summary>A limb's axes in the picture.</summary>
/// <param name="Origin">Where the limb's origin is seen.</param>
/// <param name="Along">What one millimetre along the limb's axis is in the picture.</param>
/// <param name="Up">What one millimetre across it is.</param>
public sealed record LimbFrame(ImagePoint Origin, ImagePoint Along, ImagePoint Up)
{
    private readonly double _area = (Along.X * Up.Y) - (Along.Y * Up.X);

    /// <summary>What one pixel to the right is in the limb's axes.</summary>
    public (double Along, double Up) StepToLimb => (Up.Y / _area, -Along.Y / _area);

    /// <summary>The limb's upward axis in the picture, of length 1.</summary>
    public (float X, float Y) UpInPicture => ((float)(Up.X / Up.Length), (float)(Up.Y / Up.Length));

    public ImagePoint ToPicture(double along, double up) => Origin + (Along * along) + (Up * up);

    public (double Along, double Up) ToLimb(ImagePoint point)
    {
        var d = point - Origin;
        return (((d.X * Up.Y) - (d.Y * Up.X)) / _area, ((Along.X * d.Y) - (Along.Y * d.X)) / _area);
    }
}

/// <summary>A limb seen from the side: how far it reaches above and below its axis at each place along it, in millimetres.</summary>
public sealed class LimbProfile
{
    private const float StepMillimetres = 1;
    private const int OutlineStep = 3;

    private readonly float _start;
    private readonly (int First, int Last) _body;
    private readonly float[] _upper;
    private readonly float[] _lower;

    /// <param name="body">Where the limb is a limb: its ends beyond are shaded as if it went on, so that they blend with the next limb.</param>
    /// <param name="knots">Along, upper, lower; smooth in between.</param>
    public LimbProfile((double Start, double End) body, params (double Along, double Upper, double Lower)[] knots)
    {
        _start = (float)knots[0].Along;
        var count = (int)((knots[^1].Along - knots[0].Along) / StepMillimetres) + 1;
        _body = ((int)((body.Start - _start) / StepMillimetres), (int)((body.End - _start) / StepMillimetres));
        (_upper, _lower) = (new float[count], new float[count]);
        var knot = 0;
        for (var i = 0; i < count; i++)
        {
            var along = _start + (i * StepMillimetres);
            while (knot < knots.Length - 2 && knots[knot + 1].Along <= along)
            {
                knot++;
            }

            _upper[i] = (float)Smooth(knots, knot, along, k => k.Upper);
            _lower[i] = (float)Smooth(knots, knot, along, k => k.Lower);
        }
    }

    /// <summary>A bar with round ends, from 0 to its length.</summary>
    public static LimbProfile Bar(double length, double startRadius, double endRadius)
    {
        var knots = new List<(double, double, double)>();
        for (var angle = 0; angle <= 90; angle += 15)
        {
            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            knots.Add((-startRadius * cos, startRadius * sin, -startRadius * sin));
        }

        for (var angle = 90; angle >= 0; angle -= 15)
        {
            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            knots.Add((length + (endRadius * cos), endRadius * sin, -endRadius * sin));
        }

        return new LimbProfile((0, length), [.. knots]);
    }

    /// <summary>From -1 at the lower edge to 1 at the upper.</summary>
    public float Across(float along, float up)
    {
        var i = Math.Clamp((int)((along - _start) / StepMillimetres), _body.First, _body.Last);
        var (middle, half) = ((_upper[i] + _lower[i]) / 2, Math.Max((_upper[i] - _lower[i]) / 2, 1));
        return (up - middle) / half;
    }

    public Shape Shape(LimbFrame frame, Shade shade)
    {
        var outline = new List<ImagePoint>();
        for (var i = 0; i < _upper.Length; i += OutlineStep)
        {
            outline.Add(frame.ToPicture(_start + (i * StepMillimetres), _upper[i]));
        }

        for (var i = _upper.Length - 1; i >= 0; i -= OutlineStep)
        {
            outline.Add(frame.ToPicture(_start + (i * StepMillimetres), _lower[i]));
        }

        return new Shape([.. outline], shade);
    }

    // Cubic between the knots, with the slope of the neighbours' chord at each knot.
    private static double Smooth((double Along, double Upper, double Lower)[] knots, int i, double along, Func<(double Along, double Upper, double Lower), double> value)
    {
        var (a, b) = (knots[i], knots[i + 1]);
        var width = b.Along - a.Along;
        var t = (along - a.Along) / width;
        var (slopeA, slopeB) = (Slope(knots, i, value) * width, Slope(knots, i + 1, value) * width);
        var (t2, t3) = (t * t, t * t * t);
        return (((2 * t3) - (3 * t2) + 1) * value(a)) + ((t3 - (2 * t2) + t) * slopeA) + (((3 * t2) - (2 * t3)) * value(b)) + ((t3 - t2) * slopeB);
    }

    private static double Slope((double Along, double Upper, double Lower)[] knots, int i, Func<(double Along, double Upper, double Lower), double> value)
    {
        var (before, after) = (knots[Math.Max(i - 1, 0)], knots[Math.Min(i + 1, knots.Length - 1)]);
        return (value(after) - value(before)) / (after.Along - before.Along);
    }
}
