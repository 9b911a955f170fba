using System.CommandLine;
using Clonus.Cli.Settings;

namespace Clonus.Cli.Commands;

/// <summary>Names of the contract whose work is still to come: known, hidden from help, and refused in plain words.</summary>
internal static class LaterCommand
{
    public static Command Create(string name)
    {
        var command = new Command(name) { Hidden = true, TreatUnmatchedTokensAsErrors = false };
        command.SetAction(parsed => Refuse(name));
        return command;
    }

    public static Option[] Options() =>
    [
        new Option<bool>("--report") { Hidden = true },
    ];

    /// <exception cref="Motion.InputException">One of these options was given.</exception>
    public static void Refuse(ParseResult parsed, IEnumerable<Option> later)
    {
        if (later.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } given)
            throw SettingCatalogue.NotYet($"the option {given.Name}");
    }

    private static int Refuse(string command) => throw SettingCatalogue.NotYet($"the command {command}");
}
