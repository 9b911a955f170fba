using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Drawing;

/// <summary>What fills an outline: a colour for each pixel of a row.</summary>
public abstract record Shade
{
    /// <summary>Writes the colours of the pixels (x, y), (x + 1, y), ...</summary>
    public abstract void Colour(int x, int y, Span<Vector3> colours);
}

/// <summary>One colour, brighter or darker towards the bottom, with a grain that stays where it is in the picture.</summary>
/// <param name="FallPerPixel">What is taken from the brightness with each row below <paramref name="TopPixels"/>, as a share.</param>
/// <param name="Grain">Contrast of the grain, as a share.</param>
public sealed record SurfaceShade(Vector3 Tint, double TopPixels, double FallPerPixel, double Grain, double GrainPixels) : Shade
{
    public override void Colour(int x, int y, Span<Vector3> colours)
    {
        var brightness = 1 - (FallPerPixel * (y - TopPixels));
        for (var i = 0; i < colours.Length; i++)
        {
            var grain = Grain * GrainTable.At((x + i) / GrainPixels, y / GrainPixels);
            colours[i] = Tint * (float)(brightness + grain);
        }
    }
}

/// <summary>One colour.</summary>
internal sealed record PlainShade(Vector3 Tint) : Shade
{
    public override void Colour(int x, int y, Span<Vector3> colours) => colours.Fill(Tint);
}

/// <summary>A round sticker: a little darker towards its rim, alike on all sides, so that its middle is the middle of its brightness too.</summary>
internal sealed record StickerShade(Vector3 Tint, MarkerPlace Place) : Shade
{
    private const double RimLoss = 0.22;

    public override void Colour(int x, int y, Span<Vector3> colours)
    {
        for (var i = 0; i < colours.Length; i++)
        {
            colours[i] = Tint * (float)(1 - (RimLoss * Math.Min(Place.SquaredRadius(x + i, y), 1)));
        }
    }
}

/// <summary>The glow around what is too bright for a camera, to be added to the light that is there: strongest in the middle, nothing at its reach.</summary>
/// <param name="Reach">In radii of the marker.</param>
internal sealed record HaloShade(Vector3 Tint, MarkerPlace Place, double Reach) : Shade
{
    public override void Colour(int x, int y, Span<Vector3> colours)
    {
        for (var i = 0; i < colours.Length; i++)
        {
            var rest = Math.Max(1 - (Place.SquaredRadius(x + i, y) / (Reach * Reach)), 0);
            colours[i] = Tint * (float)(rest * rest * rest * rest);
        }
    }
}

/// <summary>A limb: round across its axis, with a grain that moves with it.</summary>
/// <param name="Profile">Its shape in its own axes.</param>
/// <param name="Frame">Its axes in the picture.</param>
public sealed record LimbShade(Vector3 Tint, LimbProfile Profile, LimbFrame Frame, float Grain, float GrainMillimetres) : Shade
{
    // Shading stops short of the very edge, where a round limb would be black against the light.
    private const float EdgeLimit = 0.94f;

    public override void Colour(int x, int y, Span<Vector3> colours)
    {
        var (along, up) = Frame.ToLimb(new ImagePoint(x, y));
        var (alongStep, upStep) = Frame.StepToLimb;
        var (upX, upY) = Frame.UpInPicture;
        var (u, v, du, dv) = ((float)along, (float)up, (float)alongStep, (float)upStep);
        for (var i = 0; i < colours.Length; i++, u += du, v += dv)
        {
            var across = Math.Clamp(Profile.Across(u, v), -EdgeLimit, EdgeLimit);
            var light = Light.On(across * upX, across * upY, MathF.Sqrt(1 - (across * across)));
            colours[i] = Tint * (light * (1 + (Grain * GrainTable.At(u / GrainMillimetres, v / GrainMillimetres))));
        }
    }
}
