using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;

namespace Clonus.Cli.Runs;

/// <summary>What is to be made of one clip.</summary>
/// <param name="TimesFrom">The video whose frames' times a trajectory file without times has.</param>
/// <param name="Also">Files for other programs.</param>
internal sealed record ClipRequest(RunSettings Settings, bool Plot, bool Overlay, string? TimesFrom, ImmutableArray<AlsoFile> Also)
{
    /// <summary>
    /// The same for requests, and versions of the tool, that give the same result of the same input: lower-case hexadecimal SHA-256. Where another video's
    /// times are taken, that video's content is part of it.
    /// </summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Version = ToolVersions.Own, Settings, Plot, Overlay, Also, TimesFrom = TimesFrom is null ? null : InputReading.Identify(TimesFrom).Sha256 },
        ContractJson.Exact)));
}
