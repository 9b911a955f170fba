using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>A limb's axes in the picture: where its origin is, which way it runs, and how long a millimetre is.</summary>
public sealed class LimbFrame
{
    private readonly ImagePoint _origin;
    private readonly ImagePoint _along;
    private readonly ImagePoint _up;
    private readonly double _scaleSquared;

    /// <param name="direction">Unit vector of the limb's axis.</param>
    public LimbFrame(Place origin, Place direction, Staging staging, ImagePoint cameraShift)
    {
        _origin = staging.ToPicture(origin) + cameraShift;
        _along = staging.ToPicture(origin + direction) + cameraShift - _origin;
        _up = staging.ToPicture(origin + direction.Turned(-90)) + cameraShift - _origin;
        _scaleSquared = staging.PixelsPerMillimetre * staging.PixelsPerMillimetre;
    }

    /// <summary>What one pixel to the right is in the limb's axes.</summary>
    public (double Along, double Up) StepToLimb => (_along.X / _scaleSquared, _up.X / _scaleSquared);

    /// <summary>The limb's upward axis in the picture, of length 1.</summary>
    public (float X, float Y) UpInPicture => ((float)(_up.X / Math.Sqrt(_scaleSquared)), (float)(_up.Y / Math.Sqrt(_scaleSquared)));

    public ImagePoint ToPicture(double along, double up) => _origin + (_along * along) + (_up * up);

    public (double Along, double Up) ToLimb(ImagePoint point)
    {
        var d = point - _origin;
        return (((d.X * _along.X) + (d.Y * _along.Y)) / _scaleSquared, ((d.X * _up.X) + (d.Y * _up.Y)) / _scaleSquared);
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
        for (var i = 0; i < count; i++)
        {
            var along = _start + (i * StepMillimetres);
            _upper[i] = (float)Smooth(knots, along, k => k.Upper);
            _lower[i] = (float)Smooth(knots, along, k => k.Lower);
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
    private static double Smooth((double Along, double Upper, double Lower)[] knots, double along, Func<(double Along, double Upper, double Lower), double> value)
    {
        var i = Math.Clamp(Array.FindLastIndex(knots, k => k.Along <= along), 0, knots.Length - 2);
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
