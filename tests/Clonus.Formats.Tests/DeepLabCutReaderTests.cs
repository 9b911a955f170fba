namespace Clonus.Formats.Tests;

public sealed class DeepLabCutReaderTests
{
    [Fact]
    public void Points_keep_their_numbers()
    {
        var file = Reading.Of(DeepLabCutReader.Read, Samples.DeepLabCut);

        Assert.Equal(TrajectoryFormat.DeepLabCut, file.Format);
        Assert.Equal([0, 1, 2], file.Frames);
        Assert.Null(file.TimesSeconds);
        Assert.Equal(LengthUnit.Pixel, file.Unit);
        Assert.False(file.YPointsUp);
        Assert.Equal(["ankle_R", "knee_R"], file.Labels());
        Assert.Equal([418.483, 419.5, 420.5], file.Point("ankle_R").X.Numbers());
        Assert.Equal([0.998, 0.5, 0.25], file.Point("ankle_R").Confidence!.Value.Numbers());
    }

    [Fact]
    public void A_missing_cell_is_no_position_and_no_confidence()
    {
        var knee = Reading.Of(DeepLabCutReader.Read, Samples.DeepLabCut.Replace("1,419.5,258,0.5,,,", "1,419.5,258,0.5,NaN,5,1.0", StringComparison.Ordinal)).Point("knee_R");

        Assert.Null(knee.At(1));
        Assert.True(double.IsNaN(knee.Y[1]));
        Assert.Equal(0, knee.Confidence!.Value[1]);
        Assert.NotNull(knee.At(2));
    }

    [Fact]
    public void Several_animals_have_their_names_before_the_points()
    {
        var file = Reading.Of(DeepLabCutReader.Read, Samples.DeepLabCutAnimals);

        Assert.Equal(["left leg.ankle", "right leg.ankle"], file.Labels());
        Assert.Equal([11, 13], file.Point("right leg.ankle").X.Numbers());
    }

    [Fact]
    public void An_animal_that_was_never_seen_is_left_out()
    {
        var file = Reading.Of(DeepLabCutReader.Read, Samples.DeepLabCutAnimals.Replace("0,1,2,0.9,", "0,,,,", StringComparison.Ordinal));

        Assert.Equal(["ankle"], file.Labels());
        Assert.Equal([11, 13], file.Points[0].X.Numbers());
    }

    [Fact]
    public void A_likelihood_may_be_absent_and_frames_may_be_left_out()
    {
        var file = Reading.Of(DeepLabCutReader.Read, "scorer,me,me\nbodyparts,toe,toe\ncoords,x,y\n5,1,2\n9.0,3,4");

        Assert.Null(file.Points[0].Confidence);
        Assert.Equal([5, 9], file.Frames);
    }

    [Fact]
    public void Three_coordinates_are_a_room()
    {
        var file = Reading.Of(DeepLabCutReader.Read, "scorer,me,me,me\nbodyparts,toe,toe,toe\ncoords,x,y,z\n0,1,2,3\n1,4,5,\n");

        Assert.True(file.IsSpatial);
        Assert.Equal(LengthUnit.Unknown, file.Unit);
        Assert.Equal(3, file.Points[0].Z!.Value[0]);
        Assert.Null(file.Points[0].At(1));
    }

    [Fact]
    public void A_point_without_a_name_is_named_by_its_place()
    {
        var file = Reading.Of(DeepLabCutReader.Read, "scorer,me,me,me,me\nbodyparts,toe,toe,,\ncoords,x,y,x,y\n0,1,2,3,4\n");

        Assert.Equal(["toe", "point 2"], file.Labels());
    }

    [Theory]
    [InlineData("0,418.483,257.232,0.998,400.5,120.25,0.75", "0,418.483,257", "line 4: has 3 cells where the header has 7")]
    [InlineData("0,418.483,", "0,abc,", "line 4: 'abc' in column 2 is no number")]
    [InlineData("\n1,", "\n0,", "line 5: frame 0 comes after frame 0: they must rise")]
    [InlineData("\n1,", "\n-1,", "line 5: '-1' in column 1 is no frame number")]
    [InlineData("\n1,", "\n1e300,", "line 5: '1e300' in column 1 is no frame number")]
    [InlineData("\n1,", "\nlabeled-data/clip/img1.png,", "line 5: 'labeled-data/clip/img1.…' in column 1 is no frame number")]
    [InlineData("coords,x,y,", "coords,x,x,", "line 3: 'ankle_R' has no column 'y'")]
    [InlineData("coords", "units", "line 3: is none of the header's rows 'scorer', 'individuals', 'bodyparts' and 'coords'")]
    [InlineData("bodyparts,ankle_R,", "bodyparts,", "line 3: the header's rows have different numbers of cells")]
    [InlineData("1,419.5", "1,\"419.5", "line 5: has 2 cells where the header has 7")]
    public void A_broken_file_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(DeepLabCutReader.Read, Samples.DeepLabCut.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_header_without_rows_holds_nothing()
    {
        Assert.Equal("sample.csv: has no rows below its header", Reading.ErrorOf(DeepLabCutReader.Read, Samples.DeepLabCut[..Samples.DeepLabCut.IndexOf("\n0,", StringComparison.Ordinal)]));
        Assert.Equal("sample.csv: has no row 'coords'", Reading.ErrorOf(DeepLabCutReader.Read, ""));
    }
}
