using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>Makes a picture unrecognisable outside of a box: what is left there is the means of large cells, from which nothing can be won back.</summary>
internal sealed class OutsideBlur(OverlaySettings settings) : IDisposable
{
    private readonly Mat _sharp = new();
    private readonly Mat _cells = new();

    /// <param name="picture">Changed in place.</param>
    /// <param name="box">What stays as it is, inside the picture; null blurs all.</param>
    public void Apply(Mat picture, Rect? box)
    {
        if (box is { } kept)
        {
            using var limb = picture.SubMat(kept);
            limb.CopyTo(_sharp);
        }

        var size = picture.Size();
        var cell = Math.Max((double)Math.Min(size.Width, size.Height) / settings.BlurCells, 1);
        Cv2.Resize(picture, _cells, new Size(Math.Ceiling(size.Width / cell), Math.Ceiling(size.Height / cell)), interpolation: InterpolationFlags.Area);
        Cv2.Resize(_cells, picture, size);
        if (box is { } again)
        {
            using var limb = picture.SubMat(again);
            _sharp.CopyTo(limb);
        }
    }

    public void Dispose()
    {
        _sharp.Dispose();
        _cells.Dispose();
    }
}
