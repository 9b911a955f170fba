using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Follows every sticker of the picture from frame to frame: each is searched for near where it is expected, farther out when it is not
/// there, and all finds are shared out at once so that the whole is least surprising. A sticker that is not seen gets no sample.
/// </summary>
internal sealed class MarkerLinker(IReadOnlyList<ColourSpec> wanted, TrackingSettings settings)
{
    private readonly List<StickerTrack> _live = [];
    private readonly List<StickerTrack> _ended = [];
    private readonly List<(Blob Blob, bool Cut)> _patches = [];
    private readonly List<Find> _finds = [];
    private readonly SceneLight _light = new();
    private int _frame;
    private double? _firstSeconds;
    private double _nextScanSeconds = double.NegativeInfinity;
    private int _quietScans;

    /// <summary>All tracks so far, those that were lost included, in the order in which they were first seen.</summary>
    public IReadOnlyList<StickerTrack> Tracks =>
        [.. _ended.Concat(_live).Where(IsLongEnough).OrderBy(t => t.FirstFrame).ThenBy(t => t.Last.Y).ThenBy(t => t.Last.X)];

    /// <summary>Takes the next frame of the video.</summary>
    public void Advance(PixelView picture, double timeSeconds)
    {
        Follow(picture, timeSeconds);
        if (timeSeconds >= _nextScanSeconds)
        {
            Scan(picture, timeSeconds);
        }

        _frame++;
    }

    private void Follow(PixelView picture, double timeSeconds)
    {
        _finds.Clear();
        var change = _light.Change(picture);
        foreach (var track in _live)
        {
            track.Relight(change);
            Search(picture, track, track.Look, track.UsualReachPixels);
        }

        var choice = Choose();
        if (choice.Contains(-1))
        {
            SearchFarther(picture, choice);
            choice = Choose();
        }

        for (var i = 0; i < _live.Count; i++)
        {
            if (choice[i] >= 0 && _finds[choice[i]] is var find && Confidence(_live[i], find.Measure) is { } confidence)
            {
                _live[i].See(timeSeconds, find.Measure, confidence);
            }
            else
            {
                _live[i].Miss();
            }
        }

        Forget(timeSeconds);
    }

    private void Forget(double timeSeconds)
    {
        var worth = _live.Count > 0 ? Worth() : 0;
        for (var i = _live.Count - 1; i >= 0; i--)
        {
            var track = _live[i];
            var isMarker = track.Quality >= worth;
            if (isMarker && track.MissedFrames > 0)
            {
                _nextScanSeconds = Math.Min(_nextScanSeconds, timeSeconds + settings.Link.RescanSeconds);
            }

            if (timeSeconds - track.LastSeenSeconds > (isMarker ? settings.Link.MemorySeconds : Math.Min(settings.Link.MemorySeconds, track.SeenSeconds)))
            {
                _ended.Add(track);
                _live.RemoveAt(i);
            }
        }
    }

    /// <summary>For the tracks that found nothing: as far as a sticker can jump, and as pale as a smear can be.</summary>
    private void SearchFarther(PixelView picture, int[] choice)
    {
        var taken = choice.Where(j => j >= 0).Select(j => _finds[j]).ToArray();
        _finds.Clear();
        _finds.AddRange(taken);
        var worth = Worth();
        for (var i = 0; i < _live.Count; i++)
        {
            if (choice[i] < 0 && _live[i].Quality >= worth)
            {
                Search(picture, _live[i], _live[i].Look.WithRim(settings.Link.SmearedRim), _live[i].ReachPixels);
            }
        }
    }

    /// <summary>Adds what looks like the track's sticker around the places where it may be.</summary>
    private void Search(PixelView picture, StickerTrack track, StickerLook look, double reach)
    {
        var box = Around(picture, track.Last, track.Predicted, reach + (0.5 * look.DiameterPixels) + settings.Sticker.RimPixels);
        var step = Math.Max(1, (int)(look.DiameterPixels / settings.Link.SearchSamplesAcross));
        BlobSearch.FindAll(picture, box, look, step, _patches);
        var (least, most) = (0.5 * settings.Link.MinAreaRatio * look.AreaPixels, 2 * settings.Link.MaxAreaRatio * look.AreaPixels);
        foreach (var (patch, cut) in _patches)
        {
            if (!cut && patch.AreaPixels >= least && patch.AreaPixels <= most && !IsKnown(patch)
                && StickerCentre.Measure(picture, patch, look.Core, settings.Sticker) is { } measure)
            {
                _finds.Add(new Find(patch.Centre, measure));
            }
        }
    }

