namespace Clonus.Cli.Scoring;

/// <summary>A statistic with its 95 % confidence interval. What cannot be known is null, and the remark says why.</summary>
internal sealed record Estimate(double? Value, double? Low, double? High, string? Remark)
{
    /// <summary>The level of every interval.</summary>
    public const double ConfidenceLevel = 0.95;

    /// <summary>Where an interval's upper end lies in a distribution.</summary>
    public const double UpperTail = (1 + ConfidenceLevel) / 2;

    public static Estimate Between(double value, double low, double high) => new(value, low, high, Remark: null);

    public static Estimate Alone(double value, string remark) => new(value, Low: null, High: null, remark);

    public static Estimate Unknown(string remark) => new(Value: null, Low: null, High: null, remark);
}
