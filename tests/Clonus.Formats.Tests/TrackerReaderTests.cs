namespace Clonus.Formats.Tests;

public sealed class TrackerReaderTests
{
    [Fact]
    public void A_lone_track_has_its_name_above_the_columns()
    {
        var file = Reading.Of(TrackerReader.Read, Samples.Tracker);

        Assert.Equal(["mass_A"], file.Labels());
        Assert.Equal([15, double.NaN, 17], file.Points[0].X.Numbers());
        Assert.Equal([-2.5, double.NaN, -3], file.Points[0].Y.Numbers());
        Assert.Equal([0, 0.03333333333, 0.06666666667], file.TimesSeconds!.Value);
        Assert.Equal([0, 1, 2], file.Frames);
        Assert.True(file.YPointsUp);
        Assert.Equal(LengthUnit.Unknown, file.Unit);
    }

    [Fact]
    public void Several_tracks_are_told_by_where_their_names_stand()
    {
        var file = Reading.Of(TrackerReader.Read, Samples.TrackerMulti);

        Assert.Equal(["ankle", "toe"], file.Labels());
        Assert.Equal([0, 0.033], file.TimesSeconds!.Value);
        Assert.Equal([1, 1.5], file.Point("ankle").X.Numbers());
        Assert.Equal([4, double.NaN], file.Point("toe").Y.Numbers());
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData(' ')]
    public void Other_separators_are_told_by_the_column_names(char separator)
    {
        var file = Reading.Of(TrackerReader.Read, Samples.TrackerMulti.Replace(',', '.').Replace('\t', separator));

        Assert.Equal(["ankle", "toe"], file.Labels());
        Assert.Equal([4, double.NaN], file.Point("toe").Y.Numbers());
    }

    [Fact]
    public void A_column_of_frames_alone_is_no_time()
    {
        var file = Reading.Of(TrackerReader.Read, "ankle\nframe\tx\ty\n4.000000000E0\t1\t2\n6\t3\t4\n");

        Assert.Null(file.TimesSeconds);
        Assert.Equal([4, 6], file.Frames);
    }

    [Fact]
    public void Other_columns_are_passed_over()
    {
        var file = Reading.Of(TrackerReader.Read, "#multi:\n,a,,,,b,,,\nt,frame,x,y,v,frame,x,y,v\n0,2,1,2,9,,,,\n0.1,3,,,,3,5,6,9\n");

        Assert.Equal([2, 3], file.Frames);
        Assert.Equal([double.NaN, 5], file.Point("b").X.Numbers());
    }

    [Fact]
    public void Columns_of_pixels_are_the_picture_itself()
    {
        var file = Reading.Of(TrackerReader.Read, "ankle\nt,pixelx,pixely\n0,100.5,50.5\n0.1,101.5,51.5\n");

        Assert.Equal([100, 101], file.Points[0].X.Numbers());
        Assert.False(file.YPointsUp);
        Assert.Equal(LengthUnit.Pixel, file.Unit);
    }

    [Fact]
    public void A_unit_behind_a_column_name_is_read()
    {
        Assert.Equal(LengthUnit.Metre, Reading.Of(TrackerReader.Read, "ankle\nt (s)\tx (m)\ty (m)\n0\t1\t2\n").Unit);
    }

    [Theory]
    [InlineData("0\t1\t2\t3\t4", "0\t1\t2\t3", "line 4: has 4 cells where the header has 5")]
    [InlineData("0,033", "0", "line 5: time 0 comes after time 0: they must rise")]
    [InlineData("0,033", "", "line 5: has no time")]
    [InlineData("1,5", "1,5,5", "line 5: '1,5,5' in column 2 is no number")]
    [InlineData("t\tx\ty\tx\ty", "t\tx\ty\tx\tx", "line 3: the track 'toe' has 2 columns 'x' and 0 columns 'y', not one of each")]
    public void A_broken_file_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(TrackerReader.Read, Samples.TrackerMulti.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_without_column_names_is_refused()
    {
        Assert.Equal("sample.csv: has no line with the column names 't' or 'frame', 'x' and 'y'", Reading.ErrorOf(TrackerReader.Read, "a\nb\nc\nd\n"));
    }
}
