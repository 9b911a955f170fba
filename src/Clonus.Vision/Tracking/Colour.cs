using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clonus.Vision.Tracking;

/// <summary>Hue in degrees [0, 360), saturation and value in percent.</summary>
internal readonly record struct Hsv(double HueDegrees, double SaturationPercent, double ValuePercent);

/// <summary>A box in HSV: hue in degrees and it may wrap through 360, saturation and value in percent; bounds belong to it.</summary>
public readonly record struct HsvRange(
    double HueLow, double HueHigh, double SaturationLow, double SaturationHigh, double ValueLow, double ValueHigh)
{
    internal bool Contains(Hsv hsv) =>
        (HueLow <= HueHigh
            ? hsv.HueDegrees >= HueLow && hsv.HueDegrees <= HueHigh
            : hsv.HueDegrees >= HueLow || hsv.HueDegrees <= HueHigh)
        && hsv.SaturationPercent >= SaturationLow && hsv.SaturationPercent <= SaturationHigh
        && hsv.ValuePercent >= ValueLow && hsv.ValuePercent <= ValueHigh;
}

/// <summary>A colour as video stores it: luma and two colour differences, each in 8-bit steps, so that a distance is in grey levels.</summary>
internal readonly record struct Colour(float Luma, float Cb, float Cr)
{
    // ITU-R BT.601 luma weights; the differences are scaled to the span of luma.
    private const float BlueWeight = 0.114f, GreenWeight = 0.587f, RedWeight = 0.299f;
    private const float CbScale = 0.5f / (1 - BlueWeight), CrScale = 0.5f / (1 - RedWeight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Colour FromBgr(float blue, float green, float red)
    {
        var luma = LumaOf(blue, green, red);
        return new Colour(luma, CbScale * (blue - luma), CrScale * (red - luma));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LumaOf(float blue, float green, float red) => (BlueWeight * blue) + (GreenWeight * green) + (RedWeight * red);

    public static Colour operator +(Colour a, Colour b) => new(a.Luma + b.Luma, a.Cb + b.Cb, a.Cr + b.Cr);

    public static Colour operator -(Colour a, Colour b) => new(a.Luma - b.Luma, a.Cb - b.Cb, a.Cr - b.Cr);

    public static Colour operator *(Colour a, float factor) => new(a.Luma * factor, a.Cb * factor, a.Cr * factor);

    public float Chroma => MathF.Sqrt((Cb * Cb) + (Cr * Cr));

    public float Dot(Colour other) => (Luma * other.Luma) + (Cb * other.Cb) + (Cr * other.Cr);

    /// <summary>Squared distance in which a luma step counts <paramref name="lumaWeight"/> times a chroma step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SquaredDistanceTo(Colour other, float lumaWeight)
    {
        var (luma, cb, cr) = (Luma - other.Luma, Cb - other.Cb, Cr - other.Cr);
        return (lumaWeight * luma * luma) + (cb * cb) + (cr * cr);
    }

    public float DistanceTo(Colour other, float lumaWeight) => MathF.Sqrt(SquaredDistanceTo(other, lumaWeight));

    /// <summary>As far as a screen can show it.</summary>
    public (double Blue, double Green, double Red) ToBgr()
    {
        double blue = Math.Clamp(Luma + (Cb / CbScale), 0, 255), red = Math.Clamp(Luma + (Cr / CrScale), 0, 255);
        return (blue, Math.Clamp((Luma - (BlueWeight * blue) - (RedWeight * red)) / GreenWeight, 0, 255), red);
    }

    public Hsv ToHsv()
    {
        var (blue, green, red) = ToBgr();
        var top = Math.Max(red, Math.Max(green, blue));
        var span = top - Math.Min(red, Math.Min(green, blue));
        if (top == 0 || span == 0)
        {
            return new Hsv(0, 0, top / 2.55);
        }

        var hue = 60 * (top == red ? (green - blue) / span : top == green ? 2 + ((blue - red) / span) : 4 + ((red - green) / span));
        return new Hsv(hue < 0 ? hue + 360 : hue, 100 * span / top, top / 2.55);
    }
}

/// <summary>A colour that has a name of its own in a SPEC.</summary>
internal sealed record NamedColour(string Name, ImmutableArray<HsvRange> Ranges)
{
    // Neighbours overlap on purpose: an orange-red sticker answers to both names. Small stickers lose saturation to the halved
    // resolution of chroma, so the lower bounds are wide; that the colour stands out is checked against its surroundings, not here.
    private static readonly ImmutableArray<NamedColour> All =
    [
        Of("white", 0, 360, 0, 25, 60, 100),
        Of("pink", 315, 15, 18, 62, 55, 100),
        Of("red", 342, 17, 40, 100, 20, 100),
        Of("orange", 10, 45, 40, 100, 30, 100),
        Of("yellow", 40, 72, 35, 100, 30, 100),
        Of("green", 68, 172, 25, 100, 15, 100),
        Of("cyan", 165, 203, 25, 100, 20, 100),
        Of("blue", 195, 258, 25, 100, 15, 100),
        Of("purple", 250, 297, 20, 100, 15, 100),
        Of("magenta", 285, 345, 30, 100, 20, 100),
        Of("black", 0, 360, 0, 100, 0, 30),
    ];

    public static NamedColour? Find(string name) => All.FirstOrDefault(colour => colour.Name == name);

    /// <summary>The SPEC that finds this colour again: a name where one fits, else a box in HSV around it.</summary>
    public static string Describe(Colour colour)
    {
        var hsv = colour.ToHsv();
        return All.FirstOrDefault(named => named.Ranges.Any(range => range.Contains(hsv)))?.Name ?? Box(hsv);
    }

    private static string Box(Hsv hsv)
    {
        const int HueReach = 15, PercentReach = 25;
        var hue = (int)Math.Round(hsv.HueDegrees);
        var (saturation, value) = ((int)Math.Round(hsv.SaturationPercent), (int)Math.Round(hsv.ValuePercent));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"hsv:{(hue - HueReach + 360) % 360}-{(hue + HueReach) % 360},{Low(saturation)}-{High(saturation)},{Low(value)}-{High(value)}");

        static int Low(int percent) => Math.Max(percent - PercentReach, 0);
        static int High(int percent) => Math.Min(percent + PercentReach, 100);
    }

    private static NamedColour Of(string name, double h1, double h2, double s1, double s2, double v1, double v2) =>
        new(name, [new HsvRange(h1, h2, s1, s2, v1, v2)]);
}
