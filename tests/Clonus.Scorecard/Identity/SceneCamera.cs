using System.Numerics;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;

namespace Clonus.Scorecard.Identity;

/// <summary>Takes the pictures of a scene: exposure, optics, halved chroma, noise. BGR with 8 bits a channel, row after row.</summary>
internal sealed class SceneCamera
{
    private const int LightSteps = 1 << 12;
    private const int NoiseSamples = 1 << 16;
    private static readonly byte[] Coded = [.. Enumerable.Range(0, LightSteps + 1).Select(i => CodedLevel((double)i / LightSteps))];

    private readonly LimbScene _scene;
    private readonly Painter _painter = new();
    private readonly Picture _room;
    private readonly Picture _instant;
    private readonly Vector3[] _exposure;
    private readonly float[] _noise;
    private readonly Random _random;

    public SceneCamera(LimbScene scene)
    {
        _scene = scene;
        _random = new Random(scene.Seed);
        _room = PaintRoom();
        _instant = new Picture(scene.Width, scene.Height);
        _exposure = new Vector3[scene.Width * scene.Height];
        _noise = [.. Enumerable.Range(0, NoiseSamples).Select(_ => (float)(scene.NoiseSigma * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble())))];
    }

    public byte[] Take(int frame)
    {
        Array.Clear(_exposure);
        foreach (var instant in _scene.InstantsOf(frame))
        {
            _room.CopyTo(_instant, _room.Box);
            foreach (var layer in _scene.At(instant))
            {
                _painter.Fill(_instant, _instant.Box, new Shape(layer.Outline(), Surface(layer)));
            }

            for (var i = 0; i < _exposure.Length; i++)
            {
                _exposure[i] += _instant.Pixels[i];
            }
        }

        return Develop((float)(_scene.Light(_scene.TimeSeconds(frame)) / LimbScene.Instants));
    }

    private static SurfaceShade Surface(Layer layer) => new(layer.Tint, 0, 0, layer is Spot ? 0.01 : 0.05, 5);

    private Picture PaintRoom()
    {
        var picture = new Picture(_scene.Width, _scene.Height);
        Fill(0, 0, _scene.Width, _scene.Height, 0.45, 0.06, 23);
        for (var i = 0; i < 9; i++)
        {
            var (x, y) = (_random.NextDouble() * _scene.Width, _random.NextDouble() * _scene.Height);
            Fill(x, y, x + 40 + (160 * _random.NextDouble()), y + 30 + (140 * _random.NextDouble()), 0.15 + (0.6 * _random.NextDouble()), 0.08, 4);
        }

        return picture;

        void Fill(double left, double top, double right, double bottom, double grey, double grain, double grainPixels)
        {
            // Greyish, each a little warmer or colder: walls and furniture.
            var tint = (float)grey * new Vector3(0.9f + (0.2f * _random.NextSingle()), 0.95f + (0.1f * _random.NextSingle()), 0.85f + (0.25f * _random.NextSingle()));
            ImagePoint[] outline = [new(left - 0.5, top - 0.5), new(right - 0.5, top - 0.5), new(right - 0.5, bottom - 0.5), new(left - 0.5, bottom - 0.5)];
            _painter.Fill(picture, picture.Box, new Shape(outline, new SurfaceShade(tint, 0, 0, grain, grainPixels)));
        }
    }

    private byte[] Develop(float gain)
    {
        var (width, height) = (_scene.Width, _scene.Height);
        var bytes = new byte[3 * width * height];
        Span<Vector3> block = stackalloc Vector3[4];
        for (var y = 0; y < height; y += 2)
        {
            for (var x = 0; x < width; x += 2)
            {
                var chroma = Vector3.Zero;
                for (var i = 0; i < 4; i++)
                {
                    block[i] = Code(Softened(x + (i & 1), y + (i >> 1)) * gain);
                    chroma += (block[i] - new Vector3(Luma(block[i]))) / 4;
                }

                for (var i = 0; i < 4; i++)
                {
                    var pixel = new Vector3(Luma(block[i]) + _noise[_random.Next(NoiseSamples)]) + chroma;
                    var at = 3 * (((y + (i >> 1)) * width) + x + (i & 1));
                    (bytes[at], bytes[at + 1], bytes[at + 2]) = (Level(pixel.Z), Level(pixel.Y), Level(pixel.X));
                }
            }
        }

        return bytes;
    }

    // A lens spreads a point over its neighbours.
    private Vector3 Softened(int x, int y)
    {
        var (above, below) = (Math.Max(y - 1, 0) * _scene.Width, Math.Min(y + 1, _scene.Height - 1) * _scene.Width);
        return (Row(above) + (2 * Row(y * _scene.Width)) + Row(below)) / 16;

        Vector3 Row(int start) => _exposure[start + Math.Max(x - 1, 0)] + (2 * _exposure[start + x]) + _exposure[start + Math.Min(x + 1, _scene.Width - 1)];
    }

    private static Vector3 Code(Vector3 light) => new(CodeOne(light.X), CodeOne(light.Y), CodeOne(light.Z));

    private static float CodeOne(float light) => Coded[(int)((Math.Clamp(light, 0, 1) * LightSteps) + 0.5f)];

    private static float Luma(Vector3 rgb) => (0.299f * rgb.X) + (0.587f * rgb.Y) + (0.114f * rgb.Z);

    private static byte Level(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);

    private static byte CodedLevel(double light) =>
        (byte)Math.Round(255 * (light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055));
}
