using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// One sticker as long as there was no doubt that it is the same one: where it was seen, what it looks like, how it moves. Without a name
/// yet; what was lost, or could be mistaken for another one, goes on as a track of its own.
/// </summary>
internal sealed class StickerTrack
{
    private readonly List<MarkerSample?> _samples = [];
    private readonly List<double> _areas = [];
    private readonly LinkSettings _settings;
    private readonly List<(double StepPixels, double DiameterPixels)> _sizes = [];
    private readonly float[] _usualRim;
    private readonly double _firstSeenSeconds;
    private ImagePoint _velocity;
    private double _predictionVariance;
    private double _stepVariance;

    /// <param name="firstFrame">Position of its first sample among the frames read.</param>
    /// <param name="radii">Its rim as it was found.</param>
    public StickerTrack(int firstFrame, double timeSeconds, Sticker sticker, ReadOnlySpan<float> radii, LinkSettings settings)
    {
        _settings = settings;
        FirstFrame = firstFrame;
        FirstLook = Look = sticker.Look;
        Quality = sticker.Quality;
        Last = sticker.Centre;
        _firstSeenSeconds = LastSeenSeconds = timeSeconds;
        _usualRim = EvenRim(radii, sticker.Look.DiameterPixels / 2);
        var spread = Spread * Spread;
        (_predictionVariance, _stepVariance) = (4 * spread, spread);
    }

    /// <summary>A sticker that looks like a known one.</summary>
    /// <param name="goesOn">It goes on where the other one ended and moves alike, but whether it is the same is not settled yet.</param>
    public StickerTrack(int firstFrame, double timeSeconds, StickerTrack like, ImagePoint place, bool goesOn)
    {
        _settings = like._settings;
        FirstFrame = firstFrame;
        (FirstLook, Look, Quality, Last) = (like.FirstLook, like.Look, like.Quality, place);
        _firstSeenSeconds = LastSeenSeconds = timeSeconds;
        _usualRim = [.. like._usualRim];
        _velocity = goesOn ? (place - like.Last) * (1.0 / (like.MissedFrames + 1)) : default;
        (_predictionVariance, _stepVariance) = goesOn ? (like._predictionVariance, like._stepVariance) : (4 * Spread * Spread, Spread * Spread);
    }

    public int FirstFrame { get; }

    public StickerLook FirstLook { get; }

    public StickerLook Look { get; private set; }

    /// <summary>Its rim when it is seen whole, <see cref="StickerRim.Rays"/> radii in pixels, alike on opposite sides.</summary>
    public float[] UsualRim => _usualRim;

    /// <summary>How much it looked like a sticker, mean over its whole-picture measurements.</summary>
    public double Quality { get; private set; }

    public ImagePoint Last { get; private set; }

    public double LastSeenSeconds { get; private set; }

    /// <summary>From when it was first seen to when it was last seen.</summary>
    public double SeenSeconds => LastSeenSeconds - _firstSeenSeconds;

    public int MissedFrames { get; private set; }

    public int SeenCount { get; private set; }

    /// <summary>Another sticker could be the one that was seen last.</summary>
    public bool IsInDoubt { get; private set; }

    public IReadOnlyList<MarkerSample?> Samples => _samples;

    /// <summary>Its area as it was seen, one entry a sample; not a number in a frame in which it was not.</summary>
    public IReadOnlyList<double> AreasPixels => _areas;

    /// <summary>
    /// Median diameter across the longer axis, from the half of the frames in which it moved least, to the pixel: motion stretches it; null when it was never seen twice.
    /// </summary>
    public double? SizePixels =>
        _sizes.Count == 0 ? null : _sizes.OrderBy(s => Math.Round(s.StepPixels)).Take((_sizes.Count + 1) / 2).Select(s => s.DiameterPixels).Order().ElementAt((_sizes.Count - 1) / 4);

    /// <summary>Its last step, pixels a frame; null when it was seen once only.</summary>
    public ImagePoint? Velocity => _samples.Count > 1 || _velocity.Length > 0 ? _velocity : null;

    /// <summary>Where it is expected if it goes on as it went.</summary>
    public ImagePoint Predicted => Last + (_velocity * Coasting());

    /// <summary>Farthest place from <see cref="Last"/> or <see cref="Predicted"/> that is still this sticker, pixels.</summary>
    public double ReachPixels =>
        ((_settings.ReachDiameters * Look.DiameterPixels) + (_settings.ReachSteps * Math.Sqrt(_stepVariance))) * Math.Min(1 + (_settings.ReachGrowth * MissedFrames), _settings.MaxReachGrowth);

    public bool Reaches(ImagePoint place) => Math.Min(place.DistanceTo(Last), place.DistanceTo(Predicted)) <= ReachPixels;

    /// <summary>Where it is most of the time: two of its usual steps about the expected place.</summary>
    public double UsualReachPixels => Look.DiameterPixels + (2 * Math.Sqrt(Math.Min(_predictionVariance, _stepVariance)));

    /// <summary>Where all of it lies when its centre is within reach.</summary>
    public PixelBox Around(PixelView picture, double reach, double rim) => PixelBox.Around(picture, Last, Predicted, reach + (0.5 * Look.DiameterPixels) + rim);

    private double Spread => _settings.LeastSpreadDiameters * Look.DiameterPixels;

