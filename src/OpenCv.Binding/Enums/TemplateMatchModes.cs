namespace OpenCvSharp;

/// <summary>How alike a pattern and its place are.</summary>
public enum TemplateMatchModes
{
    SqDiff = 0,
    SqDiffNormed = 1,
    CCorr = 2,
    CCorrNormed = 3,
    CCoeff = 4,
    CCoeffNormed = 5,
}
