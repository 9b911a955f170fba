using System.Diagnostics;
using System.Text.Json;

namespace Clonus.Formats.Tests.RoundTrips;

/// <summary>What strict readers of other programs demand, checked by readers that share nothing with ours (in Python; skipped without).</summary>
public sealed class StrictReaderTests
{
    private static readonly (string Name, Trajectories Trial)[] Trials =
    [
        ("small", new TrialPlan(1, 3, 20, 1, 59.94005994, 3, IsPicture: false, IsSingle: true).Make()),
        ("one of one", new TrialPlan(2, 1, 1, 1, 30, 0, IsPicture: false, IsSingle: false).Make()),
        ("300 markers", new TrialPlan(3, 300, 4, 1, 100, 300, IsPicture: false, IsSingle: true).Make()),
        ("70,000 frames", new TrialPlan(4, 1, 70_000, 1, 240, 1, IsPicture: false, IsSingle: true).Make()),
        ("picture", new TrialPlan(5, 4, 30, 1, 25, 2, IsPicture: true, IsSingle: false).Make()),
        ("later frames", new TrialPlan(6, 4, 30, 398, 100, 2, IsPicture: false, IsSingle: true).Make()),
        ("far later frames", new TrialPlan(7, 2, 30, 66_000, 100, 2, IsPicture: false, IsSingle: true).Make()),
        ("all missing at the end", Torn()),
    ];

    public static TheoryData<string> Names => [.. Trials.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_strict_C3D_reader_accepts_what_we_write(string name)
    {
        var trial = Trials.Single(t => t.Name == name).Trial;

        using var found = await Found("check_c3d.py", stream => C3dWriter.Write(stream, trial));

        Same(trial, found.RootElement, label => label);
        Assert.Equal(trial.Events.Length, found.RootElement.GetProperty("events").GetArrayLength());
        foreach (var (expected, e) in trial.Events.Zip(found.RootElement.GetProperty("events").EnumerateArray()))
        {
            Assert.Equal((expected.Label, expected.Context), (e.GetProperty("label").GetString(), e.GetProperty("context").GetString()));
            Assert.Equal(expected.TimeSeconds, e.GetProperty("time").GetDouble(), 1e-4);
        }

        Assert.Equal(trial.Frames[0] + 1, found.RootElement.GetProperty("firstFrame").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OpenSim_accepts_the_TRC_that_we_write(string name)
    {
        var trial = Trials.Single(t => t.Name == name).Trial;

        using var found = await Found("check_trc.py", stream => TrcWriter.Write(stream, trial));

        Same(trial, found.RootElement, TrcWriter.Name);
        Assert.Equal(0, found.RootElement.GetProperty("linesLeftUnread").GetInt32());
        Assert.Equal(trial.TimesSeconds!.Value[0], found.RootElement.GetProperty("firstTime").GetDouble());
        Assert.Equal(trial.TimesSeconds!.Value[^1], found.RootElement.GetProperty("lastTime").GetDouble());
        Assert.All(found.RootElement.GetProperty("points").EnumerateArray(), point => Assert.Equal(0, point.GetProperty("notNumbers").GetInt32()));
    }

    private static void Same(Trajectories trial, JsonElement found, Func<string, string> label)
    {
        Assert.Equal(trial.FrameCount, found.GetProperty("frames").GetInt32());
        var points = found.GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal(trial.Points.Select(p => label(p.Label)), points.Select(p => p.GetProperty("label").GetString()));
        foreach (var (there, here) in trial.Points.Zip(points))
        {
            var seen = Enumerable.Range(0, trial.FrameCount).Where(frame => there.At(frame) is not null).ToArray();
            Assert.Equal(trial.FrameCount - seen.Length, here.GetProperty("missing").GetInt32());
            var up = there.Upward(trial);
            var axes = new Func<int, double>[] { frame => there.X[frame], frame => up[frame], frame => there.Z?[frame] ?? 0 };
            foreach (var (sum, value) in here.GetProperty("sum").EnumerateArray().Zip(axes))
                Assert.Equal(seen.Sum(value), sum.GetDouble(), 1e-6 + (1e-7 * seen.Sum(frame => Math.Abs(value(frame)))));
        }
    }

    private static Trajectories Torn()
    {
        var whole = new TrialPlan(8, 2, 6, 1, 100, 0, IsPicture: false, IsSingle: true).Make();
        float[] torn = [1, 2, float.NaN, 4, float.NaN, float.NaN];
        return whole with { Points = [whole.Points[0], new PointTrack("torn", Series.Of(torn), Series.Of(torn), Series.Of(torn))] };
    }

    private static async Task<JsonDocument> Found(string script, Action<Stream> write)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var stream = File.Create(path))
                write(stream);
            var (exitCode, output, error) = await Python(Path.Combine(AppContext.BaseDirectory, "Reference", script), path);
            Assert.True(exitCode == 0, error);
            return JsonDocument.Parse(output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> Python(params string[] arguments)
    {
        Process? started = null;
        try
        {
            started = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not on this machine");
        }

        using var process = started!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
