using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Runs;

/// <summary>Takes the time of one clip's run, from its creation on, and what it ran on.</summary>
internal sealed class ProvenanceRecorder(ImmutableArray<string> arguments, string input)
{
    private readonly DateTime _startedAt = DateTime.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    // Asks ffmpeg while the first clip is worked on.
    private static readonly Lazy<Task<ToolVersions>> Versions = new(() => Task.Run(ToolVersions.Find));

    private readonly Task<ToolVersions> _versions = Versions.Value;

    public TimeSpan Elapsed => _watch.Elapsed;

    public Provenance Finish() =>
        new(
            Provenance.CurrentSchema,
            arguments,
            InputReading.Identify(input),
            _versions.Result,
            _startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            _watch.Elapsed.TotalSeconds,
            HostInfo.Current);
}
