namespace Clonus.Formats;

/// <summary>Which column of a table of annotations holds what; -1 where there is none.</summary>
internal sealed record AnnotationColumns(
    int File, int Side, int Rater, int Count, int LongestEpisodeCount, int BeatTimes, int Time, int Sustained, int Width, string[] Ignored)
{
    public static readonly string[] Names = ["file", "side", "rater", "count", "longest_episode_count", "beat_times_s", "time_s", "sustained"];

    /// <summary>From the header, whatever its letters' case.</summary>
    /// <exception cref="Motion.InputException">A column that is needed is missing, or one stands twice.</exception>
    public static AnnotationColumns Of(DelimitedTable header)
    {
        var cells = Array.ConvertAll(header.Row(), cell => cell.ToLowerInvariant());
        var width = cells.Length;
        while (width > 0 && cells[width - 1].Length == 0)
            width--;
        if (Array.Find(Names, name => cells.Count(cell => cell == name) > 1) is { } twice)
            throw header.Fault($"the column {twice} stands twice");

        int At(string name) => Array.IndexOf(cells, name);
        var columns = new AnnotationColumns(
            At("file"), At("side"), At("rater"), At("count"), At("longest_episode_count"), At("beat_times_s"), At("time_s"), At("sustained"),
            width, [.. cells[..width].Where(cell => !Names.Contains(cell))]);
        if (columns.File < 0)
            throw header.Fault($"there is no column file: a table of annotations has file and some of {string.Join(", ", Names[1..])}");
        if (columns is { Count: < 0, LongestEpisodeCount: < 0, BeatTimes: < 0, Time: < 0, Sustained: < 0 })
            throw header.Fault($"nothing is annotated: beside file there must be one of {string.Join(", ", Names[3..])}");
        if (columns is { BeatTimes: >= 0, Time: >= 0 })
            throw header.Fault("beat_times_s (a row for each clip) and time_s (a row for each beat) exclude one another");
        return columns;
    }
}
