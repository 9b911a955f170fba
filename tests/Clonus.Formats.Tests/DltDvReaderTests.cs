namespace Clonus.Formats.Tests;

public sealed class DltDvReaderTests
{
    [Fact]
    public void The_first_pixel_is_0_0()
    {
        var file = Reading.Of(DltDvReader.Read, Samples.DltDv);

        Assert.Equal(["pt1", "pt2"], file.Labels());
        Assert.Equal([0, 639.5], file.Point("pt1").X.Numbers());
        Assert.Equal([0, 479], file.Point("pt1").Y.Numbers());
        Assert.Null(file.Point("pt2").At(0));
        Assert.Equal([0, 1], file.Frames);
        Assert.Null(file.TimesSeconds);
        Assert.False(file.YPointsUp);
        Assert.Equal(LengthUnit.Pixel, file.Unit);
    }

    [Fact]
    public void Cameras_are_named_where_several_saw_something()
    {
        const string text = "pt1_cam1_X,pt1_cam1_Y,pt1_cam2_X,pt1_cam2_Y\n1,1,2,3\n";

        Assert.Equal(["pt1_cam1", "pt1_cam2"], Reading.Of(DltDvReader.Read, text).Labels());
        Assert.Equal(["pt1"], Reading.Of(DltDvReader.Read, text.Replace("2,3", "NaN,NaN", StringComparison.Ordinal)).Labels());
    }

    [Theory]
    [InlineData("pt2_cam1_X,pt2_cam1_Y", "pt2_cam1_X,pt2_cam1_Z", "line 1: the header of column 4 is not like pt1_cam1_X")]
    [InlineData("pt2_cam1_Y", "pt3_cam1_Y", "line 1: pt2_cam1 has no column Y")]
    [InlineData("pt2_cam1_Y", "pt2_cam1_X", "line 1: pt2_cam1_X is there twice")]
    [InlineData("640.5", "x", "line 3: 'x' in column 1 is no number")]
    [InlineData(",10,20", "", "line 3: has 2 cells where the header has 4")]
    public void A_broken_file_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(DltDvReader.Read, Samples.DltDv.Replace(good, bad, StringComparison.Ordinal)));
    }
}
