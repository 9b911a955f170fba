using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Follows whatever is seen at one point. The first look is the anchor, so that errors do not add up; when what is seen has changed too
/// much for it, later looks take over until it fits again. What is not found is missing.
/// </summary>
internal sealed class PatchFollower(PointSpec spec, PatchSettings settings)
{
    // What slopes and interpolation need beyond the patch.
    private const int BorderPixels = 4;

    private readonly List<PatchLook> _looks = [];
    private readonly List<MarkerSample?> _samples = [];
    private LumaWindow? _before;
    private int _half;
    private ImagePoint _last;
    private ImagePoint _velocity;
    private ImagePoint _offset;
    private int _missed;

    /// <summary>One entry a frame so far; null before the point's own time and wherever it was not found.</summary>
    public IReadOnlyList<MarkerSample?> Samples => _samples;

    /// <summary>Whether its time came.</summary>
    public bool HasBegun => _looks.Count > 0;

    /// <summary>Spread of grey levels about the point; below <see cref="PatchSettings.MinTexture"/> there is nothing to follow.</summary>
    public double Texture { get; private set; }

    public void Advance(PixelView picture, double timeSeconds)
    {
        if (!HasBegun)
        {
            _samples.Add(spec.Seconds is null || timeSeconds >= spec.Seconds ? Begin(picture) : null);
            return;
        }

        if (Texture < settings.MinTexture || (_missed > settings.EagerFrames && _missed % settings.EagerFrames != 0))
        {
            _missed++;
            _samples.Add(null);
            return;
        }

        var reach = settings.ReachHalfSides * _half;
        var expected = _last + _velocity;
        var window = LumaWindow.Around(picture, _last, reach + Math.Max(reach, _velocity.Length) + _half + 3);
        if (Find(window, expected, reach) is { } found && (_missed > 0 || LeadsBack(window, found)))
        {
            _velocity = _missed > 0 ? default : found.Place - _last;
            (_last, _missed, _before) = (found.Place, 0, window);
            _samples.Add(new MarkerSample(found.Place + _offset, settings.GoodCorrelation.At(found.Correlation)));
        }
        else
        {
            _missed++;
            _velocity = default;
            _samples.Add(null);
        }
    }

    private MarkerSample? Begin(PixelView picture)
    {
        var shorter = Math.Min(picture.Width, picture.Height);
        _half = Math.Clamp((int)(settings.HalfSideRatio * shorter), settings.MinHalfSidePixels, settings.MaxHalfSidePixels);
        _half = Math.Max(Math.Min(_half, (shorter / 2) - BorderPixels), 1);
        _last = Inward(spec.Place, picture);
        _before = LumaWindow.Around(picture, _last, _half + BorderPixels);
        _offset = spec.Place - _last;
        _looks.Add(new PatchLook(_before, _last, _half));
        Texture = _looks[0].Texture;
        return Texture < settings.MinTexture ? null : new MarkerSample(spec.Place, 1);
    }

    // A point at the very border is followed by what lies beside it.
    private ImagePoint Inward(ImagePoint place, PixelView picture)
    {
        var margin = _half + BorderPixels;
        return new ImagePoint(Math.Clamp(place.X, margin, picture.Width - 1 - margin), Math.Clamp(place.Y, margin, picture.Height - 1 - margin));
    }

    private PatchMatch? Find(LumaWindow window, ImagePoint expected, double reach)
    {
        var (best, bestLook, worth) = (default(PatchMatch), -1, double.NegativeInfinity);
        for (var i = 0; i < _looks.Count; i++)
        {
            Consider(i, _looks[i].Settle(window, expected, settings));
            if (_velocity.Length > 1)
            {
                Consider(i, _looks[i].Settle(window, _last, settings));
            }
        }

        if (best.Correlation < settings.MinCorrelation)
        {
            for (var i = 0; i < _looks.Count; i++)
            {
                if (_looks[i].Search(window, _last, reach, settings) is { } start)
                {
                    Consider(i, _looks[i].Settle(window, start, settings));
                }
            }
        }

        var least = _missed > 0 ? settings.MinReturnCorrelation : settings.MinCorrelation;
        if (bestLook < 0 || best.Correlation < least)
        {
            return null;
        }

        _looks[bestLook].Learn(window, best.Place);
        if (best.Correlation < settings.RefreshBelowCorrelation && window.Holds(best.Place, _half + 1))
        {
            var look = new PatchLook(window, best.Place, _half, _looks[bestLook]);
            if (_looks.Count == settings.MaxLooks)
            {
                _looks.RemoveAt(1);
            }

            _looks.Add(look);
        }

        return best;

        void Consider(int look, PatchMatch? match)
        {
            // The older look is the truer one: a newer one must be clearly better.
            var value = match is { } m && m.Place.DistanceTo(_last) <= reach + _half ? m.Correlation - (look * settings.NewerLookPenalty) : double.NegativeInfinity;
            if (value > worth)
            {
                (best, bestLook, worth) = (match!.Value, look, value);
            }
        }
    }

    /// <summary>What is seen at the new place, looked for in the picture before, lies where the point was.</summary>
    private bool LeadsBack(LumaWindow window, PatchMatch found)
    {
        if (found.Correlation >= settings.RefreshBelowCorrelation || _before is null || !window.Holds(found.Place, _half + 1))
        {
            return true;
        }

        return new PatchLook(window, found.Place, _half).Settle(_before, _last, settings) is { } back
            && back.Correlation >= settings.MinStepCorrelation && back.Place.DistanceTo(_last) <= settings.MaxReturnErrorRatio * _half;
    }
}
