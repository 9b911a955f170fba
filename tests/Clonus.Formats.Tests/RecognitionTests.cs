namespace Clonus.Formats.Tests;

public sealed class RecognitionTests
{
    private static readonly Dictionary<string, Func<string, bool>> Recognisers = new()
    {
        ["DeepLabCut"] = DeepLabCutReader.Recognises,
        ["SLEAP"] = SleapReader.Recognises,
        ["Kinovea CSV"] = KinoveaCsvReader.Recognises,
        ["Kinovea text"] = KinoveaTextReader.Recognises,
        ["Tracker"] = TrackerReader.Recognises,
        ["DLTdv"] = DltDvReader.Recognises,
        ["MediaPipe"] = MediaPipeReader.Recognises,
    };

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_file_is_known_by_its_own_reader_alone(string format, string text)
    {
        Assert.Equal([format], Recognisers.Where(r => r.Value(text)).Select(r => r.Key));
        Assert.Equal([format], Recognisers.Where(r => r.Value(text.ReplaceLineEndings("\r\n"))).Select(r => r.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\"")]
    [InlineData(",,,,\n,,,\n")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("<html><body>\n")]
    [InlineData("{\"version\":1.3,\"people\":[]}")]
    [InlineData("\u0000\uFFFD\u0001")]
    [InlineData("PathFileType\t4\t(X/Y/Z)\tclip.trc\nDataRate\tCameraRate\n")]
    [InlineData("frame,time_s,left.knee_x_px,left.knee_y_px,left.knee_confidence,left.ankle_x_px,left.ankle_y_px,left.ankle_confidence\n0,0,1,2,1,3,4,1\n")]
    [InlineData("frame,id,x,y,w,h\n0,1,2,3,4,5\n")]
    [InlineData("t,x,y\n0,1,2\n")]
    [InlineData("x0,y0,x1,y1,x20,y20\n1,2,3,4,5,6\n")]
    public void What_is_none_of_them_is_known_by_none(string head)
    {
        Assert.Empty(Recognisers.Where(r => r.Value(head)).Select(r => r.Key));
    }

    [Fact]
    public void A_head_that_ends_inside_of_its_first_line_is_known()
    {
        var long1 = "scorer" + string.Concat(Enumerable.Repeat(",DLC_resnet50_a_long_name_of_a_network", 1000));

        Assert.Equal(["DeepLabCut"], Recognisers.Where(r => r.Value(long1[..16_000])).Select(r => r.Key));
    }
}
