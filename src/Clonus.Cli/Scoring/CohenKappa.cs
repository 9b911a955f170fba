using MathNet.Numerics.Distributions;

namespace Clonus.Cli.Scoring;

/// <summary>
/// Agreement of two observers on yes or no beyond chance (Cohen, Educ Psychol Meas 1960;20:37-46). The interval is normal, with the standard
/// error of Fleiss, Cohen and Everitt (Psychol Bull 1969;72:323-327).
/// </summary>
internal static class CohenKappa
{
    /// <param name="both">Clips in which both say yes.</param>
    public static Estimate Of(int both, int firstOnly, int secondOnly, int neither)
    {
        double n = both + firstOnly + secondOnly + neither;
        if (n == 0)
            return Estimate.Unknown("no pairs");

        var (yes, no) = (both / n, neither / n);
        var (first, second) = ((both + firstOnly) / n, (both + secondOnly) / n);
        var observed = yes + no;
        var chance = (first * second) + ((1 - first) * (1 - second));
        if (both + firstOnly + secondOnly == 0 || firstOnly + secondOnly + neither == 0)
            return Estimate.Unknown("both give every clip the same answer, so that chance alone would agree as well");

        var kappa = (observed - chance) / (1 - chance);
        if (firstOnly + secondOnly == 0)
            return Estimate.Alone(kappa, "they agree on every clip, which leaves no interval");
        if (both + firstOnly == 0 || both + secondOnly == 0 || secondOnly + neither == 0 || firstOnly + neither == 0)
            return Estimate.Alone(0, "one of the two gives every clip the same answer: kappa is 0 then, however often they agree");

        double Diagonal(double share, double margins) => share * Square(1 - chance - (margins * (1 - observed)));
        double Beside(double share, double margins) => share * Square(margins * (1 - observed));
        var spread = Diagonal(yes, first + second) + Diagonal(no, 2 - first - second)
            + Beside(firstOnly / n, second + 1 - first) + Beside(secondOnly / n, 1 - second + first)
            - Square((observed * chance) - (2 * chance) + observed);
        var reach = Normal.InvCDF(0, 1, Estimate.UpperTail) * Math.Sqrt(Math.Max(0, spread) / n) / Square(1 - chance);
        return Estimate.Between(kappa, Math.Max(-1, kappa - reach), Math.Min(1, kappa + reach));
    }

    private static double Square(double value) => value * value;
}
