using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Runs;

/// <summary>Takes the time of one clip's run, from its creation on, and what it ran on.</summary>
/// <param name="request">The digest of what was asked for.</param>
internal sealed class ProvenanceRecorder(RunOrigin origin, PlannedClip clip, string request)
{
    private readonly DateTime _startedAt = DateTime.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    // Asks ffmpeg while the first clip is worked on.
    private static readonly Lazy<Task<ToolVersions>> Versions = new(() => Task.Run(ToolVersions.Find));

    private readonly Task<ToolVersions> _versions = Versions.Value;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <param name="files">The result's own, which are all written.</param>
    public Provenance Finish(IEnumerable<string> files) =>
        new(
            Provenance.CurrentSchema,
            origin.IsAnonymous ? [] : origin.Command,
            origin.IsAnonymous ? InputReading.Identify(clip.Path) with { Name = clip.Id } : InputReading.Identify(clip.Path),
            request,
            [.. files.Select(InputReading.Identify)],
            _versions.Result,
            _startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            _watch.Elapsed.TotalSeconds,
            HostInfo.Of(origin));
}
