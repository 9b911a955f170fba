using OpenCvSharp.Interop;

namespace OpenCvSharp.Aruco;

/// <summary>How markers are searched for. What has no property here has OpenCV's default.</summary>
public class DetectorParameters
{
    internal ArucoParameters Native;

    private DetectorParameters(ArucoParameters native) => Native = native;

    /// <summary>Smallest outline of a marker as a share of the picture's longer side.</summary>
    public double MinMarkerPerimeterRate
    {
        get => Native.MinMarkerPerimeterRate;
        set => Native.MinMarkerPerimeterRate = value;
    }

    /// <summary>How many bits of the black border may be white, as a share of the marker's bits.</summary>
    public double MaxErroneousBitsInBorderRate
    {
        get => Native.MaxErroneousBitsInBorderRate;
        set => Native.MaxErroneousBitsInBorderRate = value;
    }

    /// <summary>How many wrong bits are mended, as a share of what the dictionary's distances allow.</summary>
    public double ErrorCorrectionRate
    {
        get => Native.ErrorCorrectionRate;
        set => Native.ErrorCorrectionRate = value;
    }

    public CornerRefineMethod CornerRefinementMethod
    {
        get => (CornerRefineMethod)Native.CornerRefinementMethod;
        set => Native.CornerRefinementMethod = (int)value;
    }

    /// <summary>Half the side of the window in which a corner is refined, pixels.</summary>
    public int CornerRefinementWinSize
    {
        get => Native.CornerRefinementWinSize;
        set => Native.CornerRefinementWinSize = value;
    }

    /// <summary>OpenCV's defaults.</summary>
    public static unsafe DetectorParameters Create()
    {
        Failure.Check(ArucoNative.DefaultParameters(out var native));
        return new DetectorParameters(native);
    }
}
