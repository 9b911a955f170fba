using System.Collections.Immutable;
using System.Text.Json;

namespace Clonus.Formats.Tests.Reference;

/// <summary>What an independent reader, read_mocap.py, found in the recordings of ../shared/data/mocap.</summary>
internal static class MocapTable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<ImmutableSortedDictionary<string, MocapRecording>> Recordings = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, MocapRecording>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "mocap.json")), Options)!
            .ToImmutableSortedDictionary(StringComparer.Ordinal));

    public static IEnumerable<string> Names => Recordings.Value.Keys;

    public static MocapRecording Of(string name) => Recordings.Value[name];
}

/// <param name="FirstFrame">As the file counts: a C3D from 1, though some begin with 0.</param>
internal sealed record MocapRecording(
    string Format, int Frames, int FirstFrame, double Rate, string Unit, double FirstTime, double? LastTime, string Note, MocapEvent[] Events, MocapPoint[] Points);

internal sealed record MocapEvent(double Time, string Label, string Context);

/// <param name="Missing">Samples that the file marks as not seen.</param>
/// <param name="Zeros">Samples at exactly 0, 0, 0 that it does not mark. They count in the sum, where they change nothing.</param>
/// <param name="First">The first seen place; null where there is none.</param>
internal sealed record MocapPoint(string Label, int Missing, int Zeros, double[] Sum, double[]? First, double[]? Last);
