using Clonus.Motion.Tracks;

namespace Clonus.Vision.Camera;

/// <summary>A picture of which each sample is the mean of a block of pixels, and where its samples lie in the picture.</summary>
/// <param name="Factor">Pixels along a block's side.</param>
internal readonly record struct Reduction(int Factor)
{
    /// <summary>The factor that brings a side near a wanted length.</summary>
    public static Reduction To(int wanted, int side) => new(Math.Max(1, (int)Math.Round((double)side / wanted)));

    public ImagePoint FromPicture(ImagePoint place) => new((place.X - Centre) / Factor, (place.Y - Centre) / Factor);

    public ImagePoint ToPicture(ImagePoint sample) => new((sample.X * Factor) + Centre, (sample.Y * Factor) + Centre);

    private double Centre => (Factor - 1) / 2.0;
}
