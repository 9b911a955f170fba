using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Clonus.Cli.Batch;

/// <summary>
/// A worker and the programs that it starts, as one group of processes: they can be ended together, also after the worker itself is gone, and
/// Ctrl-C on the terminal reaches the batch alone, which then decides.
/// </summary>
internal static partial class ProcessGroup
{
    private const int KillSignal = 9;

    /// <summary>Makes this process the leader of a group of its own. Call it before any other program is started.</summary>
    public static void Lead() => _ = SetProcessGroup(0, 0);

    /// <summary>Ends this process and its group at once, whatever its threads are doing.</summary>
    public static void EndOwn()
    {
        if (GetProcessGroup() == Environment.ProcessId)
            _ = Kill(0, KillSignal);
        Environment.Exit((int)ExitCode.Interrupted);
    }

    /// <summary>Ends a worker with all that it started.</summary>
    public static void End(Process leader)
    {
        _ = Kill(-leader.Id, KillSignal);
        try
        {
            // It may not have come to lead a group yet.
            leader.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, which was wanted.
        }
    }

    /// <summary>The memory that a process and the programs that it started hold, in bytes; 0 where that cannot be told, or the process has ended.</summary>
    public static long ResidentBytes(int process)
    {
        try
        {
            var own = ReadNumbers($"/proc/{Text(process)}/statm")[1] * Environment.SystemPageSize;
            return own + Directory.EnumerateDirectories($"/proc/{Text(process)}/task")
                .SelectMany(thread => ReadNumbers(Path.Combine(thread, "children")))
                .Sum(child => ResidentBytes((int)child));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return 0;
        }
    }

    private static List<long> ReadNumbers(string path) =>
        [.. File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(n => n.Length > 0).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];

    private static string Text(int process) => process.ToString(CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetProcessGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int GetProcessGroup();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
