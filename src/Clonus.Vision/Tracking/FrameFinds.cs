using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>What was seen in one frame that looks like a sticker that is followed, each thing once.</summary>
internal sealed class FrameFinds(LinkSettings settings)
{
    private readonly List<(Sighting Sighting, StickerTrack Like)> _finds = [];

    public IReadOnlyList<Sighting> Sightings => [.. _finds.Select(find => find.Sighting)];

    public Sighting this[int index] => _finds[index].Sighting;

    /// <summary>Each with the track for whose sticker's look it was searched.</summary>
    public IEnumerable<(Sighting Sighting, StickerTrack Like)> All => _finds;

    public void Clear() => _finds.Clear();

    /// <summary>Whether a patch was measured already.</summary>
    public bool Has(Blob patch) => HasNear(patch.Centre, Math.Sqrt(patch.AreaPixels));

    /// <summary>Whether something that was found lies so near that both cannot be stickers.</summary>
    public bool Overlaps(ImagePoint place, double diameter) => _finds.Any(find => find.Sighting.Centre.DistanceTo(place) < settings.ApartDiameters * diameter);

    /// <summary>Two looks see one sticker at slightly different places: the surer one counts.</summary>
    public void Add(Sighting sighting, StickerTrack like)
    {
        var same = _finds.FindIndex(find => find.Sighting.Centre.DistanceTo(sighting.Centre) < settings.OneStickerDiameters * like.Look.DiameterPixels);
        if (same < 0)
        {
            _finds.Add((sighting, like));
        }
        else if (sighting.SigmaPixels < _finds[same].Sighting.SigmaPixels)
        {
            _finds[same] = (sighting, like);
        }
    }

    public void AddTarget(CentreMeasure target, StickerTrack like, PatternSettings pattern)
    {
        if (!HasNear(target.Centre, like.Look.DiameterPixels))
        {
            _finds.Add((Sighting.OfTarget(target, pattern), like));
        }
    }

    private bool HasNear(ImagePoint place, double diameter) =>
        _finds.Any(find => find.Sighting.Rough.DistanceTo(place) < settings.OneStickerDiameters * diameter);
}
