using System.Diagnostics;
using System.Globalization;

namespace Clonus.Cli.Batch;

/// <summary>What the user sees while a batch is at work: a line with the rate and the time left, on a terminal, and above it what went wrong.</summary>
internal sealed class BatchProgress(Screen screen, int clips) : IDisposable
{
    private const string ClearLine = "\r\u001b[K";

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _done;
    private int _kept;
    private int _failed;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Ended(ListedClip clip, ClipOutcome outcome)
    {
        _done++;
        _kept += outcome.IsKept ? 1 : 0;
        _failed += outcome.Failure is null ? 0 : 1;
        Clear();
        foreach (var note in outcome.Notes)
            screen.Note($"{clip.Id}: {note}");
        if (outcome.Failure is { } failure)
            screen.Error.Write($"clonus: error: {clip.Id}: {failure.Message}\n");
        Draw();
    }

    public void Say(string line)
    {
        Clear();
        screen.Error.Write(line + "\n");
        Draw();
    }

    public void Draw()
    {
        if (!screen.DrawsProgress)
            return;

        // What was done before tells nothing of how long the rest will take.
        var worked = _done - _kept;
        var rate = worked / _watch.Elapsed.TotalSeconds;
        var left = worked == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {Rate(rate)}  {Span(TimeSpan.FromSeconds((clips - _done) / rate))} left");
        screen.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{ClearLine}{_done} of {clips} clips{(_failed > 0 ? $", {_failed} failed" : "")}{left}"));
        screen.Error.Flush();
    }

    public void Dispose() => Clear();

    private static string Rate(double clipsEachSecond) => clipsEachSecond >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{clipsEachSecond:F1} clips/s")
        : string.Create(CultureInfo.InvariantCulture, $"{60 * clipsEachSecond:F1} clips/min");

    private static string Span(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} s");

    private void Clear()
    {
        if (screen.DrawsProgress)
            screen.Error.Write(ClearLine);
    }
}
