using System.Text;
using Clonus.Formats.Tests.C3d;
using Clonus.Formats;

namespace Clonus.Cli.Tests.TrajectoryFiles;

/// <summary>Who was recorded stands in a laboratory's files and in nothing that is made from them.</summary>
public sealed class PrivacyTests
{
    private static readonly string[] Secrets = ["DoeJane", "Doe^Jane", "doe.jane", "MRN 12345"];

    [Fact]
    public async Task Neither_name_nor_number_leaves_a_C3D()
    {
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder["walk.c3d"], Named().ToArray(), TestContext.Current.CancellationToken);
        Assert.All(Secrets.Except(["doe.jane"]), secret => Assert.Contains(secret, Raw(folder["walk.c3d"]), StringComparison.Ordinal));

        await Everything(folder, "walk.c3d");
        var unknown = await CliRun.Of("analyze", folder["walk.c3d"], "-o", folder["b"], "--marker", "left.ankle=label:NOBODY");
        await File.WriteAllBytesAsync(folder["cut.c3d"], Named().ToArray()[..4000], TestContext.Current.CancellationToken);
        var cut = await CliRun.Of("analyze", folder["cut.c3d"], "-o", folder["c"], "-v");

        Assert.Contains("there are LKNE, LANK, LTOE, *4", unknown.ErrorLine, StringComparison.Ordinal);
        AssertNoSecret(unknown.Error + cut.Output + cut.Error);
    }

    [Fact]
    public async Task The_path_in_a_TRC_stays_there()
    {
        using var folder = new Folder();
        var input = LegFiles.Write(folder, "walk.trc", LegFiles.Labelled("DoeJane:LKNE", "DoeJane:LANK", "DoeJane:LTOE"), TrcWriter.Write);
        folder.Write("walk.trc", (await File.ReadAllTextAsync(input, TestContext.Current.CancellationToken)).Replace("markers.trc", "/home/doe.jane/x.trc", StringComparison.Ordinal));

        await Everything(folder, "walk.trc");
    }

    // Analysed, talked about at length, and converted to every format there is.
    private static async Task Everything(Folder folder, string name)
    {
        var runs = new List<CliRun>
        {
            await CliRun.Of("analyze", folder[name], "-o", folder["out"], "-v", "--also", "trc,c3d,deeplabcut,mot,srt", "--plot"),
            await CliRun.Of("analyze", folder[name], "-o", folder["out"], "--format", "json", "--also", "trc,c3d,deeplabcut,mot,srt", "--plot"),
        };
        foreach (var (output, to) in new[] { ("a.c3d", "c3d"), ("a.trc", "trc"), ("a.csv", "tracks"), ("b.csv", "deeplabcut") })
            runs.Add(await CliRun.Of("convert", folder[name], "-o", folder[output], "--to", to, "-v"));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(12, Directory.GetFiles(folder["out"]).Length);
        foreach (var path in Directory.GetFiles(folder["out"]).Concat(Directory.GetFiles(folder.Path).Where(path => Path.GetFileName(path) != name)))
            AssertNoSecret(Raw(path));
        foreach (var run in runs)
            AssertNoSecret(run.Output + run.Error);
    }

    // The last label has no prefix, so that it cannot be told by being everywhere.
    private static C3dSample Named()
    {
        var leg = LegFiles.Leg;
        return new C3dSample
        {
            Labels = ["DoeJane:LKNE", "DoeJane:LANK", "DoeJane:LTOE", "*4"],
            FrameCount = leg.FrameCount,
            Rate = 60,
            Place = (frame, point) => point == 3 ? null : ((float)leg.Points[point].X[frame], 100, (float)-leg.Points[point].Y[frame]),
            MoreTexts =
            [
                ("POINT", "DESCRIPTIONS", ["MRN 12345", "MRN 12345 ankle", "", ""]),
                ("EVENT", "SUBJECTS", ["DoeJane", "Doe^Jane"]),
                ("EVENT", "DESCRIPTIONS", ["MRN 12345", ""]),
                ("SUBJECTS", "NAMES", ["Doe^Jane"]),
                ("SUBJECTS", "LABEL_PREFIXES", ["DoeJane:"]),
            ],
        };
    }

    private static string Raw(string path) => Encoding.Latin1.GetString(File.ReadAllBytes(path));

    private static void AssertNoSecret(string text) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
}
