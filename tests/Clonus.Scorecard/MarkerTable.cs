using System.Globalization;

namespace Clonus.Scorecard;

/// <summary>Lines of the marker scorecard as a Markdown table. The bound is Cramér and Rao's for white residuals, which those of noise are and those of compression are not.</summary>
internal static class MarkerTable
{
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("| marker | frames | missing | error, px | oracle, px | bound, px | ratio | about the mean | mean error x, y | worst | locking | uneven |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public static void WriteLine(TextWriter output, MarkerClips clips)
    {
        if (MarkerErrors.Of(clips.Frames) is not { } errors)
        {
            output.WriteLine($"| {clips.Case} | {clips.Frames.Length} | 100 % ||||||||||");
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {clips.Case} | {errors.Frames} | {100 * errors.MissingShare:0.#} % | {errors.Rms:0.000} | {errors.OracleRms:0.000} | {errors.OracleBound:0.000} | {errors.Ratio:0.00} | {errors.RmsAboutOffset:0.000} "
            + $"| {errors.Offset.X:+0.000;-0.000}, {errors.Offset.Y:+0.000;-0.000} | {errors.Worst:0.00} | {errors.Locking:0.000} | {100 * errors.Unevenness:0} % |"));
    }
}
