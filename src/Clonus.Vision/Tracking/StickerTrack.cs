using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>One sticker as it is followed: where it was seen, what it looks like, how it moves. Without a name yet.</summary>
internal sealed class StickerTrack
{
    private readonly List<MarkerSample?> _samples = [];
    private readonly LinkSettings _settings;
    private ImagePoint _velocity;
    private double _predictionVariance;
    private readonly double _firstSeenSeconds;
    private double _stepVariance;

    /// <param name="firstFrame">Position of its first sample among the frames read.</param>
    public StickerTrack(int firstFrame, double timeSeconds, Sticker sticker, LinkSettings settings)
    {
        _settings = settings;
        FirstFrame = firstFrame;
        FirstLook = Look = sticker.Look;
        Quality = sticker.Quality;
        Last = sticker.Centre;
        _firstSeenSeconds = LastSeenSeconds = timeSeconds;
        var spread = Spread * Spread;
        (_predictionVariance, _stepVariance) = (4 * spread, spread);
        _samples.Add(new MarkerSample(sticker.Centre, sticker.Quality));
        SeenCount = 1;
    }

    public int FirstFrame { get; }

    public StickerLook FirstLook { get; }

    public StickerLook Look { get; private set; }

    /// <summary>How much it looked like a sticker, mean over its whole-picture measurements.</summary>
    public double Quality { get; private set; }

    public ImagePoint Last { get; private set; }

    public double LastSeenSeconds { get; private set; }

    /// <summary>From when it was first seen to when it was last seen.</summary>
    public double SeenSeconds => LastSeenSeconds - _firstSeenSeconds;

    public int MissedFrames { get; private set; }

    public int SeenCount { get; private set; }

    public IReadOnlyList<MarkerSample?> Samples => _samples;

    /// <summary>Where it is expected if it goes on as it went.</summary>
    public ImagePoint Predicted => Last + (_velocity * Coasting());

    /// <summary>Farthest place from <see cref="Last"/> or <see cref="Predicted"/> that is still this sticker, pixels.</summary>
    public double ReachPixels =>
        ((_settings.ReachDiameters * Look.DiameterPixels) + (_settings.ReachSteps * Math.Sqrt(_stepVariance))) * Math.Min(1 + (_settings.ReachGrowth * MissedFrames), _settings.MaxReachGrowth);

    /// <summary>Where it is most of the time: two of its usual steps about the expected place.</summary>
    public double UsualReachPixels => Look.DiameterPixels + (2 * Math.Sqrt(Math.Min(_predictionVariance, _stepVariance)));

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

    public void See(double timeSeconds, CentreMeasure measure, double confidence)
    {
        var step = measure.Centre - Last;
        var frames = MissedFrames + 1;
        if (frames == 1)
        {
            var error = measure.Centre.DistanceTo(Predicted);
            _predictionVariance = Follow(_predictionVariance, (error * error) + (Spread * Spread));
            _stepVariance = Follow(_stepVariance, (step.Length * step.Length) + (Spread * Spread));
        }

        _velocity = step * (1.0 / frames);
        Last = measure.Centre;
        LastSeenSeconds = timeSeconds;
        MissedFrames = 0;
        SeenCount++;
        _samples.Add(new MarkerSample(measure.Centre, confidence));
        Learn(measure, confidence);
    }

    public void Miss()
    {
        MissedFrames++;
        _samples.Add(null);
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

    private double Follow(double known, double seen) => seen > known ? seen : known + (_settings.SpreadAdaptation * (seen - known));

    // Light changes slowly; a smear, a half covered sticker or a wrong one must not teach its colour.
    private void Learn(CentreMeasure measure, double confidence)
    {
        var share = (float)(_settings.ColourAdaptation * confidence);
        var core = Look.Core + ((measure.Core - Look.Core) * share);
        // More or less light scales a colour; only what else changes is a change of the sticker.
        var light = Math.Clamp(core.Luma / Math.Max(FirstLook.Core.Luma, 1), 0.25f, 4);
        if (core.DistanceTo(FirstLook.Core * light, Look.LumaWeight) > _settings.MaxColourChange * FirstLook.Contrast)
        {
            core = Look.Core;
        }

        var contrast = Math.Clamp(
            Look.Contrast + ((measure.SideContrast - Look.Contrast) * share), 0.6f * light * FirstLook.Contrast, 1.4f * light * FirstLook.Contrast);
        Look = Look with { Core = core, Contrast = contrast, AreaPixels = Look.AreaPixels + ((measure.AreaPixels - Look.AreaPixels) * share) };
    }
}
