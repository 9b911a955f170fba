using System.Text;
using Clonus.Motion;

namespace Clonus.Formats.Tests;

/// <summary>Text in, trajectories or the one line of an error out.</summary>
internal static class Reading
{
    public delegate Trajectories Reader(Stream stream, string name);

    public static Trajectories Of(Reader read, string text) => Of(read, Encoding.UTF8.GetBytes(text));

    public static Trajectories Of(Reader read, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return read(stream, "sample.csv");
    }

    public static string ErrorOf(Reader read, string text)
    {
        var error = Assert.Throws<InputException>(() => Of(read, text));
        Assert.Equal(InputFault.Unreadable, error.Fault);
        Assert.DoesNotContain('\n', error.Message);
        Assert.StartsWith("sample.csv", error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    public static PointTrack Point(this Trajectories file, string label) => Assert.Single(file.Points, p => p.Label == label);

    public static double[] Numbers(this Series series) => [.. Enumerable.Range(0, series.Length).Select(i => series[i])];

    public static string[] Labels(this Trajectories file) => [.. file.Points.Select(p => p.Label)];
}
