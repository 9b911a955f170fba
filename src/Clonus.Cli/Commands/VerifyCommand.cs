using System.CommandLine;
using Clonus.Cli.Verification;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class VerifyCommand
{
    public static Command Create()
    {
        var suite = new Argument<string?>("DIR") { Description = $"Folder of cases: each is a folder with case.yaml and its recorded result. Numbers with a unit may differ by: {Tolerances.Words} (tolerances in case.yaml override it); all else is compared exactly", Arity = ArgumentArity.ZeroOrOne };
        var input = new Argument<string?>("INPUT") { Description = "With --add: the video or trajectory file", Arity = ArgumentArity.ZeroOrOne };
        var update = new Option<bool>("--update") { Description = "Record again what differs, and show what that changes" };
        var add = new Option<string?>("--add") { HelpName = "NAME", Description = "Make a case of INPUT with the options below, and record its result" };
        var format = new Option<string?>("--format") { HelpName = "text|json", Description = "What is printed on stdout [default: text]" };
        var junit = new Option<string?>("--junit") { HelpName = "FILE", Description = "Also write the outcome as JUnit XML" };
        var timesFrom = TimesFromOption.Create();
        var command = new Command(
            "verify",
            "Analyses cases again and compares each with its recorded result; exit code 6 where one differs") { suite, input, update, add, format, junit };
        var settings = SettingOptions.AddTo(command);
        command.Add(timesFrom);
        command.SetAction((parsed, cancel) =>
        {
            var screen = Screen.Of(parsed);
            var folder = parsed.GetValue(suite) is { Length: > 0 } given ? given : throw new InputException(InputFault.Settings, "no folder given: name the folder of cases");
            if (parsed.GetValue(add) is not { } name)
            {
                RefuseWithoutAdd(settings.FirstGiven(parsed) ?? (parsed.GetValue(timesFrom) is null ? null : timesFrom.Name), parsed.GetValue(input));
                return Task.FromResult((int)VerifyRun.Execute(new VerifyRequest(folder, parsed.GetValue(update), AsJson(parsed.GetValue(format)), parsed.GetValue(junit)), screen, cancel));
            }

            if (new Option[] { update, format, junit }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other)
                throw new InputException(InputFault.Settings, $"{other.Name} does not go with --add: add the case first");
            if (settings.PrintInstead(parsed, settings.Read(parsed)))
                return Task.FromResult((int)ExitCode.Done);

            var request = new AddRequest(
                folder,
                name,
                parsed.GetValue(input) ?? throw new InputException(InputFault.Settings, "no input given: name the file that the case is made of, behind the folder"),
                parsed.GetValue(timesFrom),
                settings.GivenProtocol(parsed),
                [.. settings.GivenSettings(parsed).Select(s => (s.Setting.Key, s.Text))],
                [.. settings.GivenMarkers(parsed).Select(m => (m.Name.ToString(), m.Spec.ToString() ?? ""))]);
            return Task.FromResult((int)AddCase.Execute(request, screen, cancel));
        });
        return command;
    }

    private static void RefuseWithoutAdd(string? option, string? input)
    {
        if (option is not null)
            throw new InputException(InputFault.Settings, $"{option} goes with --add: the options of a case stand in its case.yaml");
        if (input is not null)
            throw new InputException(InputFault.Settings, $"'{input}' is one argument too many: an input goes with --add NAME");
    }

    private static bool AsJson(string? format) => format switch
    {
        null or "text" => false,
        "json" => true,
        _ => throw new InputException(InputFault.Settings, $"--format cannot be '{format}': give text or json"),
    };
}
