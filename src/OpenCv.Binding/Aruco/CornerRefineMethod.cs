namespace OpenCvSharp.Aruco;

/// <summary>How the corners of a marker are found more finely than by its outline.</summary>
public enum CornerRefineMethod
{
    None = 0,
    Subpix = 1,
    Contour = 2,
    AprilTag = 3,
}
