using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>The option that asks for files that other programs read.</summary>
internal static class AlsoOption
{
    /// <param name="allowed">What the command can write.</param>
    public static Option<string[]> Create(params AlsoFile[] allowed) => new("--also")
    {
        HelpName = "LIST",
        Description = $"Also write, with commas between: {Words(allowed)}",
    };

    /// <exception cref="InputException">A name that is none of the allowed.</exception>
    public static ImmutableArray<AlsoFile> Read(ParseResult parsed, Option<string[]> option, params AlsoFile[] allowed) =>
    [
        .. (parsed.GetValue(option) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)).Select(word =>
            SettingText.Word<AlsoFile>(word) is { } file && allowed.Contains(file)
                ? file
                : throw new InputException(InputFault.Settings, $"--also cannot be '{word}': give {Words(allowed)}")).Distinct().Order(),
    ];

    private static string Words(IEnumerable<AlsoFile> files) => string.Join(", ", files.Select(SettingText.Word));
}
