namespace OpenCvSharp;

/// <summary>Which contours are found and how they nest.</summary>
public enum RetrievalModes
{
    External = 0,
    List = 1,
    CComp = 2,
    Tree = 3,
    FloodFill = 4,
}
