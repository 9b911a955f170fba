using OpenCvSharp.Interop;

namespace OpenCvSharp.Aruco;

/// <summary>OpenCV's square fiducials, AprilTags among them.</summary>
public static unsafe class CvAruco
{
    public static Dictionary GetPredefinedDictionary(PredefinedDictionaryName name)
    {
        Failure.Check(ArucoNative.NewDictionary((int)name, out var dictionary));
        return new Dictionary(dictionary);
    }

    /// <param name="image">8 bits, grey or BGR.</param>
    /// <param name="corners">Of each marker its four corners, clockwise as it is printed from its upper left one.</param>
    /// <param name="ids">One a marker, in the same order.</param>
    /// <param name="rejectedImgPoints">Quadrilaterals that hold no code of the dictionary.</param>
    public static void DetectMarkers(
        InputArray image, Dictionary dictionary, out Point2f[][] corners, out int[] ids, DetectorParameters parameters, out Point2f[][] rejectedImgPoints)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(parameters);
        dictionary.ThrowIfDisposed();
        using Mat found = new(), names = new(), others = new();
        fixed (ArucoParameters* native = &parameters.Native)
        {
            Failure.Check(ArucoNative.Detect(image.Handle, dictionary.Handle, native, found.Handle, names.Handle, others.Handle));
        }

        names.GetArray(out ids);
        corners = Quadrilaterals(found);
        rejectedImgPoints = Quadrilaterals(others);
    }

    private static Point2f[][] Quadrilaterals(Mat rows)
    {
        rows.GetArray(out float[] values);
        return [.. values.Chunk(8).Select(row => row.Chunk(2).Select(corner => new Point2f { X = corner[0], Y = corner[1] }).ToArray())];
    }
}
