using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Camera;

/// <summary>
/// A point of what may be background: what it looks like at first, where in the first frame's picture it lies, and where it was seen since.
/// It is always compared with its first look, so that errors do not add up.
/// </summary>
internal sealed class Anchor
{
    private readonly PatchLook _look;
    private readonly PatchLook? _coarseLook;
    private readonly CameraSettings _settings;
    private readonly Reduction _reduction;

    /// <param name="place">Where the first frame's camera would have seen it.</param>
    /// <param name="noiseEnergy">Squared slope a sample that noise alone gives.</param>
    private Anchor(ImagePoint place, PatchLook look, PatchLook? coarseLook, double noiseEnergy, Reduction reduction, CameraSettings settings)
    {
        (Place, _look, _coarseLook, _reduction, _settings) = (place, look, coarseLook, reduction, settings);
        var levelVariance = (settings.LevelError * settings.LevelError) + noiseEnergy;
        Precision = Precision.Of(look.Structure, noiseEnergy * look.Weight / 2, levelVariance, settings.PlaceErrorSamples) * (1.0 / (reduction.Factor * reduction.Factor));
    }

    public ImagePoint Place { get; }

    /// <summary>How well its place can be told in each direction: much across an edge, little along it.</summary>
    public Precision Precision { get; }

    /// <summary>How much it went along with the camera so far, 0 to 1.</summary>
    public double Trust { get; private set; } = 0.5;

    /// <summary>Frames in which it was seen, and where; single precision, for there are many.</summary>
    public List<(int Frame, float X, float Y)> Seen { get; } = [];

    /// <summary>Null when it lies too near to the picture's border.</summary>
    /// <param name="coarse">The whole picture, coarsely.</param>
    public static Anchor? At(PixelView picture, LumaWindow coarse, ImagePoint seen, ImagePoint place, double noiseEnergy, (Reduction Fine, Reduction Coarse) reductions, CameraSettings settings)
    {
        var centre = reductions.Fine.FromPicture(seen);
        var window = LumaWindow.Around(picture, centre, settings.HalfSideSamples + Margin, reductions.Fine.Factor);
        if (!window.Holds(centre, settings.HalfSideSamples + 1))
        {
            return null;
        }

        var coarseCentre = reductions.Coarse.FromPicture(seen);
        var coarseLook = coarse.Holds(coarseCentre, CoarseHalf + 1) ? new PatchLook(coarse, coarseCentre, CoarseHalf, settings.Patch, settings.Patch.LeastNoise) : null;
        return new Anchor(place, new PatchLook(window, centre, settings.HalfSideSamples, settings.Patch, settings.Patch.LeastNoise), coarseLook, noiseEnergy, reductions.Fine, settings);
    }

    /// <summary>Where it is seen near a place; null when what is there is something else.</summary>
    public ImagePoint? Look(PixelView picture, ImagePoint expected, int reachSamples)
    {
        var start = _reduction.FromPicture(expected);
        var window = LumaWindow.Around(picture, start, _settings.HalfSideSamples + reachSamples + Margin, _reduction.Factor);
        return _look.Settle(window, start) is { } match
            && match.Correlation >= _settings.MinCorrelation && match.Place.DistanceTo(start) <= reachSamples
            ? _reduction.ToPicture(match.Place)
            : null;
    }

    /// <summary>Agreement of the coarse picture, at a whole sample, with what the anchor looked like; null outside of the picture.</summary>
    public double? CoarseAgreement(LumaWindow coarse, int x, int y) =>
        _coarseLook is not null && coarse.Holds(new ImagePoint(x, y), CoarseHalf) ? _coarseLook.Agreement(coarse, x, y) : null;

    public void GoAlong(double agreement) => Trust += _settings.TrustAdaptation * (agreement - Trust);

    // Half the side of the coarse patch, and what slopes and interpolation need beyond a patch.
    private const int CoarseHalf = 3;
    private const int Margin = 3;
}
