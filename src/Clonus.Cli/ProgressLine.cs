using System.Diagnostics;
using System.Globalization;

namespace Clonus.Cli;

/// <summary>One line on the terminal that is rewritten as the work goes on, and gone after it.</summary>
internal sealed class ProgressLine(TextWriter terminal, string label) : IProgress<double>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _sinceDrawn = Stopwatch.StartNew();

    /// <summary>Draws only on a terminal that wants it.</summary>
    public static ProgressLine? On(Screen screen, string label) => screen.DrawsProgress ? new ProgressLine(screen.Error, label) : null;

    /// <param name="value">Share of the work that is done, 0 to 1.</param>
    public void Report(double value)
    {
        if (_sinceDrawn.Elapsed < Pause)
            return;

        _sinceDrawn.Restart();
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{label}  {100 * Math.Clamp(value, 0, 1):F0} %"));
        terminal.Flush();
    }

    public void Dispose()
    {
        terminal.Write("\r\u001b[K");
        terminal.Flush();
    }
}
