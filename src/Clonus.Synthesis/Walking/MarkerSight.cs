using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>Where each sticker of a walk is seen, and where something hides it.</summary>
internal static class MarkerSight
{
    private const double HiddenShare = 0.5;

    public static ImmutableArray<MarkerTruth> Of(FilmedWalk script)
    {
        var figure = new WalkFigure(script);
        var seen = Enumerable.Range(0, script.Clock.FrameCount).Select(frame => Seen(script, figure, script.Exposure(frame))).ToArray();
        return [.. script.Stickers.Select((sticker, i) => new MarkerTruth(
            new MarkerName(sticker.Side, sticker.Landmark).ToString(), sticker.Sticker.Spec, [.. seen.Select(frame => frame[i])]))];
    }

    private static ImagePoint?[] Seen(FilmedWalk script, WalkFigure figure, ImmutableArray<double> instants)
    {
        var picture = new PixelBox(0, 0, script.Staging.WidthPixels, script.Staging.HeightPixels);
        var radius = script.Scene.Subject.StickerMillimetres / 2;
        var drawn = instants.Select(time =>
        {
            var (pose, camera) = (script.PoseAt(time), script.Camera.At(time));
            return (Pose: pose, Lens: new WalkLens(script.Staging, camera), Parts: figure.At(pose, camera));
        }).ToArray();
        return [.. script.Stickers.Select(sticker =>
        {
            var (sum, placed, hidden) = (default(ImagePoint), 0, 0.0);
            foreach (var (pose, lens, parts) in drawn)
            {
                var at = Array.FindLastIndex(parts, part => part.Sticker == sticker);
                if (pose is not null && script.Place(sticker, pose) is { } place)
                {
                    var disc = lens.Disc(place, radius);
                    (sum, placed) = (sum + disc.Centre, placed + 1);
                    hidden += at < 0 ? 1 : MarkerCover.HiddenShare(disc, [.. parts[(at + 1)..].Select(part => part.Shape)], picture);
                }
                else
                {
                    hidden++;
                }
            }

            return hidden / drawn.Length > HiddenShare ? (ImagePoint?)null : sum * (1.0 / placed);
        })];
    }
}
