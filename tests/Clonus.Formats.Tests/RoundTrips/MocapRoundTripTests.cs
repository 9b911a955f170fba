using Clonus.Formats.Tests.Reference;

namespace Clonus.Formats.Tests.RoundTrips;

/// <summary>Others' recordings go through each format and come back.</summary>
public sealed class MocapRoundTripTests
{
    public static TheoryData<string> Names => [.. MocapTable.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_survives_C3D(string name)
    {
        var before = Read(name);

        var after = Through(before, C3dWriter.Write, C3dReader.Read);

        Same(before, after, label => label);
        Assert.Equal(before.NumbersFrom, after.NumbersFrom);
        Assert.Equal(before.RateHz!.Value, after.RateHz!.Value, 1e-6 * before.RateHz.Value);
        Assert.Equal(before.Points.Select(p => p.Kind), after.Points.Select(p => p.Kind));
        Assert.Equal(before.Events.Select(e => (e.Label, e.Context)), after.Events.Select(e => (e.Label, e.Context)));
        foreach (var (there, here) in before.Events.Zip(after.Events))
            Assert.Equal(there.TimeSeconds, here.TimeSeconds, 1e-6);

        // A C3D has one rate: times that were rounded to milliseconds come back as they were meant.
        foreach (var (there, here) in before.TimesSeconds!.Value.Zip(after.TimesSeconds!.Value))
            Assert.Equal(there, here, before.Format == TrajectoryFormat.C3d ? 1e-9 : 0.001);
        Assert.Equal(before.TimesSeconds.Value[0], after.TimesSeconds.Value[0], 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_survives_TRC(string name)
    {
        var before = Read(name);

        var after = Through(before, TrcWriter.Write, TrcReader.Read);

        Same(before, after, TrcWriter.Name);
        Assert.Equal(before.NumbersFrom, after.NumbersFrom);
        Assert.Equal(before.RateHz, after.RateHz);
        Assert.Equal(before.TimesSeconds!.Value.AsEnumerable(), after.TimesSeconds!.Value.AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recording_survives_tracks_csv(string name)
    {
        var before = Read(name);

        var after = Through(before, TracksCsvWriter.Write, TracksCsvReader.Read);

        Same(before, after, label => label);
        Assert.Equal(before.Points.Select(p => p.Kind), after.Points.Select(p => p.Kind));
        Assert.Equal(before.TimesSeconds!.Value.AsEnumerable(), after.TimesSeconds!.Value.AsEnumerable());
    }

    // Where a label stands twice, formats that need unique ones number them.
    private static void Same(Trajectories before, Trajectories after, Func<string, string> label)
    {
        Assert.Equal(before.Frames.AsEnumerable(), after.Frames.AsEnumerable());
        Assert.Equal(before.Unit, after.Unit);
        Assert.Equal(before.IsSpatial, after.IsSpatial);
        Assert.Equal(LabelText.Unique(before.Points.Select(p => label(p.Label))), LabelText.Unique(after.Points.Select(p => p.Label)));
        foreach (var (there, here) in before.Points.Zip(after.Points))
        {
            for (var frame = 0; frame < before.FrameCount; frame++)
            {
                var (a, b) = (there.At(frame), here.At(frame));
                Assert.Equal(a is null, b is null);
                if (a is { } p && b is { } q)
                    Assert.Equal(((float)p.X, (float)p.Y, (float)p.Z), ((float)q.X, (float)q.Y, (float)q.Z));
            }
        }
    }

    private static Trajectories Read(string name) => TrajectoryFile.Recognise(SharedFile.Find("data/mocap/" + name))!.Read();

    private static Trajectories Through(Trajectories before, Action<Stream, Trajectories> write, Func<Stream, string, Trajectories> read)
    {
        using var stream = new MemoryStream();
        write(stream, before);
        return read(stream, "trial");
    }
}
