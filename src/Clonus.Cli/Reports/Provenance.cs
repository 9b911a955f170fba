using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clonus.Vision.Video;

namespace Clonus.Cli.Reports;

/// <summary>What provenance.json holds: all that may differ between two runs with equal results.</summary>
/// <param name="Command">The arguments as they were given; none where nobody may know what the input is called.</param>
/// <param name="Files">The result's own files, by which damage to them is known.</param>
/// <param name="RequestSha256">Lower-case hexadecimal digest of the settings, of what else was asked for, and of the tool's version.</param>
internal sealed record Provenance(
    string Schema,
    ImmutableArray<string> Command,
    FileDigest Input,
    [property: JsonPropertyName("request_sha256")] string RequestSha256,
    ImmutableArray<FileDigest> Files,
    ToolVersions Versions,
    string StartedAtUtc,
    double WallTimeSeconds,
    HostInfo Host)
{
    public const string CurrentSchema = "clonus.provenance/1";

    /// <summary>How the result in a folder came about; null where that is not told, or by another version's record.</summary>
    public static Provenance? TryRead(string folder)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, "provenance.json"));
            return JsonSerializer.Deserialize<Provenance>(stream, ContractJson.Options);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Who asked for a result.</summary>
/// <param name="Command">The arguments as they were given.</param>
/// <param name="IsAnonymous">True where no result may tell what its input, or anything else, is called.</param>
internal sealed record RunOrigin(ImmutableArray<string> Command, bool IsAnonymous);

/// <param name="Name">The file's name without its folder.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of the whole file.</param>
internal sealed record FileDigest(string Name, long Bytes, [property: JsonPropertyName("sha256")] string Sha256);

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
    public static HostInfo Of(RunOrigin origin) =>
        new(origin.IsAnonymous ? "" : Environment.MachineName, RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(), Environment.ProcessorCount);
}
