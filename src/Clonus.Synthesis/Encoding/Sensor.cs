using System.Numerics;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>From clean planes to the 8-bit frame: the light's flicker and the exposure's steps, noise that is new in every frame, and rounding.</summary>
internal sealed class Sensor
{
    private const int TableSize = 1 << 19;
    private const double NoiseLimit = 4;

    // Colour noise is weaker than that of brightness: a chroma sample is the mean of several pixels.
    private const double ChromaShare = 0.5;

    // sRGB is close to this power: a factor on the light is its root on the coded level.
    private const double CodingPower = 1 / 2.2;

    private readonly StretchCamera _camera;
    private readonly SeededRandom _random;
    private readonly short[] _lumaNoise;
    private readonly short[] _chromaNoise;
    private readonly byte[] _frame;

    public Sensor(StretchCamera camera, int frameBytes, long seed)
    {
        _camera = camera;
        _random = new SeededRandom(seed, "noise");
        _lumaNoise = Table(camera.NoiseSigma);
        _chromaNoise = Table(camera.NoiseSigma * ChromaShare);
        _frame = new byte[frameBytes];
    }

    /// <summary>The frame as I420: luma, blue and red difference. Owned by the sensor and valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(PixelPlanes planes, double timeSeconds)
    {
        var gain = (float)Math.Pow(LightAt(timeSeconds), CodingPower);
        var (half, luma) = (planes.Width / 2, planes.Luma.Length);
        ReadPlane(planes.Luma, planes.Width, _lumaNoise, gain, 16, _frame.AsSpan(0, luma));
        ReadPlane(planes.Blue, half, _chromaNoise, gain, 128, _frame.AsSpan(luma, luma / 4));
        ReadPlane(planes.Red, half, _chromaNoise, gain, 128, _frame.AsSpan(luma + (luma / 4), luma / 4));
        return _frame;
    }

    // The mean over the exposure: a shutter of a whole period sees no flicker.
    private double LightAt(double timeSeconds)
    {
        var exposure = _camera.ExposureSteps.LastOrDefault(step => step.StartSeconds <= timeSeconds)?.Factor ?? 1;
        if (_camera.Flicker is not { } flicker)
        {
            return exposure;
        }

        var half = Math.PI * flicker.FrequencyHz * _camera.ShutterSeconds;
        var share = half == 0 ? 1 : Math.Sin(half) / half;
        return exposure * (1 + (flicker.Percent / 100 * share * Math.Sin(2 * Math.PI * flicker.FrequencyHz * timeSeconds)));
    }

    private void ReadPlane(ReadOnlySpan<short> plane, int width, short[] noise, float gain, int zero, Span<byte> bytes)
    {
        Span<short> scaled = gain == 1 ? [] : new short[width];
        for (var start = 0; start < plane.Length; start += width)
        {
            var row = plane.Slice(start, width);
            if (gain != 1)
            {
                for (var x = 0; x < width; x++)
                {
                    scaled[x] = (short)(((row[x] - (zero * PixelPlanes.One)) * gain) + (zero * PixelPlanes.One));
                }

                row = scaled;
            }

            // A table row from a random place each time: no two frames share their noise.
            var offset = (int)(_random.NextBits() % (ulong)(noise.Length - width + 1));
            Round(row, noise.AsSpan(offset, width), bytes.Slice(start, width));
        }
    }

    private static void Round(ReadOnlySpan<short> row, ReadOnlySpan<short> noise, Span<byte> bytes)
    {
        var (lanes, x) = (Vector<short>.Count, 0);
        for (; x <= row.Length - (2 * lanes); x += 2 * lanes)
        {
            var low = Levels(new Vector<short>(row[x..]) + new Vector<short>(noise[x..]));
            var high = Levels(new Vector<short>(row[(x + lanes)..]) + new Vector<short>(noise[(x + lanes)..]));
            Vector.Narrow(Vector.AsVectorUInt16(low), Vector.AsVectorUInt16(high)).CopyTo(bytes[x..]);
        }

        for (; x < row.Length; x++)
        {
            bytes[x] = (byte)Math.Clamp((row[x] + noise[x] + (PixelPlanes.One / 2)) / PixelPlanes.One, 0, 255);
        }
    }

    private static Vector<short> Levels(Vector<short> units) => Vector.Min(
        Vector.ShiftRightArithmetic(Vector.Max(units + new Vector<short>(PixelPlanes.One / 2), Vector<short>.Zero), PixelPlanes.OneBits), new Vector<short>(255));

    private static short[] Table(double sigma)
    {
        if (sigma == 0)
        {
            return new short[TableSize];
        }

        var random = new SeededRandom(11, "sensor");
        var table = new short[TableSize];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (short)Math.Round(random.NextNormalWithin(NoiseLimit) * sigma * PixelPlanes.One);
        }

        return table;
    }
}
