using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// Where a file's frames lie on an even grid, for a format that knows one rate and no times. Frames go to the nearest place and nothing is
/// invented: places between them stay empty.
/// </summary>
/// <param name="RateHz">Of the grid.</param>
/// <param name="Places">Of each frame, rising from 0.</param>
/// <param name="LargestErrorSeconds">By which a frame stands at another time than its own.</param>
internal sealed record EvenGrid(double RateHz, int[] Places, double LargestErrorSeconds)
{
    // So far from its place a frame still counts as an evenly timed one whose time was rounded.
    private const double RoundedShare = 0.25;

    // Uneven frames that would fall on one place get a finer grid, up to this.
    private const int FinestFactor = 8;

    // A grid far emptier than this is no recording any more.
    private const int MostPlacesAFrame = 100;

    public int Length => Places.Length == 0 ? 0 : Places[^1] + 1;

    /// <exception cref="InputException">There are no times, or no grid holds them.</exception>
    public static EvenGrid Of(Trajectories trajectories)
    {
        var times = FrameRate.TimesOf(trajectories);
        if (FrameRate.Of(trajectories) is not { } rate)
            return new EvenGrid(1, [.. times.Select(_ => 0)], 0);

        if (ByNumber(trajectories, times, rate) is { } numbered)
            return numbered;
        for (var factor = 1; factor <= FinestFactor; factor *= 2)
        {
            if (ByTime(times, rate * factor) is { } grid)
                return grid;
        }

        throw new InputException(InputFault.Settings, "the frames' times are too uneven for a format that has one rate: write TRC or CSV, which keep each frame's time");
    }

    private static EvenGrid? ByNumber(Trajectories trajectories, double[] times, double rate)
    {
        var span = (long)trajectories.Frames[^1] - trajectories.Frames[0];
        if (span >= (long)MostPlacesAFrame * times.Length)
            return null;
        int[] places = [.. trajectories.Frames.Select(frame => frame - trajectories.Frames[0])];
        var error = ErrorOf(times, rate, places);
        return error <= RoundedShare / rate ? new EvenGrid(rate, places, error) : null;
    }

    private static EvenGrid? ByTime(double[] times, double rate)
    {
        if ((times[^1] - times[0]) * rate >= (double)MostPlacesAFrame * times.Length)
            return null;
        int[] places = [.. times.Select(time => (int)Math.Round((time - times[0]) * rate))];
        return places.Skip(1).Zip(places).All(pair => pair.First > pair.Second) ? new EvenGrid(rate, places, ErrorOf(times, rate, places)) : null;
    }

    private static double ErrorOf(double[] times, double rate, int[] places) => times.Zip(places, (time, place) => Math.Abs(time - times[0] - (place / rate))).Max();
}
