using System.CommandLine;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Commands;

internal static class DetectCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("VIDEO") { Description = "Video file", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Folder for <stem>.protocol.yaml and <stem>.preview.png [default: the working directory]" };

        var command = new Command("detect", "Finds the markers, writes a protocol file and a preview picture with names and a pixel grid") { input, output };
        var settings = SettingOptions.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var read = settings.Read(parsed);
            if (settings.PrintInstead(parsed, read))
                return Task.FromResult((int)ExitCode.Done);

            var request = new DetectRequest(VideoArgument.One(parsed.GetValue(input)), parsed.GetValue(output) ?? "", read);
            return Task.FromResult((int)DetectRun.Execute(request, Screen.Of(parsed), cancel));
        });
        return command;
    }
}
