namespace Clonus.Vision.Tracking;

/// <summary>How the light of the whole scene changes from frame to frame: mains flicker, a camera that adapts its exposure.</summary>
internal sealed class SceneLight
{
    // Enough places that whatever moves in the picture is in the minority.
    private const int Columns = 32, Rows = 18;

    // Darker places are noise.
    private const float LeastLuma = 12;

    private readonly float[] before = new float[Columns * Rows];
    private readonly float[] ratios = new float[Columns * Rows];

    /// <summary>Brightness of this picture over that of the one before: the median over places, 1 for the first one.</summary>
    public float Change(PixelView picture)
    {
        var count = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var (row, column) = Math.DivRem(i, Columns);
            var luma = picture[((2 * column) + 1) * picture.Width / (2 * Columns), ((2 * row) + 1) * picture.Height / (2 * Rows)].Luma;
            if (before[i] > LeastLuma && luma > LeastLuma)
            {
                ratios[count++] = luma / before[i];
            }

            before[i] = luma;
        }

        if (count < before.Length / 4)
        {
            return 1;
        }

        Array.Sort(ratios, 0, count);
        return ratios[count / 2];
    }
}
