using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Camera;

/// <summary>Where the picture has jumped to when the anchors are no longer where they are expected: one shift on which they agree in a coarse picture.</summary>
internal static class CoarseJump
{
    /// <summary>Shift in pixels of where the anchors lie against where they are expected; null when no shift fits.</summary>
    /// <param name="coarse">The whole picture reduced by <paramref name="reduction"/>.</param>
    public static ImagePoint? Find(LumaWindow coarse, Reduction reduction, IEnumerable<Anchor> anchors, CameraPose expected, CameraSettings settings)
    {
        var starts = anchors.OrderByDescending(anchor => anchor.Trust * anchor.Precision.Lowest).Take(settings.CoarseAnchors)
            .Select(anchor => (Anchor: anchor, At: reduction.FromPicture(expected.Apply(anchor.Place)))).ToArray();
        var reach = (int)(settings.CoarseReachRatio * Math.Max(coarse.Width, coarse.Height));
        var scores = new double[(2 * reach) + 1, (2 * reach) + 1];
        var (best, most) = ((X: 0, Y: 0), 0.0);
        for (var y = -reach; y <= reach; y++)
        {
            for (var x = -reach; x <= reach; x++)
            {
                var score = scores[y + reach, x + reach] = starts.Sum(start => Score(start.Anchor, coarse, start.At, x, y));
                if (score > most)
                {
                    (best, most) = ((x, y), score);
                }
            }
        }

        if (most <= 0 || Math.Abs(best.X) == reach || Math.Abs(best.Y) == reach)
        {
            return null;
        }

        // The top of a parabola through three neighbours, in each direction.
        var (left, right) = (scores[best.Y + reach, best.X + reach - 1], scores[best.Y + reach, best.X + reach + 1]);
        var (above, below) = (scores[best.Y + reach - 1, best.X + reach], scores[best.Y + reach + 1, best.X + reach]);
        return new ImagePoint(best.X + Top(left, most, right), best.Y + Top(above, most, below)) * reduction.Factor;
    }

    private static double Score(Anchor anchor, LumaWindow coarse, ImagePoint at, int x, int y) =>
        Math.Max(anchor.CoarseAgreement(coarse, (int)Math.Round(at.X) + x, (int)Math.Round(at.Y) + y) ?? 0, 0) * anchor.Trust;

    private static double Top(double before, double middle, double after) =>
        before + after - (2 * middle) is var bend and < 0 ? (before - after) / (2 * bend) : 0;
}
