using System.Numerics;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// How a patch lies in a picture: the place of its centre, and the factor that turns and enlarges an offset from the centre, offsets read
/// as complex numbers (x right, y down, so a positive argument turns clockwise on the screen).
/// </summary>
internal readonly record struct PatchPose(ImagePoint Place, Complex Turn)
{
    public static PatchPose At(ImagePoint place) => new(place, Complex.One);

    /// <summary>Where a point lies that is this far from the centre of the patch as it was first seen.</summary>
    public ImagePoint Map(ImagePoint offset)
    {
        var turned = Turn * new Complex(offset.X, offset.Y);
        return Place + new ImagePoint(turned.Real, turned.Imaginary);
    }
}
