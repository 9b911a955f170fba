using System.Globalization;

namespace Clonus.Cli.Batch;

/// <summary>How many clips are worked on at a time where nobody says.</summary>
internal static class JobCount
{
    // A 1080p clip takes 300 MB, as measured (README, Speed), a 4K one about twice that.
    private const long BytesForEach = 600L << 20;

    /// <summary>One for each core that this process may use, and fewer where memory is short.</summary>
    public static int Fitting()
    {
        var free = Math.Min(AvailableBytes(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        return (int)Math.Clamp(free / BytesForEach, 1, Environment.ProcessorCount);
    }

    private static long AvailableBytes()
    {
        const string Line = "MemAvailable:";
        return File.Exists("/proc/meminfo") && File.ReadLines("/proc/meminfo").FirstOrDefault(l => l.StartsWith(Line, StringComparison.Ordinal)) is { } found
            && long.TryParse(found[Line.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes)
                ? kilobytes << 10
                : long.MaxValue;
    }
}
