using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Follows whatever is seen at one point. Each frame is first compared with the one before it, which tells how the point moved; then with
/// older looks, the first one before all, which tell how far the sum of such steps has strayed. Every way of knowing the place has a
/// variance, the best one counts, and what none knows well enough is missing.
/// </summary>
internal sealed class PatchFollower(PointSpec spec, PatchSettings settings)
{
    // What slopes and interpolation need beyond the patch.
    private const int BorderPixels = 4;

    private readonly List<KnownLook> _looks = [];
    private readonly List<MarkerSample?> _samples = [];
    private LumaWindow? _before;
    private KnownLook _latest = null!;
    private double _usualHalf;
    private double _half;
    private double _unique;
    private double _fastest;
    private PatchPose _last;
    private ImagePoint _velocity;
    private ImagePoint _offset;
    private double _noise;
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
        }
        else if (Texture < settings.MinTexture || (_missed > settings.EagerFrames && _missed % settings.PatientFrames != 0))
        {
            _missed++;
            _samples.Add(null);
        }
        else if ((_missed == 0 ? Follow(picture) : Return(picture)) is { } found)
        {
            _velocity = _missed > 0 ? default : found.Pose.Place - _last.Place;
            _fastest = Math.Max(_fastest, _velocity.Length);
            (_last, _latest, _before, _missed) = (found.Pose, found.Look, found.Window, 0);
            var confidence = Confidence(found.Look.Variance);
            _samples.Add(confidence < settings.MinConfidence ? null : new MarkerSample(found.Pose.Map(_offset), confidence));
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
        _half = Math.Clamp(settings.HalfSideRatio * shorter, settings.MinHalfSidePixels, settings.MaxHalfSidePixels);
        var widest = Math.Max(Math.Min(settings.WidestRatio * _half, (shorter / 2) - BorderPixels), 1);
        _half = _usualHalf = Math.Min(_half, widest);
        PatchLook look;
        for (; ; _half = Math.Min(_half * settings.Widening, widest))
        {
            var place = Inward(spec.Place, picture);
            _last = PatchPose.At(place);
            _offset = spec.Place - place;
            _before = LumaWindow.Around(picture, place, _half + BorderPixels);
            look = new PatchLook(_before, place, _half, settings, settings.UsualNoise);
            _unique = UniqueWithin(settings.ReachHalfSides * _half, settings.DoubleCorrelation, look, picture);
            if (_half >= widest || (look.LeastSpreadPixels(settings.UsualNoise) <= settings.WantedSpreadPixels && double.IsPositiveInfinity(_unique)))
            {
                break;
            }
        }

        _unique = Math.Min(_unique, UniqueWithin(settings.MaxReachGrowth * settings.ReachHalfSides * _half, settings.TwinCorrelation, look, picture));
        _latest = new KnownLook(look, Complex.One, 0);
        _looks.Add(_latest);
        Texture = look.Texture;
        _noise = Math.Min(settings.UsualNoise, MostNoise);
        return Texture < settings.MinTexture ? null : new MarkerSample(spec.Place, 1);
    }

    /// <summary>How far a patch may be looked for without taking what looks like it for it: half the way to the nearest such place.</summary>
    private double UniqueWithin(double reach, double correlation, PatchLook look, PixelView picture)
    {
        var window = LumaWindow.Around(picture, _last.Place, reach + (settings.NearHalfSides * _half));
        return look.Search(window, _last.Place, reach).Select(start => look.Settle(window, PatchPose.At(start), settings.UsualNoise))
            .Where(match => match?.Correlation > correlation && IsLikely(match.Value.Pose.Turn))
            .Select(match => match!.Value.Place.DistanceTo(_last.Place)).Where(distance => distance > settings.DoubleHalfSides * _half)
            .DefaultIfEmpty(double.PositiveInfinity).Min() / 2;
    }

    // A point at the very border is followed by what lies beside it.
    private ImagePoint Inward(ImagePoint place, PixelView picture)
    {
        var margin = _half + BorderPixels;
        return new ImagePoint(Math.Clamp(place.X, margin, picture.Width - 1 - margin), Math.Clamp(place.Y, margin, picture.Height - 1 - margin));
    }

    private FoundPatch? Follow(PixelView picture)
    {
        var near = (settings.NearHalfSides * _half) + (2 * _velocity.Length);
        var window = LumaWindow.Around(picture, _last.Place, near);
        var start = PatchPose.At(_last.Place);
        var step = Better(_latest.Look.Settle(window, start with { Place = _last.Place + _velocity }, _noise), null);
        if (_velocity.Length > 1)
        {
            step = Better(step, _latest.Look.Settle(window, start, _noise));
        }

        if (!(step?.Correlation >= settings.PlainCorrelation && step?.VisibleShare >= settings.PlainShare))
        {
            var reach = Math.Min(settings.ReachHalfSides * _half, _unique);
            window = LumaWindow.Around(picture, _last.Place, reach + (settings.NearHalfSides * _half));
            foreach (var place in _latest.Look.Search(window, _last.Place, reach))
            {
                step = Better(step, _latest.Look.Settle(window, start with { Place = place }, _noise));
            }
        }

        if (step is not { } moved || !IsLikely(moved.Pose.Turn) || moved.Correlation < settings.MinStepCorrelation || moved.VisibleShare < settings.MinVisibleShare
            || moved.SpreadPixels > settings.MaxStepSpreadRatio * _half)
        {
            return null;
        }

        var next = new PatchLook(window, moved.Place, _half, settings, _noise, _latest.Look, moved);
        if (next.Settle(_before!, PatchPose.At(_last.Place), _noise) is not { } back || back.Place.DistanceTo(_last.Place) > settings.MaxReturnErrorRatio * _half)
        {
            return null;
        }

        var differs = _latest.Look.NoiseAt(window, moved);
        if (differs > settings.CopiedNoise)
        {
            _noise = Math.Clamp(_noise + (settings.NoiseAdaptation * (Math.Min(differs, 3 * _noise) - _noise)), settings.LeastNoise, MostNoise);
        }

        return Anchor(window, new PatchPose(moved.Place, _last.Turn * moved.Pose.Turn), _latest.Variance + Variance(moved), next);
    }

    /// <summary>Takes the place from an older look where that knows it better than the sum of steps does.</summary>
    private FoundPatch Anchor(LumaWindow window, PatchPose pose, double variance, PatchLook next)
    {
        var (best, least, chosen, match) = (pose, variance, default(KnownLook), default(PatchMatch));
        foreach (var known in _looks)
        {
            if (known.Look.Settle(window, pose with { Turn = pose.Turn / known.Turn }, _noise) is { } seen
                && seen.Correlation >= settings.MinCorrelation && seen.VisibleShare >= settings.MinVisibleShare
                && known.Variance + Variance(seen) is var total && total < least)
            {
                (best, least, chosen, match) = (new PatchPose(seen.Place, seen.Pose.Turn * known.Turn), total, known, seen);
            }
        }

        if (chosen is null)
        {
            if (_looks.Count == settings.MaxLooks)
            {
                _looks.RemoveAt(1);
            }

            var kept = new KnownLook(next, pose.Turn, variance);
            _looks.Add(kept);
            return new FoundPatch(pose, kept, window);
        }

        chosen.Look.Learn(window, match, _noise);
        return new FoundPatch(best, new KnownLook(new PatchLook(window, best.Place, _half, settings, _noise, chosen.Look, match), best.Turn, least), window);
    }

    /// <summary>Looks for a lost point with all that is known of it.</summary>
    private FoundPatch? Return(PixelView picture)
    {
        // By now it may be where its double was.
        if (_missed * _fastest > _unique)
        {
            return null;
        }

        var reach = Math.Min(settings.ReachHalfSides * _half * Math.Min(1 + (_missed * settings.ReachGrowth), settings.MaxReachGrowth), _unique);
        var window = LumaWindow.Around(picture, _last.Place, reach + (settings.NearHalfSides * _half));
        // What may lie anywhere is not given the benefit of much noise.
        var noise = Math.Min(_noise, settings.UsualNoise);
        var candidates = new List<(PatchMatch Match, KnownLook From)>();
        foreach (var known in Remembered())
        {
            foreach (var place in known.Look.Search(window, _last.Place, reach))
            {
                if (known.Look.Settle(window, PatchPose.At(place), noise) is { } match && Math.Min(match.VisibleShare, match.DetailShare) >= settings.MinReturnShare
                    && match.Gain > settings.MinReturnContrast && match.Gain < 1 / settings.MinReturnContrast
                    && IsLikely(match.Pose.Turn) && Math.Abs(match.Brighter) < settings.MaxReturnBrightening && match.SpreadPixels < settings.MaxStepSpreadRatio * _half)
                {
                    candidates.Add((match, known));
                }
            }
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        var (found, from) = candidates.MaxBy(c => c.Match.Correlation);
        var wanted = found.Place.DistanceTo(_last.Place) > _half ? settings.MinReturnConfidenceAfar : settings.MinReturnConfidence;
        return found.Correlation >= settings.MinReturnCorrelation && Confidence(from.Variance + Variance(found)) >= wanted
            && candidates.All(c => c.Match.Place.DistanceTo(found.Place) < _half / 2 || c.Match.Misfit > settings.DistinctMisfit * found.Misfit)
            ? new FoundPatch(
                new PatchPose(found.Place, found.Pose.Turn * from.Turn),
                new KnownLook(new PatchLook(window, found.Place, _half, settings, _noise, from.Look, found), found.Pose.Turn * from.Turn, from.Variance + Variance(found)), window)
            : null;
    }

    // The last look and the first one each time, one of those between in turn.
    private IEnumerable<KnownLook> Remembered() => _looks.Count > 1 ? [_latest, _looks[0], _looks[1 + (_missed % (_looks.Count - 1))]] : [_latest, _looks[0]];

    private bool IsLikely(Complex turn) =>
        Complex.Log(turn) is var change && Math.Abs(change.Real) < settings.MaxZoom && Math.Abs(change.Imaginary) < settings.MaxTurnRadians;

    private static PatchMatch? Better(PatchMatch? a, PatchMatch? b) =>
        a is null || b?.Cost < a.Value.Cost ? b : a;

    private double MostNoise => Math.Max(Math.Min(settings.MostNoise, settings.MaxNoiseShare * Texture * Texture), settings.LeastNoise);

    // What a match leaves open: noise, and looks that have changed.
    private double Variance(PatchMatch match) =>
        settings.Understatement * (Square(match.SpreadPixels) + Square(settings.ChangedLookRatio * _usualHalf * (1 - match.Correlation)));

    // The chance that a place with this variance in each direction lies within the distance that counts as right.
    private double Confidence(double variance)
    {
        var right = Math.Max(settings.RightPixels, settings.RightSideRatio * 2 * _usualHalf);
        return 1 - Math.Exp(-right * right / (2 * Math.Max(variance, 1e-6)));
    }

    private static double Square(double value) => value * value;

    /// <summary>A look, the turn and zoom of the point when it was taken, and the variance of its place then, in squared pixels.</summary>
    private sealed record KnownLook(PatchLook Look, Complex Turn, double Variance);

    private sealed record FoundPatch(PatchPose Pose, KnownLook Look, LumaWindow Window);
}
