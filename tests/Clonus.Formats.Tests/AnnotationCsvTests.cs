using System.Text;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests;

/// <summary>Tables of annotations as people type them and as spreadsheets save them.</summary>
public sealed class AnnotationCsvTests
{
    [Fact]
    public void A_row_for_each_clip_and_side()
    {
        var table = Read("file,side,rater,count,longest_episode_count,beat_times_s,sustained\na.mp4,left,Ann,3,2,1.0 1.25 2,no\nb.mp4,RIGHT,,,,,Yes\nc.mp4,,,4,,,\n");

        Assert.Equal(3, table.Annotations.Length);
        var (a, b, c) = (table.Annotations[0], table.Annotations[1], table.Annotations[2]);
        Assert.Equal(("a.mp4", BodySide.Left, "Ann", 3, 2, false, "t.csv, line 2"), (a.File, a.Side, a.Rater, a.Count, a.LongestEpisodeCount, a.Sustained, a.Place));
        Assert.Equal([1, 1.25, 2], a.BeatTimesSeconds!.Value);
        Assert.Equal((BodySide.Right, null, null, null, true), (b.Side, b.Rater, b.Count, b.BeatTimesSeconds, b.Sustained));
        Assert.Equal((null, 4, null, null), (c.Side, c.Count, c.BeatTimesSeconds, c.Sustained));
    }

    [Fact]
    public void A_row_for_each_beat()
    {
        var table = Read("file,side,time_s,sustained\na,left,1.25,true\na,right,3,\na,left,1.0,\nb,,,no\n");

        Assert.Equal(3, table.Annotations.Length);
        Assert.Equal([1, 1.25], table.Annotations[0].BeatTimesSeconds!.Value);
        Assert.Equal((2, true), (table.Annotations[0].Count, table.Annotations[0].Sustained));
        Assert.Equal([3], table.Annotations[1].BeatTimesSeconds!.Value);
        Assert.Equal((null, null, false), (table.Annotations[2].Count, table.Annotations[2].BeatTimesSeconds, table.Annotations[2].Sustained));
    }

    [Fact]
    public void No_beats_is_not_the_same_as_nothing_said()
    {
        var table = Read("file,count,beat_times_s,sustained\nnone,0,,\nunsaid,,,no\nempty,,,\n");

        Assert.Equal(0, table.Annotations[0].Count);
        Assert.Empty(table.Annotations[0].BeatTimesSeconds!.Value);
        Assert.Null(table.Annotations[1].Count);
        Assert.Null(table.Annotations[1].BeatTimesSeconds);
        Assert.Equal((2, 1), (table.Annotations.Length, table.EmptyRows));
    }

    [Theory]
    [InlineData("file;beat_times_s\nÜbung.mp4;1,25 1,5\n")]
    [InlineData("file\tbeat_times_s\nÜbung.mp4\t1,25  1.5\n")]
    [InlineData("file;beat_times_s\nÜbung.mp4;\"1,25;1,5\"\n")]
    [InlineData("file,beat_times_s\nÜbung.mp4,\"1.25, 1.5\"\n")]
    [InlineData("file,beat_times_s\nÜbung.mp4,1.5;1.25\n")]
    [InlineData("\"FILE\",\"Beat_Times_s\"\r\n\"Übung.mp4\",\"1.25 1.5\"\r\n")]
    public void Separators_and_decimal_signs_of_spreadsheets(string text)
    {
        foreach (var mark in new[] { false, true })
        {
            var read = Assert.Single(Read(text, mark).Annotations);

            Assert.Equal("Übung.mp4", read.File);
            Assert.Equal([1.25, 1.5], read.BeatTimesSeconds!.Value);
        }
    }

    [Theory]
    [InlineData("file,beat_times_s\na,\"1,25\"\n", "t.csv, line 2: '1,25' is no time")]
    [InlineData("file,beat_times_s\na,1.0 x\n", "t.csv, line 2: 'x' is no time")]
    [InlineData("file,beat_times_s\na,-1\n", "t.csv, line 2: '-1' is no time")]
    [InlineData("file,beat_times_s\na,1 nan\n", "t.csv, line 2: 'nan' is no time")]
    [InlineData("file,beat_times_s\na,1 1.0\n", "t.csv, line 2: the beat at 1 s stands twice")]
    [InlineData("file,count\na,2\nb,-1\n", "t.csv, line 3: '-1' is no count of beats")]
    [InlineData("file,count\na,2.5\n", "t.csv, line 2: '2.5' is no count of beats")]
    [InlineData("file,count,beat_times_s\na,3,1 2\n", "t.csv, line 2: count is 3 and the beat times are 2")]
    [InlineData("file,count,longest_episode_count\na,3,4\n", "t.csv, line 2: longest_episode_count is more than the beats")]
    [InlineData("file,side,count\na,links,3\n", "t.csv, line 2: side cannot be 'links'")]
    [InlineData("file,sustained\na,maybe\n", "t.csv, line 2: sustained cannot be 'maybe'")]
    [InlineData("file,time_s,sustained\na,1,yes\na,2,no\n", "t.csv, line 3: sustained differs")]
    [InlineData("file,time_s\na,1 2\n", "t.csv, line 2: time_s holds several times")]
    [InlineData("file,count\n,3\n", "t.csv, line 2: the file is not named")]
    [InlineData("file,count\na,3,4\n", "t.csv, line 2: has 3 cells where the header has 2")]
    [InlineData("clip,count\na,3\n", "t.csv, line 1: there is no column file")]
    [InlineData("file,side\na,left\n", "t.csv, line 1: nothing is annotated")]
    [InlineData("file,count,Count\na,3,3\n", "t.csv, line 1: the column count stands twice")]
    [InlineData("file,time_s,beat_times_s\na,3,3\n", "t.csv, line 1: beat_times_s (a row for each clip) and time_s")]
    [InlineData("", "t.csv, line 1: the table is empty")]
    public void What_cannot_be_meant_is_refused_with_its_line(string text, string error)
    {
        var refused = Assert.Throws<InputException>(() => Read(text));

        Assert.Equal(InputFault.Unreadable, refused.Fault);
        Assert.StartsWith(error, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_UTF_8_is_refused()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes("file,count\nÜbung,3\n"));

        Assert.Contains("save the table as CSV UTF-8", Assert.Throws<InputException>(() => AnnotationCsv.Read(stream, "t.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_columns_are_named()
    {
        Assert.Equal(["note", "date"], Read("file,Note,count,date\na,x,3,y\n").IgnoredColumns);
    }

    private static AnnotationTable Read(string text, bool mark = false)
    {
        using var stream = new MemoryStream([.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
        return AnnotationCsv.Read(stream, "t.csv");
    }
}
