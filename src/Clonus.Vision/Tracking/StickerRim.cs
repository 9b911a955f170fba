using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// How far a sticker's rim lies from a point inside it, in evenly spread directions: where its colour has gone halfway over into what lies
/// just beyond. It tells a sticker that is seen whole from one that is partly covered or cut by the picture's border.
/// </summary>
internal static class StickerRim
{
    public const int Rays = 24;

    /// <summary>Unit vectors of the rays; opposite ones lie half of them apart.</summary>
    public static readonly ImagePoint[] Directions =
        [.. Enumerable.Range(0, Rays).Select(i => new ImagePoint(Math.Cos(2 * Math.PI * i / Rays), Math.Sin(2 * Math.PI * i / Rays)))];

    /// <summary>Writes the radii in pixels; not a number where the rim is outside of the picture or nothing tells it from its surroundings.</summary>
    /// <param name="usual">Radii that it has when it is seen whole.</param>
    public static void Measure(PixelView picture, ImagePoint centre, StickerLook look, ReadOnlySpan<float> usual, RimSettings settings, Span<float> radii)
    {
        for (var i = 0; i < Rays; i++)
        {
            radii[i] = Radius(picture, centre, Directions[i], look, usual[i], settings);
        }

        Smooth(radii);
    }

    // Neighbouring rays end in the same pixels, and in the same blocks of halved chroma: their mean is steadier than each.
    private static void Smooth(Span<float> radii)
    {
        Span<float> raw = stackalloc float[Rays];
        radii.CopyTo(raw);
        for (var i = 0; i < Rays; i++)
        {
            var (before, after) = (raw[(i + Rays - 1) % Rays], raw[(i + 1) % Rays]);
            radii[i] = (raw[i] + (float.IsNaN(before) ? raw[i] : before) + (float.IsNaN(after) ? raw[i] : after)) / 3;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Radius(PixelView picture, ImagePoint centre, ImagePoint direction, StickerLook look, float usual, RimSettings settings)
    {
        var step = (float)Math.Max(settings.StepPixels, usual / settings.StepsAcross);
        var (near, far) = (settings.FromRatio * usual, usual + Math.Max(settings.BeyondPixels + 1, settings.ToRatio * usual));
        var half = 0.25f * look.Contrast * look.Contrast;
        for (var r = near; r <= far; r += step)
        {
            if (At(picture, centre, direction, r) is not { } colour)
            {
                return float.NaN;
            }

            if (look.SquaredDistance(colour) >= half)
            {
                return Crossing(picture, centre, direction, look, r, near, far, step, settings);
            }
        }

        return float.NaN;
    }

    /// <summary>Between the sticker's colour and what lies beyond, halfway. A smear fades slowly: beyond is where the colour changes no more.</summary>
    private static float Crossing(
        PixelView picture, ImagePoint centre, ImagePoint direction, StickerLook look, double found, double near, double far, float step, RimSettings settings)
    {
        var (end, square, span) = (found, 0f, default(Colour));
        for (var r = found + settings.BeyondPixels; r <= Math.Max(far, found + settings.BeyondPixels); r += settings.BeyondPixels)
        {
            if (At(picture, centre, direction, r) is not { } beyond)
            {
                break;
            }

            var distance = look.SquaredDistance(beyond);
            if (distance < settings.StillFading * square)
            {
                break;
            }

            (end, square, span) = (r, distance, beyond - look.Core);
        }

        if (square < 0.25f * look.Contrast * look.Contrast)
        {
            return float.NaN;
        }

        var before = 0f;
        for (var r = Math.Max(found - settings.BeyondPixels, near); r <= end; r += step)
        {
            var part = At(picture, centre, direction, r)!.Value - look.Core;
            var share = ((look.LumaWeight * part.Luma * span.Luma) + (part.Cb * span.Cb) + (part.Cr * span.Cr)) / square;
            if (share >= 0.5f)
            {
                return (float)(r - (share > before && before < 0.5f ? step * (share - 0.5f) / (share - before) : 0));
            }

            before = share;
        }

        return float.NaN;
    }

    /// <summary>The colour between four pixels; null outside of the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Colour? At(PixelView picture, ImagePoint centre, ImagePoint direction, double radius)
    {
        var (x, y) = (centre.X + (radius * direction.X), centre.Y + (radius * direction.Y));
        if (x < 0 || y < 0 || x > picture.Width - 1 || y > picture.Height - 1)
        {
            return null;
        }

        var (x0, y0) = (Math.Min((int)x, picture.Width - 2), Math.Min((int)y, picture.Height - 2));
        var (fx, fy) = ((float)(x - x0), (float)(y - y0));
        var upper = picture.Row(y0).Slice(3 * x0, 6);
        var lower = picture.Row(y0 + 1).Slice(3 * x0, 6);
        var above = Mix(Of(upper, 0), Of(upper, 3), fx);
        return Mix(above, Mix(Of(lower, 0), Of(lower, 3), fx), fy);
    }

    private static Colour Of(ReadOnlySpan<byte> bgr, int at) => Colour.FromBgr(bgr[at], bgr[at + 1], bgr[at + 2]);

    private static Colour Mix(Colour a, Colour b, float share) => a + ((b - a) * share);
}
