namespace Clonus.Formats.Tests;

/// <summary>The tracks of samples/ are what this version would write of them.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("sustained.c3d", TrajectoryFormat.C3d)]
    [InlineData("sustained.trc", TrajectoryFormat.Trc)]
    [InlineData("sustained.deeplabcut.csv", TrajectoryFormat.DeepLabCut)]
    public void A_sample_is_known_by_what_it_holds_and_written_as_it_was(string name, TrajectoryFormat format)
    {
        var path = Path.Combine(Samples(), name);
        var read = TrajectoryFile.Recognise(path)!.Read();

        using var written = new MemoryStream();
        Action<Stream, Trajectories> write = format switch
        {
            TrajectoryFormat.C3d => C3dWriter.Write,
            TrajectoryFormat.Trc => TrcWriter.Write,
            _ => DeepLabCutWriter.Write,
        };
        write(written, read);

        Assert.Equal(format, read.Format);
        Assert.Equal(File.ReadAllBytes(path), written.ToArray());
    }

    private static string Samples()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "clonus-cli.sln")))
            root = root.Parent!;
        return Path.Combine(root.FullName, "samples", "tracks");
    }
}
