using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Drawing;

/// <summary>The unevenness of skin, cloth and paint: smooth random values from -1 to 1 that repeat after 256 cells.</summary>
internal static class GrainTable
{
    private const int Size = 256;
    private static readonly float[] Values = Fill();

    public static float At(double u, double v)
    {
        var (column, row) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (fu, fv) = ((float)(u - column), (float)(v - row));
        var (c0, c1) = (column & (Size - 1), (column + 1) & (Size - 1));
        var (r0, r1) = ((row & (Size - 1)) * Size, ((row + 1) & (Size - 1)) * Size);
        var above = Values[r0 + c0] + (fu * (Values[r0 + c1] - Values[r0 + c0]));
        var below = Values[r1 + c0] + (fu * (Values[r1 + c1] - Values[r1 + c0]));
        return above + (fv * (below - above));
    }

    private static float[] Fill()
    {
        var random = new SeededRandom(7, "grain");
        var values = new float[Size * Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.NextUnit()) - 1);
        }

        return values;
    }
}
