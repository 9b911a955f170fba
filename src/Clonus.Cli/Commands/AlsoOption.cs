using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>The option that asks for files that other programs read.</summary>
/// <param name="allowed">What the command can write.</param>
internal sealed class AlsoOption(params AlsoFile[] allowed)
{
    public Option<string[]> Option { get; } = new("--also")
    {
        HelpName = "LIST",
        Description = $"Also write, with commas between: {Words(allowed)}",
    };

    /// <exception cref="InputException">A name that is none of the allowed.</exception>
    public ImmutableArray<AlsoFile> Read(ParseResult parsed) =>
    [
        .. (parsed.GetValue(Option) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)).Select(word =>
            allowed.Where(file => AlsoFiles.Word(file) == word).Select(file => (AlsoFile?)file).FirstOrDefault()
            ?? throw new InputException(
                InputFault.Settings,
                $"--also cannot be '{word}': give {Words(allowed)}" + (Enum.GetValues<AlsoFile>().Any(file => AlsoFiles.Word(file) == word) ? $"; {word} holds what clonus analyze finds" : ""))).Distinct().Order(),
    ];

    private static string Words(IEnumerable<AlsoFile> files) => string.Join(", ", files.Select(AlsoFiles.Word));
}
