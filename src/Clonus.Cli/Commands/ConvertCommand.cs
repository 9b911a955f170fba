using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Formats.Import;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class ConvertCommand
{
    private static readonly string[] Settings = ["fps", "picture_size", "min_confidence"];

    public static Command Create()
    {
        var input = new Argument<string?>("IN") { Description = "Trajectory file, whatever its name; of OpenPose the folder", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { HelpName = "OUT", Description = "File to write: .c3d, .trc, or .csv (our tracks.csv, unless --to says another table)" };
        var to = new Option<string?>("--to") { HelpName = "FORMAT", Description = $"Format to write: {ConvertRun.Targets} [default: by OUT's extension]" };
        var timesFrom = TimesFromOption.Create();
        var command = new Command("convert", "Rewrites a trajectory file in another format, with every point that it has") { input, output, to };

        // The settings that say what the file leaves out, or what of it counts.
        var settings = SettingCatalogue.All.Where(s => Settings.Contains(s.Key)).Select(s => (Setting: s, Option: new Option<string?>(s.OptionName) { HelpName = s.ValueName, Description = $"{s.Help}: {s.Allowed}" })).ToArray();
        foreach (var (_, option) in settings)
            command.Add(option);
        command.Add(timesFrom);
        command.SetAction((parsed, cancel) =>
        {
            var read = settings.Aggregate(new RunSettings(), (current, s) => parsed.GetValue(s.Option) is { } text ? s.Setting.ApplyFrom(s.Setting.OptionName, current, text) : current);
            var request = new ConvertRequest(
                parsed.GetValue(input) ?? throw new InputException(InputFault.Settings, "no input given: name one trajectory file"),
                parsed.GetValue(output) ?? throw new InputException(InputFault.Settings, "no output given: name the file to write with -o"),
                parsed.GetValue(to),
                read.Import,
                parsed.GetValue(timesFrom));
            return Task.FromResult((int)ConvertRun.Execute(request, Screen.Of(parsed), cancel));
        });
        return command;
    }
}
