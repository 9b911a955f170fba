using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Runs;

/// <summary>Takes the time of one clip's run, from its creation on, and what it ran on.</summary>
internal sealed class ProvenanceRecorder(ImmutableArray<string> arguments, string input)
{
    private readonly DateTime startedAt = DateTime.UtcNow;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    // Asks ffmpeg while the clip is worked on.
    private readonly Task<ToolVersions> versions = Task.Run(ToolVersions.Find);

    public TimeSpan Elapsed => watch.Elapsed;

    public Provenance Finish() =>
        new(
            Provenance.CurrentSchema,
            arguments,
            InputReading.Identify(input),
            versions.Result,
            startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            watch.Elapsed.TotalSeconds,
            HostInfo.Current);
}
