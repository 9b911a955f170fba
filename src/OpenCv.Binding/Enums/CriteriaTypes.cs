namespace OpenCvSharp;

/// <summary>When an iteration ends.</summary>
[Flags]
public enum CriteriaTypes
{
    Count = 1,
    MaxIter = 1,
    Eps = 2,
}
