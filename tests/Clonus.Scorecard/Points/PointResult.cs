using System.Globalization;

namespace Clonus.Scorecard.Points;

/// <summary>What was said of a point in one frame, beside the truth.</summary>
/// <param name="ErrorPixels">Null where it was not seen.</param>
internal sealed record PointFrame(bool IsHidden, double? ErrorPixels, double Confidence)
{
    /// <summary>Half of the square around the point that counts as the point's own.</summary>
    public const int HalfPixels = 9;

    /// <summary>What a confidence speaks of: 5 % of the square's side, or half a pixel.</summary>
    public const double RightPixels = 0.95;

    /// <summary>Off by a fifth of the square's side: another place.</summary>
    public const double WrongPixels = 3.8;
}

/// <summary>One point through one clip.</summary>
internal sealed record PointResult(PieceMotion Motion, Condition Condition, PointFrame[] Frames)
{
    public string Describe() => Summary([this]);

    /// <summary>The cells of a table's row.</summary>
    public static string Summary(PointResult[] results)
    {
        var frames = results.SelectMany(r => r.Frames).ToArray();
        var visible = frames.Where(f => !f.IsHidden).ToArray();
        var errors = visible.Where(f => f.ErrorPixels is not null).Select(f => f.ErrorPixels!.Value).Order().ToArray();
        var returns = results.SelectMany(Returns).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{100.0 * errors.Length / visible.Length:0.0} % | {Math.Sqrt(errors.DefaultIfEmpty().Average(e => e * e)):0.00} | {errors.ElementAtOrDefault((int)(0.95 * (errors.Length - 1))):0.00} | {errors.LastOrDefault():0.0} "
            + $"| {errors.Count(e => e > PointFrame.WrongPixels)} | {frames.Count(f => f is { IsHidden: true, ErrorPixels: not null })} of {frames.Length - visible.Length} "
            + $"| {(returns.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{returns.Count(r => r)} of {returns.Length}"))}");
    }

    private static IEnumerable<bool> Returns(PointResult result)
    {
        for (var i = 1; i + 2 < result.Frames.Length; i++)
        {
            if (result.Frames[i - 1].IsHidden && !result.Frames[i].IsHidden)
            {
                yield return result.Frames[i..(i + 3)].Any(f => f.ErrorPixels < PointFrame.WrongPixels);
            }
        }
    }
}
