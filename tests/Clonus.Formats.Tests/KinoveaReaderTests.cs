using Clonus.Motion;

namespace Clonus.Formats.Tests;

public sealed class KinoveaReaderTests
{
    [Fact]
    public void Trajectories_share_one_column_of_times()
    {
        var file = Reading.Of(KinoveaCsvReader.Read, Samples.KinoveaCsv);

        Assert.Equal(["ankle", "leg/hip", "leg/knee"], file.Labels());
        Assert.Equal([0, 0.033, 0.067], file.TimesSeconds!.Value);
        Assert.Equal([0, 1, 2], file.Frames);
        Assert.Equal([10.5, 11.5, double.NaN], file.Point("ankle").X.Numbers());
        Assert.Equal([double.NaN, 4, 8], file.Point("leg/hip").Y.Numbers());
        Assert.True(file.YPointsUp);
        Assert.Equal(LengthUnit.Unknown, file.Unit);
        Assert.Empty(file.Issues);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public void A_decimal_comma_is_read_with_either_separator(char separator)
    {
        var german = Samples.KinoveaCsv.Replace(',', separator).Replace('.', ',');

        Assert.Equal([10.5, 11.5, double.NaN], Reading.Of(KinoveaCsvReader.Read, german).Point("ankle").X.Numbers());
    }

    [Fact]
    public void A_unit_is_one_only_where_the_file_says_it()
    {
        Assert.Equal(LengthUnit.Pixel, Reading.Of(KinoveaCsvReader.Read, "\"Time\",\"a/0/X (px)\",\"a/0/Y (px)\"\n\"0\",\"1\",\"2\"\n").Unit);
    }

    [Theory]
    [InlineData("0;33.33333;66.66666;100", 1e-3, "milliseconds")]
    [InlineData("0;33333.33;66666.66;100000", 1e-6, "microseconds")]
    [InlineData("0;0.09166667;0.1861111;0.2777778;0.3694444;0.4638889;0.5555556;0.6472222", 0.36, "ten-thousandths of an hour")]
    [InlineData("0;0.055;0.1116667;0.1666667;0.2216667;0.2783333;0.3333333;0.3883333", 0.6, "hundredths of a minute")]
    public void Times_that_cannot_be_seconds_are_told_by_their_steps(string times, double secondsPerUnit, string unit)
    {
        var cells = times.Split(';');
        var file = Reading.Of(KinoveaCsvReader.Read, "\"Time\",\"a/0/X\",\"a/0/Y\"\n" + string.Concat(cells.Select(t => $"\"{t}\",\"1\",\"2\"\n")));

        var issue = Assert.Single(file.Issues);
        Assert.Equal("time_unit_inferred", issue.Code);
        Assert.Contains(unit, issue.Message, StringComparison.Ordinal);
        Assert.Equal(double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture) * secondsPerUnit, file.TimesSeconds!.Value[3], 12);
    }

    [Fact]
    public void A_time_that_counts_frames_is_no_time()
    {
        var file = Reading.Of(KinoveaCsvReader.Read, "\"Time\",\"a/0/X\",\"a/0/Y\"\n\"-2\",\"1\",\"2\"\n\"-1\",\"1\",\"2\"\n\"1\",\"1\",\"2\"\n");

        Assert.Null(file.TimesSeconds);
        Assert.Equal([0, 1, 3], file.Frames);
        Assert.Equal(("time_counts_frames", IssueSeverity.Warning), (file.Issues[0].Code, file.Issues[0].Severity));
    }

    [Fact]
    public void Steps_that_are_no_frame_of_any_unit_are_refused()
    {
        Assert.Contains("the times step by 1001", Reading.ErrorOf(KinoveaCsvReader.Read, "\"Time\",\"a/0/X\",\"a/0/Y\"\n\"0\",\"1\",\"2\"\n\"1001\",\"1\",\"2\"\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"0.033\"", "\"later\"", "line 3: 'later' is no time that can be told without doubt; export times in seconds")]
    [InlineData("\"0.033\"", "", "line 3: '' is no time that can be told without doubt; export times in seconds")]
    [InlineData("\"0.033\"", "\"01:02:03\"", "line 3: '01:02:03' is no time that can be told without doubt; export times in seconds")]
    [InlineData("\"0.067\"", "\"0.033\"", "line 4: time 0.033 comes after time 0.033: they must rise")]
    [InlineData("\"11.5\"", "\"abc\"", "line 3: 'abc' in column 2 is no number")]
    [InlineData(",\"9\",\"10\"", "", "line 4: has 5 cells where the header has 7")]
    [InlineData("leg/hip/Y", "leg/ankle/Y", "line 1: the columns 4 and 5 are not X and Y of one point")]
    public void A_broken_table_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(KinoveaCsvReader.Read, Samples.KinoveaCsv.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Tracks_of_the_text_have_times_of_their_own()
    {
        var file = Reading.Of(KinoveaTextReader.Read, Samples.KinoveaText);

        Assert.Equal(["ankle", "toe"], file.Labels());
        Assert.Equal([0, 0.033, 0.067], file.TimesSeconds!.Value);
        Assert.Equal([866, 847, 830], file.Point("ankle").X.Numbers());
        Assert.Equal([double.NaN, 50, 51], file.Point("toe").Y.Numbers());
        Assert.True(file.YPointsUp);
    }

    [Fact]
    public void Older_texts_have_clock_readings_and_no_names()
    {
        var file = Reading.Of(KinoveaTextReader.Read, "#Kinovea Trajectory data export\n#T X Y\n- 0:00:00:01 1,5 2,5 \n0:00:00:03 847.00 321.00 \n0:01:01:23 3 4 \n\n\n0:00:00:03 118.00 45.00 \n\n\n");

        Assert.Equal(["point 1", "point 2"], file.Labels());
        Assert.Equal([-0.01, 0.03, 61.23], file.TimesSeconds!.Value);
        Assert.Equal([1.5, 847, 3], file.Point("point 1").X.Numbers());
        Assert.Equal("times_rounded", Assert.Single(file.Issues).Code);
    }

    [Fact]
    public void A_track_of_several_points_numbers_them()
    {
        var file = Reading.Of(KinoveaTextReader.Read, "#Kinovea Trajectory data export\n#T X Y\n\n# leg\n0 1 2 3 4\n0,04 5 6 7 8\n");

        Assert.Equal(["leg/0", "leg/1"], file.Labels());
        Assert.Equal([4, 8], file.Point("leg/1").Y.Numbers());
    }

    [Theory]
    [InlineData("#Kinovea", "#Other", "line 1: must be '#Kinovea Trajectory data export'")]
    [InlineData("0.033 847 321.5", "0.033 847", "line 6: is not a time with an x and a y for each point")]
    [InlineData("847", "8a7", "line 6: the cells 2 and 3 are not both numbers")]
    [InlineData("0.067 830", "0.01 830", "line 7: time 0.01 of 'ankle' comes after time 0.033: they must rise")]
    [InlineData("# toe", "# ankle", "line 10: time 0.033 of 'ankle' comes after time 0.067: they must rise")]
    public void A_broken_text_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(KinoveaTextReader.Read, Samples.KinoveaText.Replace(good, bad, StringComparison.Ordinal)));
    }
}
