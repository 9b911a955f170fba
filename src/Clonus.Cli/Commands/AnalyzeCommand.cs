using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Video or trajectory file(s); of OpenPose the folder", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Result folder; of several inputs each gets DIR/<stem> [default: <stem>.clonus]" };
        var format = FormatOption.Create();
        var failOn = FailOnOption.Create();
        var timesFrom = TimesFromOption.Create();
        var later = LaterCommand.Options();

        var command = new Command("analyze", "Counts the beats in video or trajectory file(s), says whether the clonus is sustained, and measures how somebody walks") { inputs, output };
        var clip = ClipOptions.AddTo(command);
        command.Add(timesFrom);
        command.Add(format);
        command.Add(failOn);
        foreach (var option in later)
            command.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            LaterCommand.Refuse(parsed, later);
            var settings = clip.Settings.Read(parsed);
            if (clip.Settings.PrintInstead(parsed, settings))
                return Task.FromResult((int)ExitCode.Done);

            var clips = VideoArgument.AtLeastOne(parsed.GetValue(inputs));
            if (clips.Length > 1 && parsed.GetValue(timesFrom) is not null)
                throw new InputException(InputFault.Settings, "--times-from names the video of one trajectory file: give them one at a time");

            var request = new AnalyzeRequest(
                clips,
                parsed.GetValue(output),
                clip.Read(parsed, settings, parsed.GetValue(timesFrom)),
                FormatOption.Read(parsed, format),
                FailOnOption.Read(parsed, failOn),
                [.. parsed.Tokens.Select(t => t.Value)]);
            return Task.FromResult((int)AnalyzeRun.Execute(request, Screen.Of(parsed), cancel));
        });
        return command;
    }
}
