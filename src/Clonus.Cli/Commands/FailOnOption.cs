using System.CommandLine;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>The option that makes a finding the run's exit code.</summary>
internal static class FailOnOption
{
    public static Option<string?> Create() => new("--fail-on") { HelpName = "sustained", Description = "End with exit code 7 when sustained clonus is found" };

    /// <exception cref="InputException">None of the words.</exception>
    public static bool Read(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        null => false,
        "sustained" => true,
        var text => throw new InputException(InputFault.Settings, $"--fail-on cannot be '{text}': give sustained"),
    };
}
