using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.C3d;

/// <summary>One recording in every processor's bytes reads as the same recording.</summary>
public sealed class C3dSampleTests
{
    [Theory]
    [InlineData(84, true)]
    [InlineData(84, false)]
    [InlineData(85, true)]
    [InlineData(85, false)]
    [InlineData(86, true)]
    [InlineData(86, false)]
    public void Every_processor_and_both_layouts_read_the_same(int processor, bool isFloat)
    {
        var sample = new C3dSample(processor, isFloat) { FirstFrame = 31 };

        var read = C3dReader.Read(new MemoryStream(sample.ToArray()), "sample.c3d");

        Assert.Equal(sample.Labels, read.Points.Select(p => p.Label));
        Assert.Equal(sample.FrameCount, read.FrameCount);
        Assert.Equal(30, read.Frames[0]);
        Assert.Equal(0.3, read.TimesSeconds!.Value[0], 1e-9);
        Assert.Equal(PointKind.Angle, read.Points[3].Kind);
        for (var frame = 0; frame < sample.FrameCount; frame++)
        {
            for (var point = 0; point < sample.Labels.Length; point++)
            {
                var expected = sample.Place(frame, point);
                var found = read.Points[point].At(frame);
                Assert.Equal(expected is null, found is null);
                Assert.Equal(expected?.X ?? 0, found?.X ?? 0, 0.051);
                Assert.Equal(expected?.Y ?? 0, found?.Y ?? 0, 0.051);
                Assert.Equal(expected?.Z ?? 0, found?.Z ?? 0, 0.051);
            }
        }

        Assert.Equal(["Foot Strike", "Foot Off"], read.Events.Select(e => e.Label));
        Assert.Equal(0.03, read.Events[0].TimeSeconds, 1e-6);
        Assert.Equal(61.5, read.Events[1].TimeSeconds, 1e-6);
    }

    [Theory]
    [InlineData(84)]
    [InlineData(85)]
    [InlineData(86)]
    public void Events_of_the_header_count_where_there_is_no_group(int processor)
    {
        var sample = new C3dSample(processor, IsFloat: false) { Events = [], HeaderEvents = [new(0.05, "RHS", ""), new(0.11, "LTO", "")] };

        var read = C3dReader.Read(new MemoryStream(sample.ToArray()), "sample.c3d");

        Assert.Equal(["RHS", "LTO"], read.Events.Select(e => e.Label));
        Assert.Equal(0.11, read.Events[1].TimeSeconds, 1e-6);
    }

    [Fact]
    public void A_place_at_the_origin_is_kept_as_the_file_has_it_for_the_file_alone_says_what_is_missing()
    {
        var sample = new C3dSample { Place = (frame, point) => frame == 3 ? (0, 0, 0) : (1, 2, 3) };

        var read = C3dReader.Read(new MemoryStream(sample.ToArray()), "sample.c3d");

        Assert.Equal(new SpacePoint(0, 0, 0), read.Points[0].At(3));
    }

    [Fact]
    public void A_place_that_is_no_number_was_not_seen()
    {
        var sample = new C3dSample { Place = (frame, _) => frame switch { 3 => (float.NaN, 1, 1), 4 => (1, float.PositiveInfinity, 1), _ => (1, 2, 3) } };

        var read = C3dReader.Read(new MemoryStream(sample.ToArray()), "sample.c3d");

        Assert.Null(read.Points[0].At(3));
        Assert.Null(read.Points[0].At(4));
        Assert.NotNull(read.Points[0].At(5));
    }

    [Fact]
    public void A_recording_cut_in_its_last_frames_gives_those_that_are_there()
    {
        var sample = new C3dSample { FrameCount = 200 };
        var bytes = sample.ToArray();

        var read = C3dReader.Read(new MemoryStream(bytes[..^5000]), "sample.c3d");

        Assert.Equal(200, read.FramesDeclared);
        Assert.InRange(read.FrameCount, 100, 199);
        Assert.Contains(read.Issues, i => i.Code == "frames_missing");
    }
}
