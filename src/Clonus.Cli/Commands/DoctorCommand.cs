using System.CommandLine;
using System.Runtime.InteropServices;
using Clonus.Cli.Reports;
using Clonus.Vision.Video;

namespace Clonus.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Shows OpenCV and FFmpeg, what is missing and the command that mends it (exit code 1 when something is)");
        command.SetAction(parsed => (int)Write(parsed.InvocationConfiguration.Output, VideoSupport.Find()));
        return command;
    }

    internal static ExitCode Write(TextWriter output, VideoSupport support)
    {
        output.Write($"clonus {ToolVersions.Own}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}\n");
        output.Write($"OpenCV {support.OpenCvVersion ?? "missing"}, FFmpeg {support.FfmpegVersion ?? "missing"}\n\n");
        foreach (var part in support.Parts)
            output.Write(part.IsThere ? $"  ok       {part.Name}\n" : $"  missing  {part.Name}: {part.Mend}\n");

        var missing = support.Parts.Count(p => !p.IsThere);
        output.Write(missing == 0 ? "\nAll is there.\n" : $"\n{missing} missing.\n");
        return missing == 0 ? ExitCode.Done : ExitCode.Unexpected;
    }
}
