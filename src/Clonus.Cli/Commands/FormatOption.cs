using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>The option that says what is printed on stdout.</summary>
internal static class FormatOption
{
    public static Option<string?> Create() => new("--format") { HelpName = "text|json|csv", Description = "What is printed on stdout [default: text]" };

    /// <summary>Null where it was not given.</summary>
    /// <exception cref="InputException">None of the words.</exception>
    public static OutputFormat? Read(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : SettingText.Word<OutputFormat>(text) ?? throw new InputException(InputFault.Settings, $"--format cannot be '{text}': give text, json or csv");
}
