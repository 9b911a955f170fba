namespace OpenCvSharp;

/// <summary>A call was refused on this side of the border, before OpenCV saw it.</summary>
public class OpenCvSharpException : Exception
{
    public OpenCvSharpException()
    {
    }

    public OpenCvSharpException(string message)
        : base(message)
    {
    }

    public OpenCvSharpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
