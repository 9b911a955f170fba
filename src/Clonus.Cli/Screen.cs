using System.CommandLine;
using Clonus.Cli.Reports;

namespace Clonus.Cli;

/// <summary>The two streams of a run and what may be drawn on them. The result goes to Output, all else to Error.</summary>
/// <param name="Quiet">Neither summary nor progress nor notes; errors stay.</param>
internal sealed record Screen(TextWriter Output, TextWriter Error, TextStyle Style, bool DrawsProgress, bool Quiet, bool Verbose)
{
    // A terminal that does not tell its width says 0.
    private const int LeastColumns = 60;

    public static Screen Of(ParseResult parsed)
    {
        var streams = parsed.InvocationConfiguration;
        var quiet = parsed.GetValue<bool>("--quiet");
        var terminal = ReferenceEquals(streams.Output, Console.Out) && !Console.IsOutputRedirected;
        var colours = terminal
            && !parsed.GetValue<bool>("--no-color")
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        var progress = ReferenceEquals(streams.Error, Console.Error) && !Console.IsErrorRedirected && !quiet;
        return new Screen(streams.Output, streams.Error, new TextStyle(colours, terminal ? Math.Clamp(Console.WindowWidth, LeastColumns, TextStyle.MostColumns) : TextStyle.MostColumns), progress, quiet, parsed.GetValue<bool>("--verbose"));
    }

    /// <summary>Something the user should know that is no error.</summary>
    public void Note(string text)
    {
        if (!Quiet)
            Error.Write($"clonus: {text}\n");
    }

    /// <summary>One line for what went wrong; the stack trace only when details were asked for.</summary>
    public void Fail(Exception error, string? about = null) => WriteError(Error, error, about, Verbose);

    public static string OneLine(Exception error)
    {
        var message = string.Join(' ', error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return error is Motion.InputException ? message : $"unexpected: {message}";
    }

    public static void WriteError(TextWriter output, Exception error, string? about, bool verbose)
    {
        var message = OneLine(error);
        output.Write($"clonus: error: {(about is null || message.Contains($"'{about}'", StringComparison.Ordinal) ? "" : about + ": ")}{message}{(error is Motion.InputException ? "" : " (details with -v)")}\n");
        if (verbose)
            output.Write($"{error}\n");
    }
}
