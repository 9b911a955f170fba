using Clonus.Formats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>A leg in a room: the ankle's angle does not care in which direction its plane stands.</summary>
public sealed class SpatialClipTests
{
    private const int Beats = 7;

    // Peak to peak, as the leg's formula has it.
    private const double Depth = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_stretch_in_any_plane_has_its_beats_and_their_depth(int seed)
    {
        using var folder = new Folder();
        var (across, down) = Plane(new Random(seed));
        var upright = await Analysis.Of(folder, LegFiles.Write(folder, "upright.c3d", LegFiles.InRoom(new SpacePoint(1, 0, 0), new SpacePoint(0, 0, -1), Beats), C3dWriter.Write));

        var turned = await Analysis.Of(folder, LegFiles.Write(folder, "turned.c3d", LegFiles.InRoom(across, down, Beats), C3dWriter.Write));

        foreach (var analysis in new[] { upright, turned })
        {
            Assert.Equal("detected", (string?)analysis.Clonus["status"]);
            Assert.Equal(Beats, (int)analysis.Clonus["beats_total"]!);
            Assert.Equal(Depth, (double)analysis.Clonus["episodes"]![0]!["amplitude_max"]!, 0.4);
        }

        Assert.All(upright.BeatTimes.Zip(turned.BeatTimes), pair => Assert.Equal(pair.First, pair.Second, 0.0005));
        Assert.Equal((double)upright.Clonus["episodes"]![0]!["amplitude_mean"]!, (double)turned.Clonus["episodes"]![0]!["amplitude_mean"]!, 0.01);
    }

    [Fact]
    public async Task Plug_in_Gaits_labels_are_known_and_tracks_are_in_millimetres()
    {
        using var folder = new Folder();

        var analysis = await Analysis.Of(folder, LegFiles.Write(folder, "leg.c3d", LegFiles.InRoom(new SpacePoint(1, 0, 0), new SpacePoint(0, 0, -1)), C3dWriter.Write));

        Assert.Equal(["labels_named"], analysis.Issues);
        Assert.Contains("Plug-in Gait: ", (string)analysis.Result["issues"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Equal("LKNE LANK LTOE LHEE", string.Join(' ', "left.knee left.ankle left.toe left.heel".Split(' ').Select(analysis.MarkerSpec)));
        Assert.All(analysis.Result["markers"]!.AsArray(), marker => Assert.Null(marker!["jitter_px"]));
        Assert.All(analysis.Result["markers"]!.AsArray(), marker => Assert.NotNull(marker!["jitter_mm"]));
        var header = (await File.ReadAllLinesAsync(Path.Combine(folder["out"], "tracks.csv"), TestContext.Current.CancellationToken))[0];
        Assert.StartsWith("frame,time_s,", header, StringComparison.Ordinal);
        Assert.Contains("left.ankle_x_mm,left.ankle_y_mm,left.ankle_z_mm,left.ankle_confidence", header, StringComparison.Ordinal);
        Assert.DoesNotContain("_px", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_table_gives_the_same_again()
    {
        using var folder = new Folder();
        var first = await Analysis.Of(folder, LegFiles.Write(folder, "leg.c3d", LegFiles.InRoom(new SpacePoint(0, 1, 0), new SpacePoint(0, 0, -1)), C3dWriter.Write));
        File.Copy(Path.Combine(folder["out"], "tracks.csv"), folder["again.csv"]);

        var again = await Analysis.Of(folder, folder["again.csv"]);

        // Ours has six decimals.
        Assert.Equal(8, first.BeatTimes.Length);
        Assert.All(first.BeatTimes.Zip(again.BeatTimes, (before, after) => after - before), error => Assert.Equal(0, error, 0.00001));
        Assert.Equal(await File.ReadAllTextAsync(folder["again.csv"], TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(folder["out"], "tracks.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lone_point_is_measured_in_millimetres()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "leg.c3d", LegFiles.InRoom(new SpacePoint(1, 0, 0), new SpacePoint(0, 0, -1)), C3dWriter.Write);

        var analysis = await Analysis.Of(folder, input, "--site", "point", "--marker", "point=label:LTOE", "--min-amplitude", "5mm");

        Assert.Equal("rhythmic_only", (string?)analysis.Clonus["status"]);
        Assert.Equal(8, (int)analysis.Clonus["beats_total"]!);
        Assert.Equal("mm", (string?)analysis.Result["sides"]!["unknown"]!["signal"]!["unit"]);
    }

    // Two directions at a right angle, anyhow in the room.
    private static (SpacePoint Across, SpacePoint Down) Plane(Random random)
    {
        var across = Unit(new SpacePoint(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5));
        var other = new SpacePoint(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        return (across, Unit(other - (across * other.Dot(across))));
    }

    private static SpacePoint Unit(SpacePoint place) => place * (1 / place.DistanceTo(default));
}
