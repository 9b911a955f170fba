using System.Diagnostics;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.Hostile;

/// <summary>Reads a damaged file and says what a reader must never do with it.</summary>
internal static class Watched
{
    // A file of 20 KB may cost this much; a count that is believed costs gigabytes.
    public const long MostBytes = 64L << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <returns>Null where all is well: the file was read, or refused in one line.</returns>
    public static string? Fault(Func<Trajectories> read)
    {
        var fault = Once(read, out var took);

        // Another program may have had the processor: what is slow twice is slow.
        return fault is null && took > Longest && Once(read, out took) is null && took > Longest ? $"took {took.TotalSeconds:0.0} s twice" : fault;
    }

    private static string? Once(Func<Trajectories> read, out TimeSpan took)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var trajectories = read();
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return bytes > MostBytes ? $"took {bytes >> 20} MB of memory" : Disorder(trajectories) ?? Writing(trajectories) ?? Importing(trajectories);
        }
        catch (InputException refusal)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return bytes > MostBytes ? $"took {bytes >> 20} MB of memory to say '{refusal.Message}'"
                : refusal.Message.Length is 0 or > 500 || refusal.Message.Any(c => char.IsControl(c)) ? $"is refused by what is no line: '{refusal.Message}'"
                : null;
        }
        catch (Exception other)
        {
            return other.ToString();
        }
        finally
        {
            took = clock.Elapsed;
        }
    }

    // What all users of trajectories rely on.
    private static string? Disorder(Trajectories read)
    {
        var frames = read.FrameCount;
        return frames == 0 ? "has no frames"
            : read.Points.IsDefaultOrEmpty ? "has no points"
            : !Rises(read.Frames) || read.Frames[0] < 0 ? "has frames that do not rise from 0 on"
            : read.TimesSeconds is { } times && (times.Length != frames || !Rises(times) || times.Any(t => !double.IsFinite(t))) ? "has times that do not rise"
            : read.RateHz is not null and not (> 0 and < double.PositiveInfinity) ? $"has a rate of {read.RateHz}"
            : read.Points.Any(p => string.IsNullOrWhiteSpace(p.Label)) ? "has a point without a label"
            : read.Points.Any(p => p.X.Length != frames || p.Y.Length != frames || (p.Z?.Length ?? frames) != frames || (p.Confidence?.Length ?? frames) != frames) ? "has a series of another length"
            : read.Points.Any(p => Enumerable.Range(0, frames).Any(f => p.At(f) is { } place && !(double.IsFinite(place.X) && double.IsFinite(place.Y) && double.IsFinite(place.Z)))) ? "has a place at infinity"
            : read.Events.Any(e => !double.IsFinite(e.TimeSeconds) || e.Label.Length == 0) ? "has an event without a time or a label"
            : Unclear(read.Issues);
    }

    private static string? Unclear(IEnumerable<QualityIssue> issues) =>
        issues.FirstOrDefault(i => i.Message.Length == 0 || i.Message.Any(c => char.IsControl(c))) is { } issue ? $"has an issue that is no line: '{issue.Message}'" : null;

    // What can be read can be converted, or is refused in one line.
    private static string? Writing(Trajectories read)
    {
        foreach (var (name, write) in FormatSamples.Writers)
        {
            try
            {
                using var stream = new MemoryStream();
                write(stream, read);
            }
            catch (InputException refusal)
            {
                if (refusal.Message.Any(c => char.IsControl(c)))
                    return $"is refused as {name} by what is no line: '{refusal.Message}'";
            }
            catch (Exception other)
            {
                return $"cannot be written as {name}: {other}";
            }
        }

        return null;
    }

    // What can be read can be analysed, or is refused in one line.
    private static string? Importing(Trajectories read)
    {
        try
        {
            var settings = new ImportSettings { Fps = 30, PictureSize = new PictureSize(640, 480), MinConfidence = 0.1 };
            var clip = TrackImport.Import(read, "damaged", settings, new ImportRequest([], BodySide.Unknown));
            return Unclear(clip.Issues) ?? (double.IsFinite(clip.Clip.DurationSeconds) ? null : "has no duration when imported");
        }
        catch (InputException refusal)
        {
            return refusal.Message.Any(c => char.IsControl(c)) ? $"is refused for analysis by what is no line: '{refusal.Message}'" : null;
        }
        catch (Exception other)
        {
            return $"cannot be imported: {other}";
        }
    }

    private static bool Rises<T>(IEnumerable<T> values)
        where T : IComparable<T> => values.Zip(values.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0);
}
