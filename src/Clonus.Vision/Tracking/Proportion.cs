namespace Clonus.Vision.Tracking;

/// <summary>A quantity that is usually one value, give or take a relative spread; logarithms of it are normally distributed.</summary>
public readonly record struct Proportion(double Usual, double Spread)
{
    // Of things that have nothing to do with each other, ratios of lengths spread over a factor of e to either side.
    private const double ChanceSpread = 1;

    /// <summary>Log of how much likelier a ratio is here than by chance.</summary>
    public double Evidence(double ratio)
    {
        var (here, chance) = (Math.Log(ratio / Usual) / Spread, Math.Log(ratio) / ChanceSpread);
        return Math.Log(ChanceSpread / Spread) - (0.5 * here * here) + (0.5 * chance * chance);
    }
}
