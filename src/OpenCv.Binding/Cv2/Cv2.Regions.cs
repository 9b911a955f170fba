using OpenCvSharp.Interop;

namespace OpenCvSharp;

/// <summary>Connected parts and their outlines.</summary>
public static unsafe partial class Cv2
{
    /// <summary>Labels the connected parts of what is not zero; label 0 is the background.</summary>
    /// <param name="labels">Of each pixel, 32SC1.</param>
    /// <param name="stats">A row for each label: left, top, width, height, area in pixels (32SC1).</param>
    /// <param name="centroids">A row for each label: x, y (64FC1).</param>
    /// <returns>How many labels, the background among them.</returns>
    public static int ConnectedComponentsWithStats(InputArray image, OutputArray labels, OutputArray stats, OutputArray centroids,
        PixelConnectivity connectivity = PixelConnectivity.Connectivity8) =>
        ConnectedComponentsWithStats(image, labels, stats, centroids, connectivity, MatType.CV_32SC1);

    /// <inheritdoc cref="ConnectedComponentsWithStats(InputArray, OutputArray, OutputArray, OutputArray, PixelConnectivity)"/>
    public static int ConnectedComponentsWithStats(InputArray image, OutputArray labels, OutputArray stats, OutputArray centroids,
        PixelConnectivity connectivity, MatType ltype)
    {
        Failure.Check(RegionsNative.Components(
            In(image), Out(labels), Out(stats), Out(centroids), (int)connectivity, ltype.Value, out var count));
        return count;
    }

    public static void FindContours(InputArray image, out Point[][] contours, out HierarchyIndex[] hierarchy, RetrievalModes mode,
        ContourApproximationModes method, Point? offset = null)
    {
        using Mat points = new(), lengths = new(), tree = new();
        Failure.Check(RegionsNative.Contours(
            In(image), points.Handle, lengths.Handle, tree.Handle, (int)mode, (int)method, offset ?? default));
        if (lengths.Empty())
        {
            (contours, hierarchy) = ([], []);
            return;
        }

        points.GetArray(out Point[] all);
        lengths.GetArray(out int[] counts);
        tree.GetArray(out Mat.HierarchyElement[] links);
        var start = 0;
        contours = Array.ConvertAll(counts, count => all[start..(start += count)]);
        hierarchy = Array.ConvertAll(links, link => new HierarchyIndex(link.Next, link.Previous, link.Child, link.Parent));
    }

    public static double ContourArea(InputArray contour, bool oriented = false)
    {
        Failure.Check(RegionsNative.ContourArea(In(contour), oriented ? 1 : 0, out var area));
        return area;
    }

    public static double ContourArea(IEnumerable<Point> contour, bool oriented = false)
    {
        ArgumentNullException.ThrowIfNull(contour);
        using var array = InputArray.Create(contour.ToArray());
        return ContourArea(array, oriented);
    }

    public static Moments Moments(InputArray array, bool binaryImage = false) => new(array, binaryImage);
}
