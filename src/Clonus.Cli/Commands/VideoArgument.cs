using System.Collections.Immutable;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>What holds for every argument that names videos.</summary>
internal static class VideoArgument
{
    /// <exception cref="InputException">None was given.</exception>
    public static ImmutableArray<string> AtLeastOne(string[]? inputs) =>
        inputs is { Length: > 0 }
            ? [.. inputs]
            : throw new InputException(InputFault.Settings, "no input given: name at least one video file");

    /// <exception cref="InputException">None was given.</exception>
    public static string One(string? input) => input ?? throw new InputException(InputFault.Settings, "no input given: name one video file");
}
