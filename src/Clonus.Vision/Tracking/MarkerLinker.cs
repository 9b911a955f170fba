using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Follows every sticker of the picture from frame to frame: each is searched for near where it is expected, farther out when it is not
/// there, and all finds are shared out at once so that the whole is least surprising. A sticker that is not seen gets no sample. Where
/// one may be mistaken for another, or comes back after a while, its track ends and another one begins: <see cref="TrackJoiner"/>, which
/// sees the whole clip, tells which belong together.
/// </summary>
internal sealed class MarkerLinker(IReadOnlyList<LookSpec> wanted, TrackingSettings settings)
{
    private readonly List<StickerTrack> _live = [];
    private readonly List<StickerTrack> _ended = [];
    private readonly List<StickerTrack> _lost = [];
    private readonly List<(Blob Blob, bool Cut)> _patches = [];
    private readonly FrameFinds _finds = new(settings.Link);
    private readonly SceneLight _light = new();
    private readonly LookAlikeSearch _lookAlikes = new(settings);
    private readonly TargetSearch _targets = new(wanted, settings);
    private readonly ScanPace _pace = new(settings.Link);
    private int _frame;
    private int _budget;

    /// <summary>All tracks so far, those that were lost included, in the order in which they were first seen.</summary>
    public IReadOnlyList<StickerTrack> Tracks =>
        [.. _ended.Concat(_live).Where(t => t.SeenCount > 0).OrderBy(t => t.FirstFrame).ThenBy(t => t.Last.Y).ThenBy(t => t.Last.X)];

    /// <summary>Takes the next frame of the video.</summary>
    public void Advance(PixelView picture, double timeSeconds)
    {
        Follow(picture, timeSeconds);
        if (_pace.IsDue(timeSeconds))
        {
            Scan(picture, timeSeconds);
        }

        _frame++;
    }

    private void Follow(PixelView picture, double timeSeconds)
    {
        _finds.Clear();
        _budget = int.MaxValue;
        var change = _light.Change(picture);
        foreach (var track in _live)
        {
            track.Relight(change);
            if (track.Look.Pattern is not null)
            {
                AddTarget(track, _targets.Near(picture, track));
            }
            else
            {
                Search(picture, track, track.Look, track.UsualReachPixels);
            }
        }

        var plan = LinkPlan.Of(_live, _finds.Sightings, settings.Link);
        if (plan.FindOf.Contains(-1))
        {
            SearchFarther(picture, plan);
            plan = LinkPlan.Of(_live, _finds.Sightings, settings.Link);
            if (SwiftSearch.AddTo(_finds, picture, [.. _live.Where((t, i) => plan.FindOf[i] < 0 && t.Quality >= Worth())], settings))
            {
                plan = LinkPlan.Of(_live, _finds.Sightings, settings.Link);
            }
        }

        TakeUp(plan, timeSeconds);
        foreach (var (like, sighting) in Unclaimed(plan))
        {
            Begin(like, sighting, timeSeconds);
        }

        LookAround(picture, timeSeconds);
        Forget(timeSeconds);
    }

    /// <summary>For the tracks that found nothing: as far as a sticker can jump, and as pale as a smear can be.</summary>
    private void SearchFarther(PixelView picture, LinkPlan plan)
    {
        var worth = Worth();
        _budget = settings.Link.MostMeasuredFarther;
        foreach (var i in Enumerable.Range(0, _live.Count).OrderByDescending(i => _live[i].Quality))
        {
            var track = _live[i];
            if (plan.FindOf[i] >= 0 || track.Quality < worth || !_targets.IsWorthLooking(track))
            {
                continue;
            }

            if (track.Look.Pattern is not null)
            {
                _targets.Around(picture, track, track.Around(picture, track.ReachPixels, settings.Sticker.RimPixels)).ForEach(measure => AddTarget(track, measure));
                continue;
            }

            if (track.Look.Kind is MarkerKind.Bright or MarkerKind.Dark)
            {
                Search(picture, track, track.Look.WithRim(settings.Link.NarrowRim), track.ReachPixels);
            }

            Search(picture, track, track.Look.WithRim(settings.Link.SmearedRim), track.ReachPixels);
        }
    }

