using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>A picture drawn by arithmetic: what is where is known to a thousandth of a pixel.</summary>
internal sealed class DrawnPicture
{
    private readonly float[] _levels;

    public DrawnPicture(int width, int height, Func<double, double, (float Blue, float Green, float Red)> background)
    {
        (Width, Height) = (width, height);
        _levels = new float[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (blue, green, red) = background(x, y);
                var at = 3 * ((y * width) + x);
                (_levels[at], _levels[at + 1], _levels[at + 2]) = (blue, green, red);
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    public static (float Blue, float Green, float Red) Skin => (120, 150, 200);

    public static (float Blue, float Green, float Red) Green => (70, 170, 40);

    public static (float Blue, float Green, float Red) Blue => (190, 80, 30);

    public static DrawnPicture Plain(int width, int height, (float Blue, float Green, float Red) colour) => new(width, height, (_, _) => colour);

    /// <summary>An ellipse of one colour, its rim antialiased; moved along (smearX, smearY) pixels about its centre while the shutter is open.</summary>
    public DrawnPicture Disc(
        double centreX, double centreY, double radius, (float Blue, float Green, float Red) colour, double smearX = 0, double smearY = 0, double flat = 1)
    {
        var instants = smearX == 0 && smearY == 0 ? 1 : 16;
        return Disc(
            [.. Enumerable.Range(0, instants).Select(i => ((i + 0.5) / instants) - 0.5).Select(part => (centreX + (part * smearX), centreY + (part * smearY)))],
            radius, colour, flat);
    }

    /// <summary>The same as a camera sees it, which adds up light and then stores its 2.2th root.</summary>
    public DrawnPicture Exposure((double X, double Y)[] places, double radius, (float Blue, float Green, float Red) colour)
    {
        const double Gamma = 2.2;
        Convert(Gamma);
        Disc(places, radius, (Level(colour.Blue, Gamma), Level(colour.Green, Gamma), Level(colour.Red, Gamma)));
        Convert(1 / Gamma);
        return this;

        void Convert(double power)
        {
            for (var i = 0; i < _levels.Length; i++)
            {
                _levels[i] = Level(_levels[i], power);
            }
        }

        static float Level(float level, double power) => (float)(255 * Math.Pow(level / 255, power));
    }

    /// <summary>The same at each of these places for an equal part of the exposure.</summary>
    public DrawnPicture Disc((double X, double Y)[] places, double radius, (float Blue, float Green, float Red) colour, double flat = 1)
    {
        const int Fine = 8;
        var reach = radius + 2;
        for (var y = Math.Max((int)(places.Min(p => p.Y) - reach), 0); y <= Math.Min(places.Max(p => p.Y) + reach, Height - 1); y++)
        {
            for (var x = Math.Max((int)(places.Min(p => p.X) - reach), 0); x <= Math.Min(places.Max(p => p.X) + reach, Width - 1); x++)
            {
                var inside = 0;
                foreach (var (placeX, placeY) in places)
                {
                    for (var i = 0; i < Fine * Fine; i++)
                    {
                        var dx = x + (((i % Fine) + 0.5) / Fine) - 0.5 - placeX;
                        var dy = (y + (((i / Fine) + 0.5) / Fine) - 0.5 - placeY) / flat;
                        inside += (dx * dx) + (dy * dy) < radius * radius ? 1 : 0;
                    }
                }

                var share = (float)inside / (places.Length * Fine * Fine);
                var at = 3 * ((y * Width) + x);
                _levels[at] += share * (colour.Blue - _levels[at]);
                _levels[at + 1] += share * (colour.Green - _levels[at + 1]);
                _levels[at + 2] += share * (colour.Red - _levels[at + 2]);
            }
        }

        return this;
    }

    /// <summary>Light that is stronger or weaker from place to place.</summary>
    public DrawnPicture Light(Func<double, double, double> gain)
    {
        for (var i = 0; i < _levels.Length; i++)
        {
            _levels[i] *= (float)gain(i / 3 % Width, i / 3 / Width);
        }

        return this;
    }

    /// <summary>A printed pattern: a function of its own coordinates that is 0 where it is black, 1 where it is white, and null beyond it.</summary>
    public DrawnPicture Pattern(PlanePose pose, double reach, Func<double, double, double?> pattern, float black = 25, float white = 225, double smearX = 0, double smearY = 0)
    {
        const int Fine = 6;
        var instants = smearX == 0 && smearY == 0 ? 1 : 12;
        var half = (reach * (pose.U.Length + pose.V.Length)) + Math.Abs(smearX) + Math.Abs(smearY) + 2;
        for (var y = Math.Max((int)(pose.Centre.Y - half), 0); y <= Math.Min(pose.Centre.Y + half, Height - 1); y++)
        {
            for (var x = Math.Max((int)(pose.Centre.X - half), 0); x <= Math.Min(pose.Centre.X + half, Width - 1); x++)
            {
                var (inside, sum) = (0, 0.0);
                for (var i = 0; i < instants * Fine * Fine; i++)
                {
                    var part = ((i / (Fine * Fine)) + 0.5) / instants - 0.5;
                    var (u, v, _, _, _) = pose.FromPicture(
                        x + (((i % Fine) + 0.5) / Fine) - 0.5 - (part * smearX), y + (((i / Fine % Fine) + 0.5) / Fine) - 0.5 - (part * smearY));
                    if (pattern(u, v) is { } level)
                    {
                        inside++;
                        sum += level;
                    }
                }

                var (share, light) = ((float)inside / (instants * Fine * Fine), black + ((white - black) * (float)(sum / Math.Max(inside, 1))));
                var at = 3 * ((y * Width) + x);
                for (var channel = 0; channel < 3; channel++)
                {
                    _levels[at + channel] += share * (light - _levels[at + channel]);
                }
            }
        }

        return this;
    }

    /// <summary>A quadrant target: a white disc with two black quarters, or a square of four.</summary>
    public DrawnPicture Quadrant(
        double x, double y, double radius, double turnDegrees = 0, double flat = 1, bool square = false, double smearX = 0, double smearY = 0, float black = 25, float white = 225)
    {
        var (sin, cos) = Math.SinCos(turnDegrees * Math.PI / 180);
        var pose = new PlanePose(new(x, y), new(radius * cos, radius * sin), new(-radius * flat * sin, radius * flat * cos), 0, 0);
        return Pattern(pose, 1, (u, v) =>
            (square ? Math.Max(Math.Abs(u), Math.Abs(v)) > 1 : (u * u) + (v * v) > 1) ? null : u * v > 0 ? 0.0 : 1.0, black, white, smearX, smearY);
    }

    /// <summary>Light of one colour that falls off as a bell about its centre, added to what is there: gloss, bloom, a shadow when negative.</summary>
    public DrawnPicture Glow(double centreX, double centreY, double spread, (float Blue, float Green, float Red) light, double flat = 1)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - centreX, (y - centreY) / flat);
                var share = (float)Math.Exp(-0.5 * ((dx * dx) + (dy * dy)) / (spread * spread));
                var at = 3 * ((y * Width) + x);
                _levels[at] += share * light.Blue;
                _levels[at + 1] += share * light.Green;
                _levels[at + 2] += share * light.Red;
            }
        }

        return this;
    }

    /// <summary>What a sensor does with too much light.</summary>
    public DrawnPicture Clip()
    {
        for (var i = 0; i < _levels.Length; i++)
        {
            _levels[i] = Math.Clamp(_levels[i], 0, 255);
        }

        return this;
    }

    public DrawnPicture Brightness(double gain)
    {
        for (var i = 0; i < _levels.Length; i++)
        {
            _levels[i] *= (float)gain;
        }

        return this;
    }

    /// <summary>Optics: each level becomes the mean of its 3×3 neighbourhood.</summary>
    public DrawnPicture Soften()
    {
        var copy = (float[])_levels.Clone();
        for (var y = 1; y < Height - 1; y++)
        {
            for (var i = 3 * ((y * Width) + 1); i < 3 * (((y + 1) * Width) - 1); i++)
            {
                var sum = 0f;
                for (var dy = -1; dy <= 1; dy++)
                {
                    var row = i + (3 * dy * Width);
                    sum += copy[row - 3] + copy[row] + copy[row + 3];
                }

                _levels[i] = sum / 9;
            }
        }

        return this;
    }

    public DrawnPicture Noise(double sigma, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < _levels.Length; i++)
        {
            _levels[i] += (float)(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return this;
    }

    /// <summary>What 4:2:0 video does: one chroma value for four pixels, 8 bits, video decoders repeating it.</summary>
    public DrawnPicture HalveChroma()
    {
        for (var y = 0; y + 1 < Height; y += 2)
        {
            for (var x = 0; x + 1 < Width; x += 2)
            {
                int[] cells = [3 * ((y * Width) + x), 3 * ((y * Width) + x + 1), 3 * (((y + 1) * Width) + x), 3 * (((y + 1) * Width) + x + 1)];
                float blue = 0, red = 0;
                foreach (var at in cells)
                {
                    blue += (_levels[at] - Luma(at)) / 4;
                    red += (_levels[at + 2] - Luma(at)) / 4;
                }

                foreach (var at in cells)
                {
                    var luma = MathF.Round(Luma(at));
                    (_levels[at], _levels[at + 2]) = (luma + MathF.Round(blue), luma + MathF.Round(red));
                    _levels[at + 1] = (luma - (0.114f * _levels[at]) - (0.299f * _levels[at + 2])) / 0.587f;
                }
            }
        }

        return this;
    }

    public byte[] ToBytes() => Array.ConvertAll(_levels, level => (byte)Math.Clamp(MathF.Round(level), 0, 255));

    public PixelView View() => new(ToBytes(), 3 * Width, Width, Height);

    private float Luma(int at) => (0.114f * _levels[at]) + (0.587f * _levels[at + 1]) + (0.299f * _levels[at + 2]);
}
