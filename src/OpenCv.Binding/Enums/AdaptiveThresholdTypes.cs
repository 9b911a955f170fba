namespace OpenCvSharp;

/// <summary>How the limit is taken from a pixel's neighbourhood.</summary>
public enum AdaptiveThresholdTypes
{
    MeanC = 0,
    GaussianC = 1,
}
