using System.CommandLine;

namespace Clonus.Cli.Commands;

/// <summary>The option that names the video which a trajectory file without times was made from.</summary>
internal static class TimesFromOption
{
    public static Option<string?> Create() =>
        new("--times-from") { HelpName = "VIDEO", Description = "The video that a trajectory file was made from: it has the frames' times, and the picture's size" };
}
