using System.Globalization;
using System.Text;
using Clonus.Motion;

namespace Clonus.Formats.Tests;

/// <summary>What holds for every text format, however its bytes were written and wherever they are read.</summary>
public sealed class TextTests
{
    private static readonly Dictionary<string, Reading.Reader> Readers = new()
    {
        ["DeepLabCut"] = DeepLabCutReader.Read,
        ["SLEAP"] = SleapReader.Read,
        ["Kinovea CSV"] = KinoveaCsvReader.Read,
        ["Kinovea text"] = KinoveaTextReader.Read,
        ["Tracker"] = TrackerReader.Read,
        ["DLTdv"] = DltDvReader.Read,
        ["MediaPipe"] = MediaPipeReader.Read,
    };

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void The_same_is_read_from_any_encoding_and_line_ending(string format, string text)
    {
        var expected = Told(Reading.Of(Readers[format], text));

        Assert.Equal(expected, Told(Reading.Of(Readers[format], [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)])));
        Assert.Equal(expected, Told(Reading.Of(Readers[format], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)])));
        Assert.Equal(expected, Told(Reading.Of(Readers[format], text.ReplaceLineEndings("\r\n"))));
        Assert.Equal(expected, Told(Reading.Of(Readers[format], text.TrimEnd('\n'))));
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_German_machine_reads_the_same(string format, string text)
    {
        var expected = Told(Reading.Of(Readers[format], text));
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)new CultureInfo("de-DE").Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.Equal(expected, Told(Reading.Of(Readers[format], text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_pipe_is_read_like_a_file(string format, string text)
    {
        using var pipe = new Pipe(Encoding.UTF8.GetBytes(text));

        Assert.Equal(Told(Reading.Of(Readers[format], text)), Told(Readers[format](pipe, "sample.csv")));
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_stop_the_reading()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.DeepLabCut.Replace("knee_R", "kn~e_R", StringComparison.Ordinal)).Select(b => b == (byte)'~' ? (byte)0xE9 : b).ToArray();

        Assert.Equal(["ankle_R", "kn\uFFFDe_R"], Reading.Of(DeepLabCutReader.Read, bytes).Labels());
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData("1e999")]
    public void Words_for_none_are_missing(string word)
    {
        Assert.Null(Reading.Of(DeepLabCutReader.Read, Samples.DeepLabCut.Replace("418.483", word, StringComparison.Ordinal)).Points[0].At(0));
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_file_that_is_cut_anywhere_is_read_or_refused(string format, string text)
    {
        for (var length = 0; length < text.Length; length++)
        {
            try
            {
                Reading.Of(Readers[format], text[..length]);
            }
            catch (InputException)
            {
                // Refused in one line; any other exception fails the test.
            }
        }
    }

    private static string Told(Trajectories file)
    {
        var text = new StringBuilder(string.Join(' ', file.Frames)).AppendLine()
            .AppendLine(file.TimesSeconds is { } times ? string.Join(' ', times.Select(NumberText.Of)) : "none").AppendLine($"{file.Format} {file.Unit} {file.YPointsUp} {file.IsSpatial}");
        foreach (var point in file.Points)
        {
            text.Append(point.Label);
            for (var i = 0; i < file.FrameCount; i++)
                text.Append(' ').Append(point.X.Text(i)).Append('/').Append(point.Y.Text(i)).Append('/').Append(point.Confidence?.Text(i));
            text.AppendLine();
        }
        return text.ToString();
    }

    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
