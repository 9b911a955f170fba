namespace Clonus.Cli.Tests;

/// <summary>The clips that the repository brings along.</summary>
internal static class SampleClips
{
    public static string Path(string name) => Repository.Path("samples", "clips", name);
}
