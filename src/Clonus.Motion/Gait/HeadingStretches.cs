using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Cuts the frames where the person turns.</summary>
public static class HeadingStretches
{
    /// <param name="headings">Unit vectors, null where nothing is known: such a frame belongs to the stretch before it.</param>
    /// <returns>Frames [first, end) and the mean heading, a unit vector.</returns>
    public static IEnumerable<(int First, int End, SpacePoint Ahead)> Cut(IReadOnlyList<SpacePoint?> headings, double turnDegrees)
    {
        var (first, sum) = (0, default(SpacePoint));
        var limit = Math.Cos(double.DegreesToRadians(turnDegrees));
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i] is not { } heading)
            {
                continue;
            }

            if (sum.Length > 0 && sum.Dot(heading) < limit * sum.Length)
            {
                yield return (first, i, sum * (1 / sum.Length));
                (first, sum) = (i, default);
            }

            sum += heading;
        }

        if (sum.Length > 0)
        {
            yield return (first, headings.Count, sum * (1 / sum.Length));
        }
    }
}
