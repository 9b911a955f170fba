using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Clonus.Cli.Scoring;

/// <summary>
/// ICC(2,1): targets and raters both drawn at random, absolute agreement of a single rating (Shrout and Fleiss, Psychol Bull 1979;86:420-428),
/// with the interval of McGraw and Wong (Psychol Methods 1996;1:30-46), whose degrees of freedom are Satterthwaite's.
/// </summary>
internal static class IntraclassCorrelation
{
    /// <param name="ratings">A row for each target, in it one rating by each rater: two raters at least.</param>
    public static Estimate Of(ImmutableArray<ImmutableArray<double>> ratings)
    {
        if (ratings.Length < 2)
            return Estimate.Unknown("needs two pairs at least");

        double n = ratings.Length, k = ratings[0].Length;
        var (rows, columns, error) = MeanSquares(ratings);
        var whole = rows + ((k - 1) * error) + (k * (columns - error) / n);
        if ((rows == 0 && error == 0) || whole <= 0)
            return Estimate.Unknown("the clips do not differ, so that nothing can tell them apart");

        var icc = (rows - error) / whole;
        if (columns == 0 && error == 0)
            return Estimate.Alone(icc, "all pairs are equal, which leaves no interval");

        var a = k * icc / (n * (1 - icc));
        var b = 1 + (k * icc * (n - 1) / (n * (1 - icc)));
        var freedom = Square((a * columns) + (b * error)) / ((Square(a * columns) / (k - 1)) + (Square(b * error) / ((n - 1) * (k - 1))));
        const string unbounded = "the ratings are too few or too unlike for an interval";
        if (!double.IsFinite(freedom) || freedom <= 0)
            return Estimate.Alone(icc, unbounded);

        var (below, above) = (FQuantile(n - 1, freedom), FQuantile(freedom, n - 1));
        var between = (k * columns) + (((k * n) - k - n) * error);
        var low = n * (rows - (below * error)) / ((below * between) + (n * rows));
        var high = n * ((above * rows) - error) / (between + (n * above * rows));
        return double.IsFinite(low) && double.IsFinite(high) ? Estimate.Between(icc, low, high) : Estimate.Alone(icc, unbounded);
    }

    // Two-way analysis of variance with one rating in each cell.
    private static (double Rows, double Columns, double Error) MeanSquares(ImmutableArray<ImmutableArray<double>> ratings)
    {
        var (n, k) = (ratings.Length, ratings[0].Length);
        var mean = ratings.Average(row => row.Average());
        var rowMeans = ratings.Select(row => row.Average()).ToArray();
        var columnMeans = Enumerable.Range(0, k).Select(rater => ratings.Average(row => row[rater])).ToArray();
        var error = ratings.Select((row, i) => row.Select((rating, j) => Square(rating - rowMeans[i] - columnMeans[j] + mean)).Sum()).Sum();
        return (
            k * rowMeans.Sum(m => Square(m - mean)) / (n - 1),
            n * columnMeans.Sum(m => Square(m - mean)) / (k - 1),
            error / ((n - 1) * (k - 1)));
    }

    // The upper quantile as the reciprocal of a lower one, which lies between 0 and 1 where the library's search is at home.
    private static double FQuantile(double d1, double d2) => 1 / FisherSnedecor.InvCDF(d2, d1, 1 - Estimate.UpperTail);

    private static double Square(double value) => value * value;
}
