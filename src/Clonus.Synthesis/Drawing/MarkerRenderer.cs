using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>
/// Draws the frames of a marker's clip, whole or only a part: the mean of the light over the exposure, fallen off across the picture and
/// blurred by the lens. The marker alone may be drawn elsewhere than it is, which tells how a frame would look then.
/// </summary>
public sealed class MarkerRenderer
{
    private static readonly Vector3 Cloth = Light.Colour(0x5A6B86);
    private static readonly Vector3 Wall = Light.Colour(0xC9C8C0);

    // Half widths in diameters of the marker: a limb of which the marker covers two thirds, and one that fills the picture.
    private const double LimbHalfWidth = 0.75;
    private const double LeastLimbHalfPixels = 6;
    private const double SlantDegrees = 12;

    // The grain of skin and cloth is finer than a marker, whatever its size, but not finer than two pixels.
    private const double GrainDiameters = 0.3;
    private const double LeastGrainPixels = 2;

    private readonly MarkerScript _script;
    private readonly Picture _behind;
    private readonly Picture _instant;
    private readonly Picture _light;
    private readonly Picture _frame;
    private readonly LensBlur _lens;
    private readonly Painter _painter = new();
    private readonly LimbProfile _carrier;

    /// <param name="behind">A picture in linear light that is seen instead of the scene's backdrop; of the scene's size.</param>
    public MarkerRenderer(MarkerScript script, Picture? behind = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        var (width, height) = (script.Scene.Camera.WidthPixels, script.Scene.Camera.HeightPixels);
        _script = script;
        (_instant, _light, _frame) = (new Picture(width, height), new Picture(width, height), new Picture(width, height));
        _lens = new LensBlur(script.Scene.LensBlurPixels);
        var half = script.Scene.Backdrop == Backdrop.Limb ? Math.Max(LimbHalfWidth * script.Scene.DiameterPixels, LeastLimbHalfPixels) : CarrierLength;
        _carrier = LimbProfile.Bar(CarrierLength, half, half);
        _behind = behind ?? PaintWall();
        IsPictured = behind is not null;
    }

    /// <summary>A picture was given to be seen behind the marker.</summary>
    private bool IsPictured { get; }

    private double CarrierLength => 2.0 * (_frame.Width + _frame.Height);

    public Picture Draw(int frame) => Draw(frame, default, _frame.Box);

    /// <summary>The frame with the marker moved, inside a box only; valid until the next call.</summary>
    public Picture Draw(int frame, ImagePoint markerShift, PixelBox box)
    {
        box = box.Intersect(_frame.Box);
        var reach = _lens.ReachPixels;
        var wide = new PixelBox(box.Left - reach, box.Top - reach, box.Right + reach, box.Bottom + reach).Intersect(_frame.Box);
        var places = _script.Exposure(frame);
        for (var i = 0; i < places.Length; i++)
        {
            _behind.CopyTo(_instant, wide);
            foreach (var shape in Shapes(places[i], markerShift))
            {
                _painter.Fill(_instant, wide, shape);
            }

            Add(wide, i == 0, 1f / places.Length);
        }

        FallOff(wide);
        _lens.Apply(_light, _frame, box);
        return _frame;
    }

    private Picture PaintWall()
    {
        var wall = new Picture(_instant.Width, _instant.Height);
        ImagePoint[] all = [new(-1, -1), new(wall.Width, -1), new(wall.Width, wall.Height), new(-1, wall.Height)];
        _painter.Fill(wall, wall.Box, new Shape(all, new SurfaceShade(Wall, 0, 0, 0.012, 40)));
        return wall;
    }

    private IEnumerable<Shape> Shapes(ImagePoint place, ImagePoint markerShift)
    {
        var scene = _script.Scene;
        var marker = MarkerPainting.Shapes(
            scene.Marker, scene.Tag, MarkerPlace.Round(place + markerShift, scene.DiameterPixels, scene.AxisRatio, scene.RollDegrees));
        return IsPictured || scene.Backdrop == Backdrop.Wall ? marker : marker.Prepend(CarrierAt(place));
    }

    // What carries the marker is a bar that runs through the whole picture, a little aslant.
    private Shape CarrierAt(ImagePoint place)
    {
        var scene = _script.Scene;
        var (sin, cos) = Math.SinCos(SlantDegrees * Math.PI / 180);
        var along = new ImagePoint(cos, sin);
        var frame = new LimbFrame(place - (along * (CarrierLength / 2)), along, new ImagePoint(sin, -cos));
        var grain = (float)Math.Max(GrainDiameters * scene.DiameterPixels, LeastGrainPixels);
        var (tint, contrast) = scene.Backdrop == Backdrop.Cloth ? (Cloth, 0.10f) : (Light.Skin(scene.Skin), 0.035f);
        return _carrier.Shape(frame, new LimbShade(tint, _carrier, frame, contrast, grain));
    }

    private void Add(PixelBox box, bool first, float weight)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var sum = _light.Row(y, box.Left, box.Right);
            var instant = _instant.Row(y, box.Left, box.Right);
            for (var x = 0; x < sum.Length; x++)
            {
                sum[x] = (first ? Vector3.Zero : sum[x]) + (instant[x] * weight);
            }
        }
    }

    private void FallOff(PixelBox box)
    {
        var fall = _script.Scene.LightFall;
        if (fall == 0)
        {
            return;
        }

        for (var y = box.Top; y < box.Bottom; y++)
        {
            var row = _light.Row(y, box.Left, box.Right);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] *= (float)(1 - (fall * (((double)(box.Left + x) / _light.Width) + ((double)y / _light.Height)) / 2));
            }
        }
    }
}
