using System.Globalization;
using System.Text;

namespace Clonus.Formats.Tests.Hostile;

/// <summary>
/// Damaged files are read or refused in one line: nothing else, not slowly, and not by memory that a damaged count asks for. CLONUS_MUTATIONS
/// says how many there are of each format, CLONUS_MUTATION_SEED which.
/// </summary>
public sealed class MutationTests
{
    private const int MostShown = 5;

    // So long without a next file is a reader that never ends.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static readonly int Count = Setting("CLONUS_MUTATIONS", 300);
    private static readonly int Seed = Setting("CLONUS_MUTATION_SEED", 1);

    public static TheoryData<string> Formats => [.. FormatSamples.All.Select(s => s.Format).Distinct()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_whole_file_is_read(string format)
    {
        foreach (var sample in FormatSamples.All.Where(s => s.Format == format))
        {
            var fault = Watched.Fault(() => sample.Read(sample.Bytes));
            Assert.True(fault is null, $"{sample.Name} {fault}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_damaged_file_is_read_or_refused_in_one_line(string format)
    {
        var samples = FormatSamples.All.Where(s => s.Format == format).ToArray();
        var faults = new List<string>();
        var index = 0;
        var all = Task.Factory.StartNew(
            () =>
            {
                for (; index < Count && faults.Count < MostShown; index++)
                {
                    var sample = samples[index % samples.Length];
                    var bytes = Mutations.Of(sample.Bytes, Seed, index, sample.IsText);
                    if (Watched.Fault(() => sample.Read(bytes)) is { } fault)
                        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{sample.Name}, seed {Seed}, index {index}: {fault}"));
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        for (var last = -1; !all.IsCompleted;)
        {
            await Task.WhenAny(all, Task.Delay(Hang, TestContext.Current.CancellationToken));
            Assert.True(all.IsCompleted || last != index, string.Create(CultureInfo.InvariantCulture, $"{format}, seed {Seed}, index {index}: never ends"));
            last = index;
        }

        await all;
        Assert.True(faults.Count == 0, new StringBuilder().AppendJoin("\n\n", faults).ToString());
    }

    [Fact]
    public void A_promise_of_frames_costs_no_memory()
    {
        var names = string.Concat(Enumerable.Range(1, 100).Select(i => $"M{i}\t\t\t"));
        var text = $"PathFileType\t4\nDataRate\tNumFrames\n100\t2000000000\nFrame#\tTime\t{names}\n\t\tX1\tY1\tZ1\n1\t0\n" + string.Concat(Enumerable.Range(2, 4000).Select(i => $"{i}\t{i}{new string('\t', 300)}\n"));
        var sample = FormatSample.Text("TRC", "short-first-row.trc", text, TrcReader.Read);

        Assert.Null(Watched.Fault(() => sample.Read(sample.Bytes)));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
