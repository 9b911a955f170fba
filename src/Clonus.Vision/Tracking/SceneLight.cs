namespace Clonus.Vision.Tracking;

/// <summary>How the light of the whole scene changes from frame to frame: mains flicker, a camera that adapts its exposure.</summary>
internal sealed class SceneLight
{
    // Enough places that whatever moves in the picture is in the minority.
    private const int Columns = 32, Rows = 18;

    // Darker places are noise.
    private const float LeastLuma = 12;

    private readonly float[] _before = new float[Columns * Rows];
    private readonly float[] _ratios = new float[Columns * Rows];

    /// <summary>Luma that a tenth of the picture exceeds: how bright pale things are in this light.</summary>
    public static float Level(PixelView picture)
    {
        var lumas = new float[Columns * Rows];
        for (var i = 0; i < lumas.Length; i++)
        {
            lumas[i] = LumaAt(picture, i);
        }

        Array.Sort(lumas);
        return lumas[lumas.Length * 9 / 10];
    }

    /// <summary>Brightness of this picture over that of the one before: the median over places, 1 for the first one.</summary>
    public float Change(PixelView picture)
    {
        var count = 0;
        for (var i = 0; i < _before.Length; i++)
        {
            var luma = LumaAt(picture, i);
            if (_before[i] > LeastLuma && luma > LeastLuma)
            {
                _ratios[count++] = luma / _before[i];
            }

            _before[i] = luma;
        }

        if (count < _before.Length / 4)
        {
            return 1;
        }

        Array.Sort(_ratios, 0, count);
        return _ratios[count / 2];
    }

    private static float LumaAt(PixelView picture, int place)
    {
        var (row, column) = Math.DivRem(place, Columns);
        return picture[((2 * column) + 1) * picture.Width / (2 * Columns), ((2 * row) + 1) * picture.Height / (2 * Rows)].Luma;
    }
}
