using Clonus.Cli.Runs;
using Clonus.Cli.Settings;

namespace Clonus.Cli.Batch;

/// <summary>One clip of a batch.</summary>
/// <param name="Path">Where it is read from.</param>
/// <param name="File">What it is called in reports: the path as it was given; null where nobody may know.</param>
/// <param name="Id">Names its result folder, and is nobody else's in the batch.</param>
/// <param name="Settings">What holds for this clip.</param>
/// <param name="TimesFrom">The video whose frames' times a trajectory file without times has.</param>
internal sealed record ListedClip(string Path, string? File, string Id, RunSettings Settings, string? TimesFrom)
{
    /// <summary>What is made of this clip, where the batch asks for <paramref name="forAll"/>.</summary>
    public ClipRequest Request(ClipRequest forAll) => forAll with { Settings = Settings, TimesFrom = TimesFrom };
}
