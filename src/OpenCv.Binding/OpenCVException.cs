namespace OpenCvSharp;

/// <summary>OpenCV refused a call; the message is OpenCV's own.</summary>
public class OpenCVException : Exception
{
    public OpenCVException()
    {
    }

    public OpenCVException(string message)
        : base(message)
    {
    }

    public OpenCVException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OpenCVException(ErrorCode status, string funcName, string errMsg, string fileName, int line)
        : base(errMsg)
    {
        Status = status;
        FuncName = funcName;
        ErrMsg = errMsg;
        FileName = fileName;
        Line = line;
    }

    public ErrorCode Status { get; set; }

    /// <summary>OpenCV's function that raised the error.</summary>
    public string FuncName { get; set; } = "";

    public string ErrMsg { get; set; } = "";

    /// <summary>OpenCV's source file and line of the error.</summary>
    public string FileName { get; set; } = "";

    public int Line { get; set; }
}
