using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>How arguments become native ones.</summary>
public static partial class Cv2
{
    private static MatHandle In(InputArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Handle;
    }

    private static MatHandle Out(OutputArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Handle;
    }

    private static MatHandle Optional(InputArray? array) => InputArray.HandleOf(array);

    /// <summary>Lays groups of points one after another and counts each.</summary>
    private static (Point[] Points, int[] Lengths) Flatten(IEnumerable<IEnumerable<Point>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var parts = groups.Select(group => group.ToArray()).ToArray();
        return (parts.SelectMany(part => part).ToArray(), Array.ConvertAll(parts, part => part.Length));
    }
}
