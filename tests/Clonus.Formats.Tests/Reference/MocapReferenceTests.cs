
namespace Clonus.Formats.Tests.Reference;

/// <summary>Others' recordings, read by us and by a reader that was written without a look at ours.</summary>
public sealed class MocapReferenceTests
{
    // The table has eight digits; integers times a scale are kept in single precision.
    private const double Precision = 2e-7;

    public static TheoryData<string> Names => [.. MocapTable.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_has_the_frames_times_and_labels_of_the_table(string name)
    {
        var expected = MocapTable.Of(name);

        var read = Read(name);

        Assert.Equal(expected.Points.Select(p => p.Label), read.Points.Select(p => p.Label));
        Assert.Equal(expected.Frames, read.FrameCount);
        Assert.Equal(expected.FirstFrame, read.Frames[0] + read.NumbersFrom);
        Assert.Equal(expected.Frames - 1, read.Frames[^1] - read.Frames[0]);
        Assert.Equal(expected.Rate, read.RateHz!.Value, Precision * expected.Rate);
        Assert.Equal("mm", expected.Unit);
        Assert.Equal(LengthUnit.Millimetre, read.Unit);
        Assert.True(read.IsSpatial);
        Assert.Equal(expected.FirstTime, read.TimesSeconds!.Value[0], 1e-6);
        Assert.Equal(expected.LastTime ?? (expected.FirstTime + ((expected.Frames - 1) / expected.Rate)), read.TimesSeconds!.Value[^1], 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_has_the_events_of_the_table(string name)
    {
        var expected = MocapTable.Of(name).Events;

        var read = Read(name).Events;

        Assert.Equal(expected.Select(e => (e.Label, e.Context)), read.Select(e => (e.Label, e.Context)));
        foreach (var (there, here) in expected.Zip(read))
            Assert.Equal(there.Time, here.TimeSeconds, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_has_the_places_of_the_table(string name)
    {
        var expected = MocapTable.Of(name).Points;

        var read = Read(name);

        Assert.Equal(expected.Length, read.Points.Length);
        foreach (var (there, here) in expected.Zip(read.Points))
        {
            var seen = Enumerable.Range(0, read.FrameCount).Where(frame => here.At(frame) is not null).ToArray();
            Assert.Equal(there.Missing, read.FrameCount - seen.Length);
            foreach (var (axis, series) in new[] { here.X, here.Y, here.Z!.Value }.Index())
            {
                var all = seen.Sum(frame => Math.Abs(series[frame]));
                Assert.Equal(there.Sum[axis], seen.Sum(frame => series[frame]), (Precision * all) + 1e-6);
                if (there.First is null)
                    continue;
                Assert.Equal(there.First[axis], series[seen[0]], (Precision * Math.Abs(there.First[axis])) + 1e-6);
                Assert.Equal(there.Last![axis], series[seen[^1]], (Precision * Math.Abs(there.Last[axis])) + 1e-6);
            }
        }
    }

    private static Trajectories Read(string name)
    {
        using var stream = File.OpenRead(SharedFile.Find("data/mocap/" + name));
        return Path.GetExtension(name) == ".c3d" ? C3dReader.Read(stream, name) : TrcReader.Read(stream, name);
    }
}
