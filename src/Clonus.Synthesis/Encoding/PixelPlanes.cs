using System.Numerics;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>
/// The stored picture as a video codec takes it: luma and half-resolution chroma, limited range, before it is rounded to 8 bits
/// (<see cref="One"/> units a level). BT.709 from 720 rows on and BT.601 below, as players assume.
/// </summary>
internal sealed class PixelPlanes
{
    /// <summary>Units of one 8-bit level.</summary>
    public const int One = 1 << OneBits;

    public const int OneBits = 6;

    private const int LightSteps = 1 << 14;

    private readonly float[] _coded;
    private readonly Vector3 _light;
    private readonly Turn _turn;
    private readonly (float Red, float Blue) _weights;

    /// <param name="camera">Its brightness and colour of light multiply what was drawn, as a longer exposure does; what is too bright is clipped.</param>
    public PixelPlanes(Picture upright, int rotationDegrees, StretchCamera camera)
    {
        _light = LightOf(camera.Light) * (float)camera.Brightness;
        _turn = Turn.Of(upright, rotationDegrees);
        (Width, Height) = (_turn.Width, _turn.Height);
        IsHighDefinition = Math.Min(Width, Height) >= 720;
        _weights = IsHighDefinition ? (0.2126f, 0.0722f) : (0.299f, 0.114f);
        _coded = [.. Enumerable.Range(0, LightSteps + 1).Select(i => Coded((double)i / LightSteps))];
        Luma = new short[Width * Height];
        Blue = new short[Width * Height / 4];
        Red = new short[Width * Height / 4];
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsHighDefinition { get; }

    public short[] Luma { get; }

    public short[] Blue { get; }

    public short[] Red { get; }

    /// <summary>Takes over a part of the upright picture.</summary>
    public void Update(Picture upright, PixelBox changed)
    {
        var box = _turn.ToStored(changed);
        box = new PixelBox(box.Left & ~1, box.Top & ~1, (box.Right + 1) & ~1, (box.Bottom + 1) & ~1);
        Span<Vector3> above = new Vector3[box.Width];
        Span<Vector3> below = new Vector3[box.Width];
        for (var y = box.Top; y < box.Bottom; y += 2)
        {
            ReadRow(upright, box, y, above);
            ReadRow(upright, box, y + 1, below);
            WriteLuma(above, box.Left, y);
            WriteLuma(below, box.Left, y + 1);
            WriteChroma(above, below, box, y);
        }
    }

    private void ReadRow(Picture upright, PixelBox box, int y, Span<Vector3> row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var light = upright.Pixels[_turn.Index(box.Left + x, y)] * _light;
            row[x] = new Vector3(Lookup(light.X), Lookup(light.Y), Lookup(light.Z));
        }
    }

    private void WriteLuma(ReadOnlySpan<Vector3> coded, int left, int y)
    {
        var weights = new Vector3(_weights.Red, 1 - _weights.Red - _weights.Blue, _weights.Blue);
        var row = Luma.AsSpan((y * Width) + left, coded.Length);
        for (var x = 0; x < row.Length; x++)
        {
            row[x] = (short)(((16 + (219 * Vector3.Dot(coded[x], weights))) * One) + 0.5f);
        }
    }

    // A chroma sample is the mean of its four pixels and lies in their middle: there the common decoders look for it, whatever a file says,
    // and the file says so too. On the left column, the usual place, every sticker's colour would be shown half a pixel off its brightness.
    private void WriteChroma(ReadOnlySpan<Vector3> above, ReadOnlySpan<Vector3> below, PixelBox box, int y)
    {
        var weights = new Vector3(_weights.Red, 1 - _weights.Red - _weights.Blue, _weights.Blue);
        for (var x = 0; x < above.Length; x += 2)
        {
            var colour = (above[x] + above[x + 1] + below[x] + below[x + 1]) / 4;
            var luma = Vector3.Dot(colour, weights);
            var i = (y / 2 * (Width / 2)) + ((box.Left + x) / 2);
            Blue[i] = (short)(((128 + (112 * (colour.Z - luma) / (1 - _weights.Blue))) * One) + 0.5f);
            Red[i] = (short)(((128 + (112 * (colour.X - luma) / (1 - _weights.Red))) * One) + 0.5f);
        }
    }

    // About a third, in ratios, of what a lamp of 3000 K and a sky of 8500 K are against daylight: an automatic white balance takes away the rest.
    private static Vector3 LightOf(LightColour colour) => colour switch
    {
        LightColour.Warm => new Vector3(1.22f, 1, 0.64f),
        LightColour.Cold => new Vector3(0.88f, 1, 1.22f),
        _ => Vector3.One,
    };

    private float Lookup(float light) => _coded[(int)((Math.Clamp(light, 0, 1) * LightSteps) + 0.5f)];

    private static float Coded(double light) =>
        (float)(light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055);

    /// <summary>Where a pixel of the stored picture is in the upright one: Start + x·StepX + y·StepY.</summary>
    private readonly record struct Turn(int Width, int Height, int Start, int StepX, int StepY, int Degrees)
    {
        public static Turn Of(Picture upright, int degrees)
        {
            var (w, h) = (upright.Width, upright.Height);
            return degrees switch
            {
                0 => new Turn(w, h, 0, 1, w, 0),

                // Shown after a clockwise quarter turn: the stored left column is the upright top row.
                90 => new Turn(h, w, w - 1, w, -1, 90),
                180 => new Turn(w, h, (w * h) - 1, -1, -w, 180),
                _ => new Turn(h, w, w * (h - 1), -w, 1, 270),
            };
        }

        public int Index(int x, int y) => Start + (x * StepX) + (y * StepY);

        public PixelBox ToStored(PixelBox box) => Degrees switch
        {
            0 => box,
            90 => new PixelBox(box.Top, Height - box.Right, box.Bottom, Height - box.Left),
            180 => new PixelBox(Width - box.Right, Height - box.Bottom, Width - box.Left, Height - box.Top),
            _ => new PixelBox(Width - box.Bottom, box.Left, Width - box.Top, box.Right),
        };
    }
}
