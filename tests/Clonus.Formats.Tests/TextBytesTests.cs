using System.Text;

namespace Clonus.Formats.Tests;

public sealed class TextBytesTests
{
    private const string Table = "scorer,s,s,s\nbodyparts,Kn\u00f6chel,Kn\u00f6chel,Kn\u00f6chel\ncoords,x,y,likelihood\n0,1,2,0.9\n1,2,3,0.9\n";

    [Fact]
    public void Labels_in_Latin_letters_are_read_as_what_they_are()
    {
        Assert.Equal("Kn\u00f6chel", Read(Encoding.Latin1.GetBytes(Table)).Points[0].Label);
        Assert.Equal("Kn\u00f6chel", Read(Encoding.UTF8.GetBytes(Table)).Points[0].Label);
        Assert.Equal("Kn\u00f6chel", Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)]).Points[0].Label);
    }

    [Fact]
    public void A_last_line_without_its_end_is_said()
    {
        Assert.DoesNotContain(Read(Encoding.UTF8.GetBytes(Table)).Issues, i => i.Code == "last_line_open");
        Assert.Contains(Read(Encoding.UTF8.GetBytes(Table[..^1])).Issues, i => i.Code == "last_line_open");
    }

    private static Trajectories Read(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return TrajectoryFile.Recognise(path)!.Read();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
