namespace Clonus.Motion;

/// <summary>One measured value held against one limit: the evidence of a verdict.</summary>
/// <param name="Measured">The value in <paramref name="Unit"/>; null when it could not be measured, and then <paramref name="Met"/> is null too.</param>
/// <param name="Comparison">How the value is held against the limit: "&gt;=", "&lt;=", "&gt;" or "&lt;".</param>
/// <param name="Source">Where the limit comes from; "this implementation's choice" where no literature has one.</param>
public sealed record Criterion(string Name, double? Measured, double Limit, string Comparison, string Unit, bool? Met, string Source)
{
    /// <summary>Met when the value is at least the limit; null when it is not known.</summary>
    public static Criterion AtLeast(string name, double? measured, double limit, string unit, string source) =>
        new(name, measured, limit, ">=", unit, measured is { } value ? value >= limit : null, source);

    /// <summary>Met when the value is at most the limit; null when it is not known.</summary>
    public static Criterion AtMost(string name, double? measured, double limit, string unit, string source) =>
        new(name, measured, limit, "<=", unit, measured is { } value ? value <= limit : null, source);
}
