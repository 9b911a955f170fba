using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>When an iteration ends: after so many rounds, or when a round changes less than epsilon.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TermCriteria : IEquatable<TermCriteria>
{
    public CriteriaTypes Type;

    public int MaxCount;

    public double Epsilon;

    public static TermCriteria Both(int maxCount, double epsilon) =>
        new() { Type = CriteriaTypes.Count | CriteriaTypes.Eps, MaxCount = maxCount, Epsilon = epsilon };

    public static bool operator ==(TermCriteria left, TermCriteria right) => left.Equals(right);

    public static bool operator !=(TermCriteria left, TermCriteria right) => !left.Equals(right);

    public readonly bool Equals(TermCriteria other) => Type == other.Type && MaxCount == other.MaxCount && Epsilon.Equals(other.Epsilon);

    public override readonly bool Equals(object? obj) => obj is TermCriteria other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Type, MaxCount, Epsilon);
}
