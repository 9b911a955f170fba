using System.Text.Json;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Counting;

/// <summary>
/// The band-passed angles of trains, for counters that are no part of this program: a file of lines, each a clip of JSON with its name, its amplitude
/// gate in degrees, and its parts without a hole.
/// </summary>
internal static class SignalFile
{
    private const int Decimals = 4;

    public static string NameOf(long seed, CountCondition condition) => FormattableString.Invariant($"{condition.Name}/{seed}");

    public static void Write(string path, IEnumerable<(long Seed, CountCondition Condition)> clips) =>
        File.WriteAllLines(path, clips.AsParallel().AsOrdered().Select(clip => Line(clip.Seed, clip.Condition)));

    private static string Line(long seed, CountCondition condition)
    {
        var tracks = CountRun.TrainTracks(seed, condition).Tracks;
        var settings = new SignalSettings();
        var limb = LimbSignal.Measure(tracks, tracks, BodySide.Right, settings)!;
        var noise = NoiseFloor.Estimate(limb.TimesSeconds, limb.Values, settings.Band.HighHz) ?? 0;
        var parts = Resampler.Resample(limb.TimesSeconds, limb.Values, settings).Select(part => BandPassFilter.Apply(part, settings));
        return JsonSerializer.Serialize(new
        {
            name = NameOf(seed, condition),
            rate_hz = settings.SampleRateHz,
            gate_degrees = settings.GateFor(limb.Unit, noise),
            parts = parts.Select(part => new { start_seconds = part.StartSeconds, degrees = part.Values.Select(v => Math.Round(v, Decimals)) }),
        });
    }
}
