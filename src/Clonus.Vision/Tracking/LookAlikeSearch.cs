using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Looks through the picture for more of the stickers that are known: samples so far apart that none falls between them, and where one
/// has a sticker's colour and what lies around it has not, a closer look. A strip of the picture each frame, the next one after it.
/// </summary>
internal sealed class LookAlikeSearch(TrackingSettings settings)
{
    private const int RingPoints = 8;
    private int _nextStrip;

    /// <param name="known">Stickers whose like is looked for.</param>
    /// <param name="isUrgent">One of them is missing.</param>
    /// <param name="isFollowed">Whether a place is a sticker that is followed already.</param>
    /// <returns>What was found and which it is like.</returns>
    public List<(StickerTrack Like, Sighting Sighting)> Next(PixelView picture, IReadOnlyList<StickerTrack> known, bool isUrgent, Func<ImagePoint, bool> isFollowed)
    {
        var strips = isUrgent ? settings.Link.UrgentStrips : settings.Link.Strips;
        var (top, bottom) = (picture.Height * (_nextStrip % strips) / strips, picture.Height * ((_nextStrip % strips) + 1) / strips);
        _nextStrip = (_nextStrip + 1) % (settings.Link.UrgentStrips * settings.Link.Strips);
        var found = new List<(StickerTrack, Sighting)>();
        var looks = new List<StickerTrack>();
        var budget = settings.Link.CloserLooks;
        foreach (var track in known.OrderByDescending(t => t.Quality))
        {
            if (looks.Count < settings.Link.MostLooks && !looks.Any(other => IsLike(other.Look, track.Look)))
            {
                looks.Add(track);
                if (track.Look.Pattern is null)
                {
                    Search(picture, track, top, bottom, isFollowed, found, ref budget);
                }
                else if (isUrgent)
                {
                    SearchTargets(picture, track, top, bottom, isFollowed, found);
                }
            }
        }

        return found;
    }

    /// <summary>The strip and half a target beyond it, so that none lies on its edge.</summary>
    private void SearchTargets(PixelView picture, StickerTrack like, int top, int bottom, Func<ImagePoint, bool> isFollowed, List<(StickerTrack Like, Sighting Sighting)> found)
    {
        var margin = (int)Math.Ceiling(like.Look.DiameterPixels / 2);
        var (first, end) = (Math.Max(top - margin, 0), Math.Min(bottom + margin, picture.Height));
        var box = new PixelBox(0, first, picture.Width, end - first);
        foreach (var measure in QuadrantScanner.FindLike(picture, box, like.Look.DiameterPixels, settings.Sticker, settings.Pattern))
        {
            var sighting = Sighting.OfTarget(measure, settings.Pattern);
            if (!isFollowed(measure.Centre) && LinkPlan.Likeness(like, sighting, settings.Link) >= settings.Link.MinLikenessOfNew)
            {
                found.Add((like, sighting));
            }
        }
    }

    private bool IsLike(StickerLook a, StickerLook b) =>
        a.Kind == b.Kind && a.Core.DistanceTo(b.Core, a.LumaWeight) < 0.5 * settings.Link.MaxColourChange * Math.Min(a.Contrast, b.Contrast)
        && Math.Abs(Math.Log(a.AreaPixels / b.AreaPixels)) < 0.5 * Math.Log(settings.Link.MaxAreaRatio);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Search(PixelView picture, StickerTrack like, int top, int bottom, Func<ImagePoint, bool> isFollowed, List<(StickerTrack Like, Sighting Sighting)> found, ref int budget)
    {
        var look = like.Look;
        // The narrowest way across a sticker holds two samples.
        var step = Math.Max(1, (int)(0.8 * like.UsualRim.Min()));
        var rim = look.SquaredRim;
        for (var y = top - (top % step) + (step / 2); y < bottom && budget > 0; y += step)
        {
            var row = picture.Row(Math.Min(y, picture.Height - 1));
            for (var x = step / 2; x < picture.Width && budget > 0; x += step)
            {
                var pixel = row.Slice(3 * x, 3);
                if (look.SquaredDistance(Colour.FromBgr(pixel[0], pixel[1], pixel[2])) < rim && StandsOut(picture, x, y, look)
                    && !isFollowed(new ImagePoint(x, y)) && !found.Any(f => f.Sighting.Centre.DistanceTo(new ImagePoint(x, y)) < look.DiameterPixels))
                {
                    budget--;
                    if (LookCloser(picture, x, y, like) is { } sighting)
                    {
                        found.Add((like, sighting));
                    }
                }
            }
        }
    }

    /// <summary>Nothing a diameter and more away has its colour, except on one side, where another one may lie.</summary>
    private static bool StandsOut(PixelView picture, int x, int y, StickerLook look)
    {
        var (radius, alike) = (1.25 * look.DiameterPixels, 0);
        for (var i = 0; i < RingPoints; i++)
        {
            var direction = StickerRim.Directions[i * StickerRim.Rays / RingPoints];
            var (ringX, ringY) = ((int)Math.Round(x + (radius * direction.X)), (int)Math.Round(y + (radius * direction.Y)));
            var isInside = ringX >= 0 && ringY >= 0 && ringX < picture.Width && ringY < picture.Height;
            alike += isInside && look.SquaredDistance(picture[ringX, ringY]) < look.SquaredRim ? 1 : 0;
        }

        return alike <= 1;
    }

    private Sighting? LookCloser(PixelView picture, int x, int y, StickerTrack like)
    {
        var place = new ImagePoint(x, y);
        var box = PixelBox.Around(picture, place, place, like.Look.DiameterPixels + settings.Sticker.RimPixels + 1);
        return BlobSearch.Grow(picture, box, like.Look, x, y) is { } patch
            && Sighting.Of(picture, patch, false, like.Look, like.UsualRim, settings) is { View: StickerView.Whole } sighting
            && LinkPlan.Likeness(like, sighting, settings.Link) >= settings.Link.MinLikenessOfNew ? sighting : null;
    }
}
