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

    private readonly List<PatchLook> looks = [];
    private readonly List<MarkerSample?> samples = [];
    private LumaWindow? before;
    private int half;
    private ImagePoint last;
    private ImagePoint velocity;
    private ImagePoint offset;
    private int missed;

    /// <summary>One entry a frame so far; null before the point's own time and wherever it was not found.</summary>
    public IReadOnlyList<MarkerSample?> Samples => samples;

    /// <summary>Whether its time came.</summary>
    public bool HasBegun => looks.Count > 0;

    /// <summary>Spread of grey levels about the point; below <see cref="PatchSettings.MinTexture"/> there is nothing to follow.</summary>
    public double Texture { get; private set; }

    public void Advance(PixelView picture, double timeSeconds)
    {
        if (!HasBegun)
        {
            samples.Add(spec.Seconds is null || timeSeconds >= spec.Seconds ? Begin(picture) : null);
            return;
        }

        if (Texture < settings.MinTexture || (missed > settings.EagerFrames && missed % settings.EagerFrames != 0))
        {
            missed++;
            samples.Add(null);
            return;
        }

        var reach = settings.ReachHalfSides * half;
        var expected = last + velocity;
        var window = LumaWindow.Around(picture, last, reach + Math.Max(reach, velocity.Length) + half + 3);
        if (Find(window, expected, reach) is { } found && (missed > 0 || LeadsBack(window, found)))
        {
            velocity = missed > 0 ? default : found.Place - last;
            (last, missed, before) = (found.Place, 0, window);
            samples.Add(new MarkerSample(found.Place + offset, settings.GoodCorrelation.At(found.Correlation)));
        }
        else
        {
            missed++;
            velocity = default;
            samples.Add(null);
        }
    }

    private MarkerSample? Begin(PixelView picture)
    {
        var shorter = Math.Min(picture.Width, picture.Height);
        half = Math.Clamp((int)(settings.HalfSideRatio * shorter), settings.MinHalfSidePixels, settings.MaxHalfSidePixels);
        half = Math.Max(Math.Min(half, (shorter / 2) - BorderPixels), 1);
        last = Inward(spec.Place, picture);
        before = LumaWindow.Around(picture, last, half + BorderPixels);
        offset = spec.Place - last;
        looks.Add(new PatchLook(before, last, half));
        Texture = looks[0].Texture;
        return Texture < settings.MinTexture ? null : new MarkerSample(spec.Place, 1);
    }

    // A point at the very border is followed by what lies beside it.
    private ImagePoint Inward(ImagePoint place, PixelView picture)
    {
        var margin = half + BorderPixels;
        return new ImagePoint(Math.Clamp(place.X, margin, picture.Width - 1 - margin), Math.Clamp(place.Y, margin, picture.Height - 1 - margin));
    }

    private PatchMatch? Find(LumaWindow window, ImagePoint expected, double reach)
    {
        var (best, bestLook, worth) = (default(PatchMatch), -1, double.NegativeInfinity);
        for (var i = 0; i < looks.Count; i++)
        {
            Consider(i, looks[i].Settle(window, expected, settings));
            if (velocity.Length > 1)
            {
                Consider(i, looks[i].Settle(window, last, settings));
            }
        }

        if (best.Correlation < settings.MinCorrelation)
        {
            for (var i = 0; i < looks.Count; i++)
            {
                if (looks[i].Search(window, last, reach, settings) is { } start)
                {
                    Consider(i, looks[i].Settle(window, start, settings));
                }
            }
        }

        var least = missed > 0 ? settings.MinReturnCorrelation : settings.MinCorrelation;
        if (bestLook < 0 || best.Correlation < least)
        {
            return null;
        }

        looks[bestLook].Learn(window, best.Place);
        if (best.Correlation < settings.RefreshBelowCorrelation && window.Holds(best.Place, half + 1))
        {
            var look = new PatchLook(window, best.Place, half, looks[bestLook]);
            if (looks.Count == settings.MaxLooks)
            {
                looks.RemoveAt(1);
            }

            looks.Add(look);
        }

        return best;

        void Consider(int look, PatchMatch? match)
        {
            // The older look is the truer one: a newer one must be clearly better.
            var value = match is { } m && m.Place.DistanceTo(last) <= reach + half ? m.Correlation - (look * settings.NewerLookPenalty) : double.NegativeInfinity;
            if (value > worth)
            {
                (best, bestLook, worth) = (match!.Value, look, value);
            }
        }
    }

    /// <summary>What is seen at the new place, looked for in the picture before, lies where the point was.</summary>
    private bool LeadsBack(LumaWindow window, PatchMatch found)
    {
        if (found.Correlation >= settings.RefreshBelowCorrelation || before is null || !window.Holds(found.Place, half + 1))
        {
            return true;
        }

        return new PatchLook(window, found.Place, half).Settle(before, last, settings) is { } back
            && back.Correlation >= settings.MinStepCorrelation && back.Place.DistanceTo(last) <= settings.MaxReturnErrorRatio * half;
    }
}
