using System.Text.Json;
using System.Text.Json.Nodes;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Cli.Tests.Commands;

/// <summary>synth walk --from: the film of a recording.</summary>
public sealed class SynthWalkFromTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("walk.c3d")]
    [InlineData("walk.trc")]
    [InlineData("walk.csv")]
    public async Task A_recording_becomes_a_film_its_truth_and_its_protocol(string name)
    {
        var path = Recording(name);

        var run = await CliRun.Of("synth", "walk", "--from", path, "-o", _folder["film.mp4"], "--size", "160x120", "--duration", "0.3", "--view", "frontal", "--markers", "knee,ankle");
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["film.truth.json"], TestContext.Current.CancellationToken));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{_folder["film.mp4"]}: a recorded walk, 9 frames of 160x120; truth in {_folder["film.truth.json"]}\n", run.Output);
        Assert.Equal(name, truth.RootElement.GetProperty("settings").GetProperty("from").GetString());
        Assert.DoesNotContain(_folder.Path, truth.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("view: frontal\nmarkers:\n  left.knee: green\n", await File.ReadAllTextAsync(_folder["film.protocol.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--speed", "1")]
    [InlineData("--cadence", "100")]
    [InlineData("--treadmill")]
    [InlineData("--pattern", "vaulting")]
    [InlineData("--severity", "1")]
    [InlineData("--affected", "left")]
    [InlineData("--stand", "1")]
    [InlineData("--stature", "1700")]
    public async Task What_is_the_recordings_cannot_be_asked_for(params string[] option)
    {
        var run = await Refused([.. option, "--from", Recording("walk.trc")]);

        Assert.Equal((2, $"clonus: error: {option[0]} with --from: how the person is and walks is the recording's; leave one of the two out"), (run.ExitCode, run.ErrorLine));
    }

    [Fact]
    public async Task What_cannot_be_read_or_filmed_is_refused_in_one_line_with_the_mend()
    {
        var (missing, other) = (_folder["no.c3d"], _folder.Write("notes.txt", "no tracks\n"));
        var flat = _folder.Write("flat.csv", "frame,time_s,left.knee_x_px,left.knee_y_px,left.knee_confidence\n0,0,1,2,1\n1,0.1,1,2,1\n");
        var damaged = _folder["damaged.c3d"];
        await File.WriteAllBytesAsync(damaged, (await File.ReadAllBytesAsync(Recording("whole.c3d"), TestContext.Current.CancellationToken))[..1500], TestContext.Current.CancellationToken);
        var arms = Recording("arms.trc", track => track.Landmark == Landmark.Shoulder);

        Assert.Equal((3, $"clonus: error: --from {missing}: cannot be read: there is no such file"), Told(await Refused("--from", missing)));
        Assert.Equal((3, $"clonus: error: --from {other}: no recording that is known: give C3D, TRC or a tracks.csv with positions in a room"), Told(await Refused("--from", other)));
        Assert.Equal(3, (await Refused("--from", damaged)).ExitCode);
        Assert.Equal((2, $"clonus: error: --from {flat}: its positions lie in a picture, and only a walk in a room can be filmed: give C3D, TRC or a tracks.csv with x, y and z in mm"), Told(await Refused("--from", flat)));
        var (code, line) = Told(await Refused("--from", arms));
        Assert.Equal(2, code);
        Assert.StartsWith("clonus: error: --from arms.trc: no leg in it: needed are ", line, StringComparison.Ordinal);
    }

    // Real motion before a simulated camera: the foot contacts that are found in the film are those of the recording itself.
    [Theory]
    [InlineData("btk-pig-events.c3d", 3)]
    [InlineData("walk-events-biomechzoo-HC002D06.c3d", 3)]
    [InlineData("walk-events-cgm24-01.c3d", 2)]
    public async Task Contacts_in_the_film_of_a_real_walk_are_those_of_the_recording(string file, int contacts)
    {
        const int Rate = 50;
        var path = Path.GetFullPath(Repository.Path("..", "shared", "data", "mocap", file));
        Assert.SkipUnless(File.Exists(path), $"../shared/data/mocap/{file} is not here");
        Assert.Equal(0, (await CliRun.Of("synth", "walk", "--from", path, "-o", _folder["film.mp4"], "--size", "960x540", "--fps", $"{Rate}", "--sticker-size", "40")).ExitCode);

        var (recorded, filmed) = (await Contacts(path), await Contacts(_folder["film.mp4"]));

        Assert.InRange(filmed.Length, contacts, recorded.Length);
        Assert.All(filmed, seen => Assert.InRange(recorded.Where(c => c.Side == seen.Side).Min(c => Math.Abs(c.Time - seen.Time)), 0, 1.0 / Rate));
    }

    private async Task<(string Side, double Time)[]> Contacts(string path)
    {
        var run = await CliRun.Of("analyze", path, "-o", _folder["out-" + Path.GetExtension(path)], "--format", "json");
        Assert.Equal(0, run.ExitCode);
        return [.. JsonNode.Parse(run.Output)!["gait"]!["events"]!.AsArray().Where(e => (string?)e!["kind"] == "initial_contact").Select(e => ((string)e!["side"]!, (double)e["time_s"]!))];
    }

    private static (int ExitCode, string Line) Told(CliRun run) => (run.ExitCode, run.ErrorLine);

    private async Task<CliRun> Refused(params string[] arguments)
    {
        var run = await CliRun.Of(["synth", "walk", "-o", _folder["film.mp4"], .. arguments]);
        Assert.Empty(Directory.GetFiles(_folder.Path, "film*"));
        return run;
    }

    private string Recording(string name, Func<MarkerName, bool>? kept = null)
    {
        var walk = WalkScript.Of(new WalkScene { Camera = new StretchCamera { Rate = new FrameRate(100, 1), WidthPixels = 640, HeightPixels = 360, DurationSeconds = 1 } });
        var tracks = WalkTracks.InRoom(walk, new LabAxes(LabUp.Z, 90), 0, 1);
        var some = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => kept?.Invoke(m.Name) ?? true)]) { IsSpatial = true };
        using var stream = File.Create(_folder[name]);
        Action<Stream, Trajectories> write = Path.GetExtension(name) switch { ".c3d" => C3dWriter.Write, ".trc" => TrcWriter.Write, _ => TracksCsvWriter.Write };
        write(stream, some.ToTrajectories());
        return _folder[name];
    }
}
