namespace Clonus.Vision.Tracking;

/// <summary>The pairing of rows with columns whose costs have the least sum (Hungarian algorithm by shortest augmenting paths).</summary>
internal static class Assignment
{
    /// <param name="costs">One row each to be paired; <see cref="double.PositiveInfinity"/> forbids a pair.</param>
    /// <param name="costOfNone">Cost of a row that stays alone; it wins over any dearer pair.</param>
    /// <returns>For each row its column, or −1.</returns>
    public static int[] Solve(double[,] costs, double costOfNone)
    {
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        // A column of its own for each row stands for "none", so that a full pairing always exists.
        var width = columns + rows;
        double Cost(int row, int column) =>
            column < columns ? Math.Min(costs[row, column], Forbidden(costOfNone)) : column - columns == row ? costOfNone : Forbidden(costOfNone);

        var rowPotential = new double[rows + 1];
        var columnPotential = new double[width + 1];
        var rowOfColumn = new int[width + 1];
        var previous = new int[width + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOfColumn[0] = row;
            var column = 0;
            var least = new double[width + 1];
            var used = new bool[width + 1];
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[column] = true;
                var (current, delta, next) = (rowOfColumn[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= width; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var reduced = Cost(current - 1, j - 1) - rowPotential[current] - columnPotential[j];
                    if (reduced < least[j])
                    {
                        (least[j], previous[j]) = (reduced, column);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= width; j++)
                {
                    if (used[j])
                    {
                        rowPotential[rowOfColumn[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }
            while (rowOfColumn[column] != 0);

            for (; column != 0; column = previous[column])
            {
                rowOfColumn[column] = rowOfColumn[previous[column]];
            }
        }

        var result = new int[rows];
        Array.Fill(result, -1);
        for (var j = 1; j <= columns; j++)
        {
            if (rowOfColumn[j] > 0 && costs[rowOfColumn[j] - 1, j - 1] < costOfNone)
            {
                result[rowOfColumn[j] - 1] = j - 1;
            }
        }

        return result;
    }

    // Dearer than any useful pair, and yet finite: infinities cannot be subtracted.
    private static double Forbidden(double costOfNone) => (1000 * costOfNone) + 1000;
}