    /// <summary>
    /// How unlikely a place is, as a negative log likelihood: it goes on as it went or stays about where it was, each as sharply as it did
    /// so before, or it starts anew somewhere within reach. What swings turns back within a frame or two, what walks does not, and
    /// what lies still may be thrown into motion by one stretch.
    /// </summary>
    public double Surprise(ImagePoint place)
    {
        var growth = 1 + (_settings.ReachGrowth * MissedFrames * MissedFrames);
        var usual = (1 - _settings.FreshStartShare) / 2;
        return -Math.Log(
            (usual * Density(place.DistanceTo(Predicted), _predictionVariance * growth))
            + (usual * Density(place.DistanceTo(Last), _stepVariance * growth))
            + (_settings.FreshStartShare * Density(place.DistanceTo(Last), ReachPixels * ReachPixels / 4)));
    }

    /// <summary>The whole scene became brighter by this factor: the sticker and what surrounds it with it.</summary>
    public void Relight(float factor) => Look = Look with { Core = Look.Core * factor, Contrast = Look.Contrast * factor };

    /// <param name="isInDoubt">Another sticker could be the one that is seen: the track moves on, but gets no sample.</param>
    public void See(double timeSeconds, Sighting sighting, bool isInDoubt, RimSettings rim)
    {
        if (_samples.Count > 0)
        {
            Follow(sighting.Centre);
        }

        var step = sighting.Centre.DistanceTo(Last) / (MissedFrames + 1);
        Last = sighting.Centre;
        LastSeenSeconds = timeSeconds;
        MissedFrames = 0;
        IsInDoubt = isInDoubt;
        SeenCount += isInDoubt ? 0 : 1;
        var confidence = sighting.Confidence(Look.DiameterPixels, rim);
        _samples.Add(isInDoubt ? null : new MarkerSample(sighting.Centre, confidence));
        _areas.Add(sighting.AreaPixels);
        if (_samples.Count > 1)
        {
            _sizes.Add((step, sighting.LongDiameterPixels));
        }

        if (sighting.View == StickerView.Whole)
        {
            Learn(sighting, confidence, step < rim.SmearedFromDiameters * Look.DiameterPixels ? rim : null);
        }
    }

    public void Miss()
    {
        MissedFrames++;
        _samples.Add(null);
        _areas.Add(double.NaN);
    }

    /// <summary>A whole-picture search measured it again.</summary>
    public void Confirm(double quality) => Quality += (quality - Quality) * _settings.SpreadAdaptation;

    /// <summary>Frames' worth of the last velocity that it has gone since it was seen.</summary>
    private double Coasting()
    {
        var (frames, weight, sum) = (MissedFrames + 1, 1.0, 0.0);
        for (var i = 0; i < frames; i++)
        {
            sum += weight;
            weight *= _settings.VelocityDecay;
        }

        return sum;
    }

    /// <summary>Of a two-dimensional normal distribution, relative to the least spread's peak.</summary>
    private double Density(double distance, double variance) => Spread * Spread / variance * Math.Exp(-0.5 * distance * distance / variance);

    private void Follow(ImagePoint place)
    {
        var step = place - Last;
        var frames = MissedFrames + 1;
        if (frames == 1)
        {
            var error = place.DistanceTo(Predicted);
            _predictionVariance = Adapt(_predictionVariance, (error * error) + (Spread * Spread));
            _stepVariance = Adapt(_stepVariance, (step.Length * step.Length) + (Spread * Spread));
        }

        _velocity = step * (1.0 / frames);
    }

    private double Adapt(double known, double seen) => seen > known ? seen : known + (_settings.SpreadAdaptation * (seen - known));

    // Light changes slowly; a smear, a half covered sticker or a wrong one must not teach its colour, nor a smear its rim.
    private void Learn(Sighting sighting, double confidence, RimSettings? rim)
    {
        var share = (float)(_settings.ColourAdaptation * confidence);
        var core = Look.Core + ((sighting.Core - Look.Core) * share);
        // More or less light scales a colour; only what else changes is a change of the sticker.
        var light = Math.Clamp(core.Luma / Math.Max(FirstLook.Core.Luma, 1), 0.25f, 4);
        if (core.DistanceTo(FirstLook.Core * light, Look.LumaWeight) > _settings.MaxColourChange * FirstLook.Contrast)
        {
            core = Look.Core;
        }

        var contrast = Math.Clamp(
            Look.Contrast + ((sighting.SideContrast - Look.Contrast) * share), 0.6f * light * FirstLook.Contrast, 1.4f * light * FirstLook.Contrast);
        Look = Look with { Core = core, Contrast = contrast, AreaPixels = Look.AreaPixels + ((sighting.AreaPixels - Look.AreaPixels) * share), Pattern = sighting.Pattern };
        if (rim is null)
        {
            return;
        }

        var seen = EvenRim(sighting.Radii, double.NaN);
        for (var i = 0; i < StickerRim.Rays; i++)
        {
            var change = seen[i] - _usualRim[i];
            _usualRim[i] += float.IsNaN(change) ? 0 : change * (float)(change > 0 ? rim.GrowthAdaptation : rim.ShrinkAdaptation);
        }
    }

    /// <summary>Opposite radii at their mean; where one was not seen, what is given.</summary>
    private static float[] EvenRim(ReadOnlySpan<float> radii, double unseen)
    {
        const int Half = StickerRim.Rays / 2;
        var even = new float[StickerRim.Rays];
        for (var i = 0; i < Half; i++)
        {
            var (a, b) = (radii[i], radii[i + Half]);
            even[i] = even[i + Half] = float.IsNaN(a) || float.IsNaN(b) ? (float)unseen : (a + b) / 2;
        }

        return even;
    }
}
