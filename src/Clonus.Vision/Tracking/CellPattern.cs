using System.Collections.Immutable;

namespace Clonus.Vision.Tracking;

/// <summary>A printed square of black and white cells.</summary>
/// <param name="Across">Cells a side; the square is −1 to 1 in its own coordinates.</param>
/// <param name="White">Row by row from (−1, −1).</param>
/// <param name="Reach">Part of the plane that is known: half a side of a square, or of a disc its radius.</param>
internal sealed record CellPattern(int Across, ImmutableArray<bool> White, bool EndsInWhite, double Reach)
{
    /// <summary>Two black and two white quarters; nothing is known of what lies beyond them, nor whether they make a square or a disc.</summary>
    public static readonly CellPattern Quadrants = new(2, [false, true, true, false], EndsInWhite: false, Reach: 0.85);

    /// <summary>The square of a tag with its black border, on white.</summary>
    /// <param name="isWhite">Column and row of the bits inside the border.</param>
    public static CellPattern Tag(int bitsAcross, Func<int, int, bool> isWhite)
    {
        var across = bitsAcross + 2;
        var white = ImmutableArray.CreateBuilder<bool>(across * across);
        for (var cell = 0; cell < across * across; cell++)
        {
            var (row, column) = Math.DivRem(cell, across);
            white.Add(row > 0 && column > 0 && row <= bitsAcross && column <= bitsAcross && isWhite(column - 1, row - 1));
        }

        // Half a cell of the paper around it is surely white.
        return new CellPattern(across, white.MoveToImmutable(), EndsInWhite: true, Reach: 1 + (1.0 / across));
    }

    public bool Knows(double u, double v) =>
        EndsInWhite ? Math.Abs(u) <= Reach && Math.Abs(v) <= Reach : (u * u) + (v * v) <= Reach * Reach;

    /// <summary>The boundary between cells that lies nearest to a coordinate, counted from the one at −1.</summary>
    public int NearestBoundary(double coordinate)
    {
        var boundary = (int)Math.Round((coordinate + 1) * Across / 2);
        return EndsInWhite ? Math.Clamp(boundary, 0, Across) : Math.Clamp(boundary, 1, Across - 1);
    }

    public double Boundary(int index) => (2.0 * index / Across) - 1;

    /// <summary>1 for white, 0 for black.</summary>
    public double Level(int column, int row) =>
        column >= 0 && row >= 0 && column < Across && row < Across ? White[(row * Across) + column] ? 1 : 0 : 1;
}
