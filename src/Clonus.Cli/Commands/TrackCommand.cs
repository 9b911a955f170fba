using System.CommandLine;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Commands;

internal static class TrackCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("VIDEO") { Description = "Video file", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Folder for tracks.csv [default: <stem>.clonus]" };
        var overlay = OverlayOption.Create("names and trails");
        var also = new AlsoOption(AlsoFiles.OfTracks);
        var later = LaterCommand.Options();

        var command = new Command("track", "Follows the markers only and writes tracks.csv") { input, output };
        var settings = SettingOptions.AddTo(command);
        command.Add(overlay);
        command.Add(also.Option);
        foreach (var option in later)
            command.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            LaterCommand.Refuse(parsed, later);
            var read = settings.Read(parsed);
            if (settings.PrintInstead(parsed, read))
                return Task.FromResult((int)ExitCode.Done);

            var request = new TrackRequest(
                VideoArgument.One(parsed.GetValue(input)), parsed.GetValue(output), read, OverlayOption.Read(parsed, overlay), also.Read(parsed), [.. parsed.Tokens.Select(t => t.Value)]);
            return Task.FromResult((int)TrackRun.Execute(request, Screen.Of(parsed), cancel));
        });
        return command;
    }
}