    /// <summary>Adds what looks like the track's sticker around the places where it may be.</summary>
    private void Search(PixelView picture, StickerTrack track, StickerLook look, double reach)
    {
        var box = track.Around(picture, reach, settings.Sticker.RimPixels);
        var step = Math.Max(1, (int)(look.DiameterPixels / settings.Link.SearchSamplesAcross));
        BlobSearch.FindAll(picture, box, look, step, _patches);
        var (least, most) = (0.5 * settings.Link.MinAreaRatio * look.AreaPixels, 2 * settings.Link.MaxAreaRatio * look.AreaPixels);
        foreach (var (patch, cut) in _patches)
        {
            if (_budget > 0 && patch.AreaPixels >= least && patch.AreaPixels <= most && (!cut || box.ReachesBorder(picture)) && !_finds.Has(patch))
            {
                _budget--;
                if (Sighting.Of(picture, patch, cut, look, track.UsualRim, settings) is { } sighting)
                {
                    _finds.Add(sighting, track);
                }
            }
        }
    }

    private void AddTarget(StickerTrack track, CentreMeasure? found)
    {
        if (found is { } measure)
        {
            _finds.AddTarget(measure, track, settings.Pattern);
        }
    }

    /// <summary>Each track takes up its find, without a sample while that may be another one's. When the doubt is over, it ends and another one goes on in its place.</summary>
    private void TakeUp(LinkPlan plan, double timeSeconds)
    {
        for (var i = 0; i < _live.Count; i++)
        {
            var track = _live[i];
            if (plan.FindOf[i] < 0)
            {
                track.Miss();
                continue;
            }

            var sighting = _finds[plan.FindOf[i]];
            if ((track.IsInDoubt && !plan.IsInDoubt[i]) || track.MissedFrames > settings.Link.MostMissedFrames || plan.IsLeap[i])
            {
                _ended.Add(track);
                track = _live[i] = new StickerTrack(_frame, timeSeconds, track, sighting.Centre, goesOn: true);
            }

            track.See(timeSeconds, sighting, plan.IsInDoubt[i], settings.Rim);
        }
    }

    /// <summary>Finds that no track took, and that are not a part of what one took.</summary>
    private List<(StickerTrack Like, Sighting Sighting)> Unclaimed(LinkPlan plan) =>
        [.. _finds.All.Where((find, j) => !plan.FindOf.Contains(j) && find.Sighting.View == StickerView.Whole
            && LinkPlan.Likeness(find.Like, find.Sighting, settings.Link) >= settings.Link.MinLikenessOfNew)
            .Select(find => (find.Like, find.Sighting))];

    private bool IsFollowed(ImagePoint place) => _live.Any(t => t.MissedFrames == 0 && t.Last.DistanceTo(place) < settings.Link.ApartDiameters * t.Look.DiameterPixels);

    private void Begin(StickerTrack like, Sighting sighting, double timeSeconds)
    {
        if (_live.Count >= settings.Link.MaxTracks || IsFollowed(sighting.Centre))
        {
            return;
        }

        // Most likely it is the one that is missing; then that one is looked for no longer.
        var missing = _live.Where(t => t.MissedFrames > 0 && LinkPlan.AreAlike(like, t, settings.Link))
            .MinBy(t => t.Predicted.DistanceTo(sighting.Centre) / (t.ReachPixels * t.MissedFrames));
        if (missing is not null)
        {
            _live.Remove(missing);
            _ended.Add(missing);
        }
        else if (_lost.Find(t => LinkPlan.AreAlike(like, t, settings.Link)) is { } lost)
        {
            _lost.Remove(lost);
        }
        else if (!_targets.MayBegin(like))
        {
            return;
        }

        var track = new StickerTrack(_frame, timeSeconds, missing ?? like, sighting.Centre, goesOn: missing is not null);
        track.See(timeSeconds, sighting, isInDoubt: false, settings.Rim);
        _live.Add(track);
    }

    /// <summary>Equal stickers anywhere in the picture: at once while one is missing, a little at a time while none is.</summary>
    private void LookAround(PixelView picture, double timeSeconds)
    {
        StickerTrack[] all = [.. _live, .. _lost];
        var worth = settings.Link.MinQualityShare * all.Select(t => t.Quality).DefaultIfEmpty(0).Max();
        var markers = all.Where(t => t.Quality >= worth && _targets.IsLookedForEverywhere(t)).ToArray();
        foreach (var (like, sighting) in _lookAlikes.Next(picture, markers, markers.Any(t => t.MissedFrames > 0), IsFollowed))
        {
            Begin(like, sighting, timeSeconds);
        }
    }

