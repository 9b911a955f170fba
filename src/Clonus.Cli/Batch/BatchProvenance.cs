using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Batch;

/// <summary>What provenance.json of a batch holds: all that may differ between two runs with equal results.</summary>
/// <param name="Kept">How many results were there before.</param>
internal sealed record BatchProvenanceRecord(
    string Schema, ImmutableArray<string> Command, ToolVersions Versions, string StartedAtUtc, double WallTimeSeconds, HostInfo Host, int Kept)
{
    public const string CurrentSchema = "clonus.batch-provenance/1";
}

/// <summary>Takes the time of a batch, from its creation on.</summary>
internal sealed class BatchProvenance(RunOrigin origin)
{
    private readonly DateTime _startedAt = DateTime.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public BatchProvenanceRecord Finish(int kept) => new(
        BatchProvenanceRecord.CurrentSchema, origin.IsAnonymous ? [] : origin.Command, ToolVersions.Find(),
        _startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), _watch.Elapsed.TotalSeconds, HostInfo.Of(origin), kept);
}
