namespace Clonus.Vision.Tracking;

/// <summary>
/// Where the linker looks for quadrant targets. Those that were asked for are looked for as any marker; without options only a clip's first
/// second is searched, and only for several alike: foliage and furniture have many crossings, and each costs more than a sticker.
/// </summary>
internal sealed class TargetSearch(IReadOnlyList<LookSpec> wanted, TrackingSettings settings)
{
    private readonly bool _isAsked = wanted.Any(spec => spec is QuadrantSpec);

    /// <summary>A known target where it is expected, or else where it was.</summary>
    public CentreMeasure? Near(PixelView picture, StickerTrack track) =>
        track.Look.Pattern is not { } known ? null
        : QuadrantScanner.Follow(picture, known, track.Predicted, settings.Sticker, settings.Pattern)
            ?? QuadrantScanner.Follow(picture, known, track.Last, settings.Sticker, settings.Pattern);

    /// <summary>All targets of a box in which a known one may be.</summary>
    public List<CentreMeasure> Around(PixelView picture, StickerTrack track, PixelBox box) =>
        QuadrantScanner.FindLike(picture, box, track.Look.DiameterPixels, settings.Sticker, settings.Pattern);

    /// <summary>Whether a missing track is worth a look farther out: where two legs cross, a target may seem to be for a frame or two.</summary>
    public bool IsWorthLooking(StickerTrack track) =>
        track.Look.Pattern is null || track.MissedFrames < settings.Link.MostMissedFrames || track.SeenCount >= settings.Link.MinTrackFrames;

    /// <summary>Whether more of a track's kind are looked for in the whole picture.</summary>
    public bool IsLookedForEverywhere(StickerTrack track) =>
        track.Look.Pattern is null || track.SeenCount >= settings.Link.MinTrackFrames;

    /// <summary>Whether a target that takes no missing one's place may begin a track: unasked ones do only in the first second.</summary>
    public bool MayBegin(StickerTrack like) => like.Look.Pattern is null || _isAsked;

    /// <summary>The targets of the whole picture.</summary>
    /// <param name="isEarly">It is the clip's first second.</param>
    public IReadOnlyList<Sticker> InWhole(PixelView picture, bool isEarly) =>
        _isAsked ? QuadrantScanner.Find(picture, settings.Sticker, settings.Pattern)
        : wanted.Count == 0 && isEarly
            ? Alike([.. QuadrantScanner.Find(picture, settings.Sticker, settings.Pattern).Where(t => t.Quality >= settings.Pattern.MinUnaskedQuality)])
            : [];

    /// <summary>The most that are about as large as one of them, if they are enough: a limb's targets come from one sheet.</summary>
    private Sticker[] Alike(Sticker[] targets)
    {
        var most = targets
            .Select(one => targets.Where(t => Math.Abs(Math.Log(t.Look.AreaPixels / one.Look.AreaPixels)) < Math.Log(settings.Link.MaxAreaRatio)).ToArray())
            .MaxBy(group => group.Length) ?? [];
        return most.Length >= settings.Pattern.MinUnasked ? most : [];
    }
}
