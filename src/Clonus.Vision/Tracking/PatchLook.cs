using System.Numerics;
using System.Runtime.CompilerServices;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Where a patch was found and how well it agrees there.</summary>
/// <param name="Pose">Relative to how the look lay when it was taken.</param>
/// <param name="Correlation">Weighted, over what is visible; 1 the same but for brightness and contrast.</param>
/// <param name="Misfit">Mean square of what is left after brightness and contrast, in squared grey levels of the look.</param>
/// <param name="Cost">The same over all of the patch, no pixel counting for more than a limit: of two places the one that explains more of it has less.</param>
/// <param name="SpreadPixels">Standard deviation of the place that this much misfit leaves, in each direction.</param>
/// <param name="VisibleShare">Share of the patch, by weight, that is there and goes along with the rest.</param>
/// <param name="DetailShare">The same share of its detail.</param>
/// <param name="StrangeCells">The cells that do not, a bit each.</param>
/// <param name="Gain">Contrast as a ratio to the look's.</param>
/// <param name="Brighter">Mean level less the look's.</param>
internal readonly record struct PatchMatch(
    PatchPose Pose, double Correlation, double Misfit, double Cost, double SpreadPixels, double VisibleShare, double DetailShare, int StrangeCells, double Gain, double Brighter)
{
    public ImagePoint Place => Pose.Place;
}

/// <summary>
/// What is seen around a point at one moment, and how it is found again to a fraction of a pixel: Gauss–Newton on the grey levels over
/// shift, turn and zoom (Lucas and Kanade 1981, inverse form of Baker and Matthews 2004), blind to brightness and contrast. Pixels that do
/// not go along with the rest, such as the wall behind a swinging foot, lose their say for good; cells that do not in one picture,
/// such as what a hand covers, have none in that picture.
/// </summary>
internal sealed partial class PatchLook
{
    private const int CellsAcross = 3;
    private const int Cells = CellsAcross * CellsAcross;

    // Each cell by itself, the rows, the columns: a bit for each cell.
    private static readonly int[][] Partitions =
    [
        [.. Enumerable.Range(0, Cells).Select(cell => 1 << cell)],
        [.. Enumerable.Range(0, CellsAcross).Select(row => 0b111 << (CellsAcross * row))],
        [.. Enumerable.Range(0, CellsAcross).Select(column => 0b001001001 << column)],
    ];

    private readonly PatchSettings _settings;
    private readonly LumaWindow _source;
    private readonly ImagePoint _centre;
    private readonly double _half;
    private readonly double _step;
    private readonly int _side;
    private readonly float[] _levels;
    private readonly float[] _nearness;
    private readonly float[] _misfit;
    private readonly float[] _weights;
    private readonly float[][] _slopes;
    private readonly float[][] _directions;
    private readonly byte[] _cells;
    private Matrix4x4 _inverse;
    private Matrix4x4 _inverseOfShift;
    private Vector4 _prior;
    private float _hold;
    private float _mean;
    private float _variance;
    private float _weightSum;
    private PatchLook? _coarse;

    /// <param name="half">Half the side of the patch in pixels.</param>
    /// <param name="noise">Variance that noise alone leaves between two looks at the same thing, in squared grey levels.</param>
    /// <param name="before">The look that this one takes over from: what did not go along with that does not with this.</param>
    /// <param name="match">How that one lay when this one was taken.</param>
    public PatchLook(LumaWindow window, ImagePoint centre, double half, PatchSettings settings, double noise, PatchLook? before = null, PatchMatch? match = null)
    {
        (_settings, _source, _centre, _half) = (settings, window, centre, half);
        _step = Math.Max(1, half / settings.MaxHalfSamples);
        _side = (2 * (int)Math.Round(half / _step)) + 1;
        var count = _side * _side;
        (_levels, _nearness, _misfit, _weights, _cells) = (new float[count], new float[count], new float[count], new float[count], new byte[count]);
        (_slopes, _directions) = ([new float[count], new float[count]], [.. Enumerable.Range(0, 5).Select(_ => new float[count])]);
        Read();
        if (before is not null)
        {
            Inherit(before, match);
        }

        Weigh(noise);
    }

    /// <summary>Weighted spread of grey levels: what there is to hold on to.</summary>
    public double Texture => Math.Sqrt(_variance / _weightSum);

    /// <summary>Standard deviation of the place, in the direction that the patch knows least of, when nothing but noise is in the way.</summary>
    public double LeastSpreadPixels(double noise) => Math.Sqrt(_settings.MisfitCorrelation * noise / _hold);

    /// <summary>Weighted sums of the slopes' products, squared grey levels: how sharply each direction tells the place.</summary>
    public (double Xx, double Xy, double Yy) Structure
    {
        get
        {
            var (xx, xy, yy) = (0.0, 0.0, 0.0);
            for (var i = 0; i < _weights.Length; i++)
            {
                xx += _weights[i] * _slopes[0][i] * _slopes[0][i];
                xy += _weights[i] * _slopes[0][i] * _slopes[1][i];
                yy += _weights[i] * _slopes[1][i] * _slopes[1][i];
            }

            return (xx, xy, yy);
        }
    }

    /// <summary>Sum of the pixels' weights.</summary>
    public double Weight => _weightSum;

