using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class AssignmentTests
{
    [Fact]
    public void The_whole_is_cheapest_even_if_one_pair_is_not()
    {
        // Row 0 would like column 0 best, but then row 1 has only a dear one left.
        Assert.Equal([1, 0], Assignment.Solve(new double[,] { { 1, 2 }, { 1, 9 } }, 100));
    }

    [Fact]
    public void A_row_stays_alone_when_every_pair_is_dearer_or_forbidden()
    {
        Assert.Equal([-1, 0], Assignment.Solve(new double[,] { { 7, double.PositiveInfinity }, { 1, 9 } }, 5));
        Assert.Equal([-1], Assignment.Solve(new double[1, 0], 5));
        Assert.Empty(Assignment.Solve(new double[0, 3], 5));
    }

    [Fact]
    public void No_other_pairing_costs_less()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var costs = new double[random.Next(1, 5), random.Next(1, 5)];
            for (var i = 0; i < costs.Length; i++)
            {
                costs[i / costs.GetLength(1), i % costs.GetLength(1)] = random.Next(4) == 0 ? double.PositiveInfinity : random.NextDouble() * 10;
            }

            Assert.Equal(Least(costs, 0, 0), Total(costs, Assignment.Solve(costs, 6)), 1e-9);
        }
    }

    private static double Total(double[,] costs, int[] pairs)
    {
        Assert.Equal(pairs.Count(j => j >= 0), pairs.Where(j => j >= 0).Distinct().Count());
        return pairs.Select((j, i) => j < 0 ? 6 : costs[i, j]).Sum();
    }

    private static double Least(double[,] costs, int row, int taken)
    {
        if (row == costs.GetLength(0))
        {
            return 0;
        }

        var least = 6 + Least(costs, row + 1, taken);
        for (var j = 0; j < costs.GetLength(1); j++)
        {
            if ((taken & (1 << j)) == 0)
            {
                least = Math.Min(least, costs[row, j] + Least(costs, row + 1, taken | (1 << j)));
            }
        }

        return least;
    }
}
