namespace Clonus.Cli;

/// <summary>What the process says when it ends. The order of precedence when several apply is <see cref="ExitCodes.Precedence"/>.</summary>
internal enum ExitCode
{
    Done = 0,
    Unexpected = 1,
    Usage = 2,
    Unreadable = 3,

    /// <summary>Every input was readable and none of them could be assessed.</summary>
    NotAssessable = 4,

    /// <summary>Some clips of several failed; the others are done.</summary>
    SomeFailed = 5,
    GateFailed = 6,

    /// <summary>What <c>--fail-on</c> names was found.</summary>
    Matched = 7,
    Interrupted = 130,
}

internal static class ExitCodes
{
    private static readonly ExitCode[] Precedence =
    [
        ExitCode.Interrupted, ExitCode.Unexpected, ExitCode.Usage, ExitCode.Unreadable, ExitCode.SomeFailed,
        ExitCode.GateFailed, ExitCode.Matched, ExitCode.NotAssessable,
    ];

    /// <summary>The one code that a run with all these ends with; <see cref="ExitCode.Done"/> when there is none.</summary>
    public static ExitCode First(IEnumerable<ExitCode> codes)
    {
        var all = codes.ToHashSet();
        return Precedence.FirstOrDefault(all.Contains, ExitCode.Done);
    }
}
