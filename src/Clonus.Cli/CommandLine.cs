using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Clonus.Cli.Commands;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli;

/// <summary>The whole command line: arguments in, exit code out. Tests call it as Program does.</summary>
internal static class CommandLine
{
    private static readonly string[] LaterCommands = ["report", "completion"];

    private static readonly Command Root = CreateRoot();

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        // A file may be called "@clip.mp4": response files stay off.
        var parsed = Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var streams = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var misuse = parsed.Action switch
        {
            HelpAction => null,
            ParseErrorAction => UsageError.Describe(parsed),
            _ => UsageError.UnknownOptionAmongArguments(parsed),
        };
        if (misuse is not null)
        {
            await error.WriteAsync($"clonus: error: {misuse}\n");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(streams, cancel);
        }
        catch (Exception e) when (e is OperationCanceledException || IsInterrupted(cancel))
        {
            await error.WriteAsync("clonus: interrupted; nothing half-written is left\n");
            return (int)ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            Screen.WriteError(error, e, about: null, parsed.GetValue<bool>("--verbose"));
            return (int)ExitCodeOf(e);
        }
    }

    // Ctrl-C reaches the programs that we started as well: that one of them ended may be seen before the signal itself.
    internal static bool IsInterrupted(CancellationToken cancel) => cancel.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));

    public static ExitCode ExitCodeOf(Exception error) => error switch
    {
        OperationCanceledException => ExitCode.Interrupted,
        InputException { Fault: InputFault.Settings } => ExitCode.Usage,
        InputException => ExitCode.Unreadable,
        _ => ExitCode.Unexpected,
    };

    private static Command CreateRoot()
    {
        // A plain command, because a RootCommand takes its name from the file that is run.
        var root = new Command(
            "clonus",
            "clonus counts the beats of clonus in recorded clinic video: it follows the stickers on a leg, "
            + "measures the ankle's oscillation and says whether the clonus is sustained.\n"
            + ResultDocument.IntendedUse + "\n\n"
            + "Exit codes: 0 done, 1 unexpected error, 2 usage or settings, 3 input unreadable, 4 nothing could be assessed, "
            + "5 some clips failed, 6 verify found a difference, 7 --fail-on matched, 130 interrupted.")
        {
            new HelpOption(),
            new VersionOption { Action = new PrintVersion() },
            AnalyzeCommand.Create(),
            BatchCommand.Create(),
            MergeCommand.Create(),
            TrackCommand.Create(),
            DetectCommand.Create(),
            ConvertCommand.Create(),
            VerifyCommand.Create(),
            SynthCommand.Create(),
            ScoreCommand.Create(),
            DoctorCommand.Create(),
            SchemaCommand.Create(),
            WorkerCommand.Create(),
        };
        foreach (var later in LaterCommands)
            root.Add(LaterCommand.Create(later));

        root.Add(new Option<bool>("--quiet") { Description = "No summary, no progress, no notes; errors stay", Recursive = true });
        root.Add(new Option<bool>("--verbose", "-v") { Description = "More detail on stderr, and the stack trace of an unexpected error", Recursive = true });
        root.Add(new Option<bool>("--no-color") { Description = "No colours (the variable NO_COLOR does the same)", Recursive = true });
        return root;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write($"clonus {ToolVersions.Own}\n");
            return 0;
        }
    }
}
