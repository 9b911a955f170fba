using BenchmarkDotNet.Attributes;
using Clonus.Formats;

namespace Clonus.Benchmarks;

/// <summary>
/// Reading of large trajectory files, 200 MB each, on one core. The aims: a C3D at 100 MB/s or more, so a mean of at most 2 s; a TRC at 40 MB/s or
/// more, so at most 5 s; and less than 600 MB in the column Allocated, three times the file's size.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const int FileBytes = 200_000_000;
    private const int Points = 40;
    private const double RateHz = 250;

    // Frames at a time are tried until the text is long enough.
    private const int TrialFrames = 1000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clonus-benchmarks-");

    private string C3d => Path.Combine(_folder.FullName, "walk.c3d");

    private string Trc => Path.Combine(_folder.FullName, "walk.trc");

    [GlobalSetup]
    public void Write()
    {
        Write(C3d, Walk(FileBytes / (16 * Points)), C3dWriter.Write);

        using var trial = new MemoryStream();
        TrcWriter.Write(trial, Walk(TrialFrames));
        Write(Trc, Walk((int)(FileBytes / (trial.Length / TrialFrames))), TrcWriter.Write);
    }

    [GlobalCleanup]
    public void Remove() => _folder.Delete(recursive: true);

    [Benchmark]
    public int ReadC3d()
    {
        using var stream = File.OpenRead(C3d);
        return C3dReader.Read(stream, "walk.c3d").FrameCount;
    }

    [Benchmark]
    public int ReadTrc()
    {
        using var stream = File.OpenRead(Trc);
        return TrcReader.Read(stream, "walk.trc").FrameCount;
    }

    private static void Write(string path, Trajectories walk, Action<Stream, Trajectories> write)
    {
        using var stream = File.Create(path);
        write(stream, walk);
    }

    // As a laboratory's cameras would give them: millimetres with three decimals.
    private static Trajectories Walk(int frames)
    {
        var random = new Random(1);
        return new Trajectories(
            TrajectoryFormat.C3d,
            [.. Enumerable.Range(0, frames)],
            [.. Enumerable.Range(0, frames).Select(frame => frame / RateHz)],
            [.. Enumerable.Range(0, Points).Select(i => new PointTrack($"M{i}", Axis(), Axis(), Axis()))])
        {
            RateHz = RateHz,
            Unit = LengthUnit.Millimetre,
            IsSpatial = true,
        };

        Series Axis()
        {
            var values = new float[frames];
            for (var frame = 0; frame < frames; frame++)
                values[frame] = (float)Math.Round(2000 * random.NextDouble(), 3);
            return Series.Of(values);
        }
    }
}
