using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Vision.Video;

namespace Clonus.Cli.Runs;

/// <summary>Everything that <c>clonus convert</c> was asked for.</summary>
/// <param name="To">Null: by the output's extension.</param>
internal sealed record ConvertRequest(string Input, string Output, string? To, ImportSettings Settings, string? TimesFrom);

/// <summary>A trajectory file in, the same in another format out.</summary>
internal static class ConvertRun
{
    private static readonly (string Word, string Extension, Action<Stream, Trajectories> Write)[] Writers =
    [
        ("c3d", ".c3d", C3dWriter.Write),
        ("trc", ".trc", TrcWriter.Write),
        ("tracks", ".csv", TracksCsvWriter.Write),
        ("deeplabcut", ".csv", DeepLabCutWriter.Write),
    ];

    public static string Targets => string.Join(", ", Writers.Select(w => w.Word));

    public static ExitCode Execute(ConvertRequest request, Screen screen, CancellationToken cancel)
    {
        OutputFile.RefuseFolder(request.Output);
        var target = TargetOf(request);
        var file = InputReading.Trajectories(request.Input) ?? throw NoTracks(request.Input);
        OutputFile.Refuse(request.Output, request.Input);
        var read = file.Read();
        var video = request.TimesFrom is null ? null : VideoTimes.Read(request.TimesFrom, captureFps: null, cancel);
        var (trajectories, issues) = TrajectoryCompletion.Complete(read, request.Settings, video is null ? null : ReadClip.Clock(video), keepsUnsure: target.Word == "deeplabcut");
        cancel.ThrowIfCancellationRequested();
        OutputFile.Write(request.Output, stream => target.Write(stream, trajectories));
        if (!screen.Quiet)
        {
            screen.Output.Write(Summary(request.Output, trajectories, target.Word));
            foreach (var note in issues.Select(i => i.Message).Concat(ConversionLosses.Of(trajectories, target.Word)))
                screen.Note(note);
        }

        return ExitCode.Done;
    }

    private static (string Word, string Extension, Action<Stream, Trajectories> Write) TargetOf(ConvertRequest request)
    {
        var extension = Path.GetExtension(request.Output);
        var found = request.To is null
            ? Array.Find(Writers, w => w.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase))
            : Array.Find(Writers, w => w.Word == request.To);
        return found.Word is not null ? found
            : request.To is not null ? throw new InputException(InputFault.Settings, $"--to cannot be '{request.To}': give {Targets}")
            : extension.ToLowerInvariant() is ".mot" or ".srt"
                ? throw new InputException(InputFault.Settings, $"{extension} holds what was found, not tracks: clonus analyze --also {extension[1..].ToLowerInvariant()} writes it")
                : throw new InputException(InputFault.Settings, $"-o {request.Output}: no format is called '{extension}': give a name ending with .c3d, .trc or .csv, or say --to {Targets}");
    }

    private static InputException NoTracks(string input) => File.Exists(input)
        ? new InputException(InputFault.Unreadable, $"'{input}' is no trajectory file that is known ({TrajectoryFile.Formats}); of a video, clonus track writes the markers first")
        : new InputException(InputFault.Unreadable, $"cannot read '{input}': there is no such file");

    private static string Summary(string path, Trajectories trajectories, string target)
    {
        var rate = trajectories.MeasuredRateHz is { } hz ? $", {NumberText.Of(Math.Round(hz, 4))} Hz" : "";
        var events = target != "c3d" || trajectories.Events.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {trajectories.Events.Length} event{(trajectories.Events.Length == 1 ? "" : "s")}");
        return string.Create(CultureInfo.InvariantCulture, $"{path}: {trajectories.Points.Length} points, {trajectories.FrameCount} frames{rate}{events}\n");
    }
}
