using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// What fast movement and hard compression leave of a sticker: a patch of its colour whose form fits neither a disc nor a smear, but whose
/// middle lies where the sticker's does to a small part of its size. Anybody sees it there. A sticker that hardly moves and has lost its
/// form is covered instead, and stays unseen; so does what may be another one that is missing.
/// </summary>
internal static class SwiftSearch
{
    /// <summary>Looks for these tracks' stickers wherever they can be in this frame.</summary>
    /// <param name="missing">Tracks that nothing else was found for.</param>
    /// <returns>Whether anything was added.</returns>
    public static bool AddTo(FrameFinds finds, PixelView picture, IReadOnlyList<StickerTrack> missing, TrackingSettings settings)
    {
        var (found, patches) = (false, new List<(Blob Blob, bool Cut)>());
        foreach (var track in missing.Where(t => t.Look is { Kind: MarkerKind.Colour, Pattern: null } look && look.DiameterPixels >= settings.Swift.MinDiameterPixels))
        {
            var look = track.Look.WithRim(settings.Link.SmearedRim);
            BlobSearch.FindAll(picture, track.Around(picture, track.ReachPixels, settings.Sticker.RimPixels), look, 1, patches);
            foreach (var (patch, cut) in patches)
            {
                if (!cut && IsSticker(patch, track, settings.Swift) && !finds.Overlaps(patch.Centre, look.DiameterPixels)
                    && !missing.Any(other => other != track && LinkPlan.AreAlike(track, other, settings.Link) && other.Reaches(patch.Centre))
                    && IsAllThere(picture, patch, look, settings))
                {
                    finds.Add(Sighting.OfSwift(patch, track.Look, settings.Swift), track);
                    found = true;
                }
            }
        }

        return found;
    }

    private static bool IsSticker(Blob patch, StickerTrack track, SwiftSettings settings)
    {
        var (longAxis, shortAxis, _, _) = patch.Axes();
        var motion = Math.Max(patch.Centre.DistanceTo(track.Last) / (track.MissedFrames + 1), track.Velocity?.Length ?? 0);
        return motion >= settings.LeastMotionDiameters * track.Look.DiameterPixels
            && patch.AreaPixels >= settings.LeastPatch * track.Look.AreaPixels && patch.AreaPixels <= settings.MostArea * track.Look.AreaPixels
            && shortAxis >= settings.MinAxisRatio * longAxis
            && patch.AreaPixels >= settings.MinFill * Math.PI * longAxis * shortAxis;
    }

    /// <summary>Motion makes it pale and spreads it, and takes nothing away; a cover does.</summary>
    private static bool IsAllThere(PixelView picture, Blob patch, StickerLook look, TrackingSettings settings) =>
        StickerCentre.Measure(picture, patch, look, settings.Sticker.For(look.Kind)) is { } measure
        && measure.AreaPixels >= settings.Swift.LeastArea * look.AreaPixels && measure.AreaPixels <= settings.Swift.MostArea * look.AreaPixels;
}
