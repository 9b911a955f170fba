using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Clonus.Vision.Video;

namespace Clonus.Cli.Reports;

/// <summary>What provenance.json holds: all that may differ between two runs with equal results.</summary>
/// <param name="Command">The arguments as they were given.</param>
internal sealed record Provenance(
    string Schema,
    ImmutableArray<string> Command,
    InputFile Input,
    ToolVersions Versions,
    string StartedAtUtc,
    double WallTimeSeconds,
    HostInfo Host)
{
    public const string CurrentSchema = "clonus.provenance/1";
}

/// <param name="Name">The file's name without its folder.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of the whole file.</param>
internal sealed record InputFile(string Name, long Bytes, [property: JsonPropertyName("sha256")] string Sha256);

/// <param name="OpenCv">Null where it could not be asked.</param>
internal sealed record ToolVersions(
    string Clonus, string Dotnet, [property: JsonPropertyName("opencv")] string? OpenCv, [property: JsonPropertyName("ffmpeg")] string? Ffmpeg)
{
    public static string Own => typeof(ToolVersions).Assembly.GetName().Version!.ToString(3);

    public static ToolVersions Find()
    {
        var (openCv, ffmpeg) = VideoSupport.FindVersions();
        return new ToolVersions(Own, Environment.Version.ToString(), openCv, ffmpeg);
    }
}

internal sealed record HostInfo(string Name, string Os, string Architecture, int Processors)
{
    public static HostInfo Current =>
        new(Environment.MachineName, RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(), Environment.ProcessorCount);
}
