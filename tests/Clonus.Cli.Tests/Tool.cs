using System.Diagnostics;
using System.Globalization;

namespace Clonus.Cli.Tests;

/// <summary>The tool as it is shipped: the built program in a process of its own, in a folder of its own.</summary>
internal static class Tool
{
    private static readonly string Dll = Path.Combine(
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..")), "Clonus.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "clonus-cli.dll");

    /// <summary>A working folder as a user has it: with samples and with scripts/clonus, which starts the tool without building it.</summary>
    public static void Install(Folder folder)
    {
        Directory.CreateDirectory(folder["scripts"]);
        var script = Path.Combine(folder["scripts"], "clonus");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Dll}' \"$@\"\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        Directory.CreateSymbolicLink(folder["samples"], Repository.Path("samples"));
    }

    /// <summary>Starts a command line of the shell in the folder.</summary>
    public static Process Start(Folder folder, string commandLine)
    {
        var process = Process.Start(new ProcessStartInfo("bash", ["-c", commandLine])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>
    /// The start of a command line that <see cref="Interrupt"/> reaches: exec leaves one process, and the signal is heard even where
    /// the tests run in the background of a script, whose children a shell tells to ignore it.
    /// </summary>
    public const string Interruptible = "exec env --default-signal=INT ";

    /// <summary>Ctrl-C.</summary>
    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static async Task<CliRun> Run(Folder folder, string commandLine)
    {
        using var process = Start(folder, commandLine);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliRun(process.ExitCode, await output, await error);
    }
}
