using System.Text.Json;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>One line for a program that follows a batch. What does not belong to an event is left out.</summary>
/// <param name="Event">batch_started, clip_started, clip_done, clip_failed or batch_ended.</param>
/// <param name="ElapsedSeconds">Since the batch began.</param>
/// <param name="Kept">True where the result was there before.</param>
internal sealed record BatchEvent(
    string Event,
    double ElapsedSeconds,
    int? Clips = null,
    int? Jobs = null,
    string? Id = null,
    bool? Kept = null,
    FailureReason? Reason = null,
    string? Stage = null,
    string? Message = null);

/// <summary>JSON Lines as things happen, for whatever watches a batch.</summary>
internal sealed class BatchEvents : IDisposable
{
    public const string Started = "batch_started";

    private const string Standard = "-";
    private const string Beginning = $"{{\"event\":\"{Started}\"";

    private static readonly JsonSerializerOptions Options = new(ContractJson.Exact) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly TextWriter? _lines;
    private readonly bool _owns;

    private BatchEvents(TextWriter? lines, bool owns)
    {
        _lines = lines;
        _owns = owns;
    }

    /// <exception cref="InputException">The file holds something else, or its folder is not there.</exception>
    public static void Refuse(string? path)
    {
        if (path is not (null or Standard))
            OutputFile.RefusePlace(path, "--events", Beginning);
    }

    /// <param name="path">A file, which is written anew; "-" is stdout; null writes nothing.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static BatchEvents To(string? path, TextWriter output)
    {
        if (path is null or Standard)
            return new BatchEvents(path is null ? null : output, owns: false);
        try
        {
            return new BatchEvents(new StreamWriter(path) { AutoFlush = true, NewLine = "\n" }, owns: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write --events {path}: {FileFault.Reason(e)}", e);
        }
    }

    /// <summary>True where stdout belongs to the events.</summary>
    public static bool IsStandard(string? path) => path == Standard;

    public void Say(BatchEvent what)
    {
        _lines?.WriteLine(JsonSerializer.Serialize(what, Options));
        _lines?.Flush();
    }

    public void Dispose()
    {
        if (_owns)
            _lines?.Dispose();
    }
}