    /// <summary>
    /// Goes from a start to the place nearby where the patch agrees best, without a turn and all of it having its say; null when it finds no
    /// hold.
    /// </summary>
    [SkipLocalsInit]
    public PatchMatch? Settle(LumaWindow window, ImagePoint start)
    {
        Span<float> seen = stackalloc float[_levels.Length];
        return Descend(window, PatchPose.At(start), PatchPose.At(start), 0, turns: false, seen) is { } pose ? Judge(seen, 0, 0) with { Pose = pose } : null;
    }

    /// <summary>The same with turn and zoom, without the say of what does not go along.</summary>
    [SkipLocalsInit]
    public PatchMatch? Settle(LumaWindow window, PatchPose start, double noise)
    {
        Span<float> seen = stackalloc float[_levels.Length];
        if (Descend(window, start, start, 0, turns: true, seen) is not { } pose)
        {
            return null;
        }

        var match = Judge(seen, 0, noise) with { Pose = pose };

        // The rest has its say without what seems covered, and is then asked again.
        return match.StrangeCells == 0
            ? match
            : Descend(window, start, pose, match.StrangeCells, turns: true, seen) is { } settled ? Judge(seen, match.StrangeCells, noise) with { Pose = settled } : null;
    }

    /// <summary>Places within reach where the patch agrees, best first, found at a low resolution: starts for <see cref="Settle(LumaWindow, PatchPose, double)"/>.</summary>
    public IEnumerable<ImagePoint> Search(LumaWindow window, ImagePoint centre, double reach)
    {
        var reduction = 1;
        var coarse = this;
        while (coarse._half / 2 >= _settings.MinSearchHalfPixels)
        {
            coarse = coarse._coarse ??= new PatchLook(coarse._source.Halved(), Halve(coarse._centre), coarse._half / 2, _settings, _settings.LeastNoise, coarse);
            (window, centre, reach, reduction) = (window.Halved(), Halve(centre), reach / 2, 2 * reduction);
        }

        return coarse.Peaks(window, centre, reach).Select(place => new ImagePoint(((place.X + 0.5) * reduction) - 0.5, ((place.Y + 0.5) * reduction) - 0.5));

        static ImagePoint Halve(ImagePoint place) => new(((place.X + 0.5) / 2) - 0.5, ((place.Y + 0.5) / 2) - 0.5);
    }

    /// <summary>Weighted correlation with the patch at a whole pixel; 0 where a part of it lies outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Agreement(LumaWindow window, int x, int y)
    {
        var middle = _side / 2;
        if (!window.Holds(new ImagePoint(x, y), middle))
        {
            return 0;
        }

        var (sum, square, cross) = (0f, 0f, 0f);
        for (var row = 0; row < _side; row++)
        {
            var seen = window.Row(x - middle, y + row - middle, _side);
            var weights = _weights.AsSpan(row * _side, _side);
            var levels = _directions[4].AsSpan(row * _side, _side);
            cross += Dot(levels, seen);
            var (sums, squares) = (Vector<float>.Zero, Vector<float>.Zero);
            var i = 0;
            for (; i <= seen.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                var level = new Vector<float>(seen[i..]);
                var weighted = level * new Vector<float>(weights[i..]);
                sums += weighted;
                squares += weighted * level;
            }

            (sum, square) = (sum + Vector.Sum(sums), square + Vector.Sum(squares));
            for (; i < seen.Length; i++)
            {
                var weighted = weights[i] * seen[i];
                (sum, square) = (sum + weighted, square + (weighted * seen[i]));
            }
        }

        var spread = square - (sum * sum / _weightSum);
        return spread <= 0 ? 0 : cross / MathF.Sqrt(spread * _variance);
    }

    /// <summary>
    /// Variance between this look and what is seen where it was found, in squared grey levels, by the median: what does not go along with the
    /// patch, such as another background, is no noise.
    /// </summary>
    [SkipLocalsInit]
    public double NoiseAt(LumaWindow window, PatchMatch match)
    {
        const double VarianceOverMedianSquare = 2.198;
        Span<float> errors = stackalloc float[_levels.Length];
        window.Sample(match.Pose, _side, _step, errors);
        var (gain, offset) = Light(errors, match.StrangeCells);
        var count = 0;
        for (var i = 0; i < _levels.Length; i++)
        {
            if (!float.IsNaN(errors[i]) && !IsStrange(match.StrangeCells, i))
            {
                errors[count++] = Math.Abs(errors[i] - (gain * _levels[i]) - offset);
            }
        }

        errors[..count].Sort();
        return VarianceOverMedianSquare * errors[count / 2] * errors[count / 2];
    }

    /// <summary>Learns which pixels go along with the patch from how it looks where it was found.</summary>
    [SkipLocalsInit]
    public void Learn(LumaWindow window, PatchMatch match, double noise)
    {
        Span<float> seen = stackalloc float[_levels.Length];
        window.Sample(match.Pose, _side, _step, seen);
        var (gain, offset) = Light(seen, match.StrangeCells);
        var memory = (float)_settings.MisfitMemory;
        for (var i = 0; i < _levels.Length; i++)
        {
            if (!float.IsNaN(seen[i]) && !IsStrange(match.StrangeCells, i))
            {
                var error = ((seen[i] - offset) / gain) - _levels[i];
                _misfit[i] = (memory * _misfit[i]) + ((1 - memory) * error * error);
            }
        }

        Weigh(noise);
    }
}
