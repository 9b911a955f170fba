namespace Clonus.Formats.Tests;

public sealed class SleapReaderTests
{
    [Fact]
    public void Tracks_share_the_frames_in_which_any_of_them_was_found()
    {
        var file = Reading.Of(SleapReader.Read, Samples.Sleap);

        Assert.Equal([0, 2, 5], file.Frames);
        Assert.Null(file.TimesSeconds);
        Assert.Equal(LengthUnit.Pixel, file.Unit);
        Assert.Equal(["left.ankle", "left.toe", "right.ankle", "right.toe"], file.Labels());
        Assert.Equal([100.5, 102, double.NaN], file.Point("left.ankle").X.Numbers());
        Assert.Equal([400, double.NaN, 401], file.Point("right.ankle").Y.Numbers());
    }

    [Fact]
    public void A_score_is_a_confidence_from_0_to_1()
    {
        var file = Reading.Of(SleapReader.Read, Samples.Sleap);

        Assert.Equal([0.98, 1, 0], file.Point("left.ankle").Confidence!.Value.Numbers());
        Assert.Equal([0.5, 0, 0], file.Point("left.toe").Confidence!.Value.Numbers());
    }

    [Fact]
    public void One_instance_without_a_track_needs_no_name()
    {
        var file = Reading.Of(SleapReader.Read, "track,frame_idx,instance.score,a.b.score,a.b.x,a.b.y\n,3,0.95,0.9,1,2\n,4,0.9,0.8,3,4\n");

        Assert.Equal(["a.b"], file.Labels());
        Assert.Equal([3, 4], file.Frames);
        Assert.Equal([0.9, 0.8], file.Points[0].Confidence!.Value.Numbers());
    }

    [Theory]
    [InlineData("left,2,", "left,0,", "line 3: frame 0 has two instances of one track")]
    [InlineData("left,0,", "left,7,", "line 3: frame 2 comes after frame 7 of the same track: they must rise")]
    [InlineData("left,2,", "left,2.5,", "line 3: '2.5' in column 2 is no frame number")]
    [InlineData("100.5", "l00.5", "line 2: 'l00.5' in column 4 is no number")]
    [InlineData(",351,451,0.88", "", "line 5: has 6 cells where the header has 9")]
    [InlineData("frame_idx", "frame", "line 1: the header must have 'frame_idx' and columns such as 'ankle.x' and 'ankle.y'")]
    public void A_broken_file_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(SleapReader.Read, Samples.Sleap.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_untracked_people_in_a_frame_are_not_mixed()
    {
        Assert.Contains("no track: track them first", Reading.ErrorOf(SleapReader.Read, "track,frame_idx,a.x,a.y\n,0,1,2\n,0,3,4\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_fit_to_be_shown()
    {
        Assert.Equal(["left.ankle", "left.toe", "right.ankle", "right.toe"], Reading.Of(SleapReader.Read, Samples.Sleap.Replace("left,", "le\u0007ft,", StringComparison.Ordinal)).Labels());
    }

    [Fact]
    public void Thousands_of_short_tracks_do_not_fill_the_memory()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"t{i},{i},1,2,1\n"));

        Assert.Contains("join the pieces of tracks first", Reading.ErrorOf(SleapReader.Read, "track,frame_idx,a.x,a.y,a.score\n" + rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_frame_number_needs_no_more_room_than_a_small_one()
    {
        Assert.Equal([0, 2_000_000_000], Reading.Of(SleapReader.Read, "track,frame_idx,a.x,a.y\n,0,1,2\n,2000000000,3,4\n").Frames);
    }
}
