namespace OpenCvSharp;

/// <summary>How values between pixels are found.</summary>
public enum InterpolationFlags
{
    Nearest = 0,
    Linear = 1,
    Cubic = 2,
    Area = 3,
    Lanczos4 = 4,
    LinearExact = 5,
    Max = 7,
    WarpFillOutliers = 8,
    WarpInverseMap = 16,
}