    private static PixelBox Around(PixelView picture, ImagePoint a, ImagePoint b, double margin)
    {
        var x0 = (int)Math.Clamp(Math.Floor(Math.Min(a.X, b.X) - margin), 0, picture.Width - 1);
        var y0 = (int)Math.Clamp(Math.Floor(Math.Min(a.Y, b.Y) - margin), 0, picture.Height - 1);
        var x1 = (int)Math.Clamp(Math.Ceiling(Math.Max(a.X, b.X) + margin), 0, picture.Width - 1);
        var y1 = (int)Math.Clamp(Math.Ceiling(Math.Max(a.Y, b.Y) + margin), 0, picture.Height - 1);
        return new PixelBox(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    private bool IsKnown(Blob blob) =>
        _finds.Any(find => find.Rough.DistanceTo(blob.Centre) < 0.25 * Math.Sqrt(blob.AreaPixels));

    private int[] Choose()
    {
        var costs = new double[_live.Count, _finds.Count];
        for (var i = 0; i < _live.Count; i++)
        {
            for (var j = 0; j < _finds.Count; j++)
            {
                costs[i, j] = Cost(_live[i], _finds[j].Measure);
            }
        }

        return Assignment.Solve(costs, settings.Link.CostOfNone);
    }

    private double Cost(StickerTrack track, CentreMeasure find)
    {
        var away = Math.Min(find.Centre.DistanceTo(track.Last), find.Centre.DistanceTo(track.Predicted));
        if (away > track.ReachPixels || Confidence(track, find) is not { } confidence)
        {
            return double.PositiveInfinity;
        }

        return track.Surprise(find.Centre) - Math.Log(confidence);
    }

    /// <summary>How well a find agrees with what is known of the track's sticker, 0 to 1; null when it is another thing, or half covered.</summary>
    private double? Confidence(StickerTrack track, CentreMeasure find)
    {
        var area = find.AreaPixels / track.Look.AreaPixels;
        var change = find.Core.DistanceTo(track.Look.Core, track.Look.LumaWeight) / track.Look.Contrast;
        if (area < settings.Link.MinAreaRatio || area > settings.Link.MaxAreaRatio || change > settings.Link.MaxColourChange
            || find.SideContrast < 0.5 * settings.Sticker.MinRequestedContrast)
        {
            return null;
        }

        var size = Math.Max(1 - (Math.Abs(Math.Log(area)) / -Math.Log(settings.Link.MinAreaRatio)), 0);
        return size * (1 - (0.5 * change / settings.Link.MaxColourChange)) * (0.5 + (0.5 * settings.Sticker.GoodContrast.At(find.SideContrast)));
    }

    private void Scan(PixelView picture, double timeSeconds)
    {
        var news = false;
        foreach (var sticker in StickerScanner.Find(picture, wanted, settings.Sticker))
        {
            var known = _live.FirstOrDefault(t => t.MissedFrames == 0 && t.Last.DistanceTo(sticker.Centre) < 0.5 * t.Look.DiameterPixels);
            if (known is not null)
            {
                known.Confirm(sticker.Quality);
            }
            else if (_live.Count < settings.Link.MaxTracks || GiveWayTo(sticker))
            {
                _live.Add(new StickerTrack(_frame, timeSeconds, sticker, settings.Link));
                news |= sticker.Quality >= Worth();
            }
        }

        _quietScans = !news && _live.All(t => t.MissedFrames == 0 || t.Quality < Worth()) ? _quietScans + 1 : 0;
        _firstSeconds ??= timeSeconds;
        _nextScanSeconds = timeSeconds
            + (timeSeconds - _firstSeconds < settings.Link.EarlySeconds ? settings.Link.EarlyRescanSeconds
                : _quietScans < settings.Link.QuietAfterScans ? settings.Link.RescanSeconds
                : settings.Link.QuietRescanSeconds);
    }

    // Effort is for what may be a marker: a fingertip among stickers is left to be found again by the next search of the whole picture.
    private double Worth() => settings.Link.MinQualityShare * _live.Max(t => t.Quality);

    // In a room full of spots the worst one makes room for a clearly better one.
    private bool GiveWayTo(Sticker sticker)
    {
        var worst = _live.MinBy(t => t.Quality)!;
        if (worst.Quality > settings.Link.GiveWayRatio * sticker.Quality)
        {
            return false;
        }

        _live.Remove(worst);
        _ended.Add(worst);
        return true;
    }

    private bool IsLongEnough(StickerTrack track) => track.SeenCount >= settings.Link.MinTrackFrames;

    private readonly record struct Find(ImagePoint Rough, CentreMeasure Measure);
}