    private void Forget(double timeSeconds)
    {
        var worth = _live.Count > 0 ? Worth() : 0;
        for (var i = _live.Count - 1; i >= 0; i--)
        {
            var track = _live[i];
            var isMarker = track.Quality >= worth;
            if (timeSeconds - track.LastSeenSeconds > (isMarker ? settings.Link.MemorySeconds : Math.Min(settings.Link.MemorySeconds, track.SeenSeconds)))
            {
                _ended.Add(track);
                _live.RemoveAt(i);
                if (isMarker && track.SeenCount >= settings.Link.MinTrackFrames)
                {
                    _lost.Add(track);
                }
            }
        }

        _lost.RemoveRange(0, Math.Max(_lost.Count - settings.Link.MaxLost, 0));
    }

    private void Scan(PixelView picture, double timeSeconds)
    {
        var news = false;
        // Targets first: their quarters look like stickers of their own.
        var targets = _targets.InWhole(picture, _pace.IsEarly(timeSeconds));
        foreach (var sticker in targets.Concat(StickerScanner.Find(picture, wanted, settings.Sticker)
            .Where(s => !targets.Any(t => t.Centre.DistanceTo(s.Centre) < 0.5 * t.Look.DiameterPixels))))
        {
            if (sticker.Look.Pattern is not null)
            {
                // Its black quarters may have been taken for stickers while it could not be read.
                _live.RemoveAll(t => t.Look.Pattern is null && t.Look.AreaPixels < 0.5 * sticker.Look.AreaPixels
                    && t.Last.DistanceTo(sticker.Centre) < 0.5 * sticker.Look.DiameterPixels);
            }

            var known = _live.FirstOrDefault(t => t.MissedFrames == 0 && t.Last.DistanceTo(sticker.Centre) < settings.Link.ApartDiameters * t.Look.DiameterPixels);
            if (known is not null)
            {
                known.Confirm(sticker.Quality);
            }
            else if (First(picture, sticker, timeSeconds) is { } track && (_live.Count < settings.Link.MaxTracks || GiveWayTo(sticker)))
            {
                _live.Add(track);
                news |= sticker.Quality >= Worth();
            }
        }

        _pace.Done(timeSeconds, news);
    }

    /// <summary>A sticker that was never seen before; null when it is not alike on opposite sides, as one that is partly covered.</summary>
    private StickerTrack? First(PixelView picture, Sticker sticker, double timeSeconds)
    {
        // What is left in sight of a missing one looks like a smaller sticker.
        if (_live.Find(t => t.MissedFrames > 0 && t.Last.DistanceTo(sticker.Centre) < t.ReachPixels && sticker.Look.AreaPixels < t.Look.AreaPixels
            && t.Look.Core.DistanceTo(sticker.Look.Core, t.Look.LumaWeight) < settings.Link.MaxColourChange * t.Look.Contrast) is { } missing
            && Sighting.Of(picture, sticker.Shape, false, missing.Look, missing.UsualRim, settings) is not { View: StickerView.Whole })
        {
            return null;
        }

        Span<float> circle = stackalloc float[StickerRim.Rays], radii = stackalloc float[StickerRim.Rays];
        circle.Fill((float)sticker.Look.DiameterPixels / 2);
        if (sticker.Look.Pattern is not null)
        {
            var target = new StickerTrack(_frame, timeSeconds, sticker, circle, settings.Link);
            if (_targets.Near(picture, target) is not { } measure)
            {
                return null;
            }

            target.See(timeSeconds, Sighting.OfTarget(measure, settings.Pattern), isInDoubt: false, settings.Rim);
            return target;
        }

        StickerRim.Measure(picture, sticker.Centre, sticker.Look, circle, settings.Rim, radii);
        var track = new StickerTrack(_frame, timeSeconds, sticker, radii, settings.Link);
        if (Sighting.Of(picture, sticker.Shape, false, sticker.Look, track.UsualRim, settings) is not { View: StickerView.Whole } sighting)
        {
            return null;
        }

        track.See(timeSeconds, sighting, isInDoubt: false, settings.Rim);
        return track;
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
}
