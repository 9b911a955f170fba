namespace OpenCvSharp;

/// <summary>How the pixels of another size are made.</summary>
public enum InterpolationFlags
{
    Linear = 1,

    /// <summary>The mean over the area that a smaller picture's pixel covers.</summary>
    Area = 3,
}
