using System.Globalization;
using System.Text;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Export;

/// <summary>Writes the beats as subtitles, so that a player shows each one's number over the video, in the video's own time.</summary>
public static class SrtWriter
{
    /// <param name="timeScale">Real seconds for each second of the video.</param>
    public static void Write(Stream stream, ClipFindings findings, double timeScale)
    {
        var cues = findings.Sides.SelectMany(side => Cues(side, findings.Sides.Length > 1)).OrderBy(cue => cue.Beat.StartSeconds).ToArray();
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var ((beat, words), index) in cues.Select((cue, i) => (cue, i)))
        {
            text.WriteLine((index + 1).ToString(CultureInfo.InvariantCulture));
            text.WriteLine($"{Stamp(beat.StartSeconds / timeScale)} --> {Stamp(beat.EndSeconds / timeScale)}");
            text.WriteLine(words);
            text.WriteLine();
        }
    }

    private static IEnumerable<(Beat Beat, string Words)> Cues(SideFindings side, bool namesSide)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var beat in side.Clonus.Beats)
        {
            var number = numbers[beat.Episode] = numbers.GetValueOrDefault(beat.Episode) + 1;
            var who = namesSide && side.Side != BodySide.Unknown ? $"{side.Side}: " : "";
            yield return (beat, string.Create(CultureInfo.InvariantCulture, $"{who}beat {number} of {side.Clonus.Episodes[beat.Episode].Beats}, {beat.Amplitude:0.0}{Symbol(side.Signal?.Unit)}"));
        }
    }

    private static string Symbol(SignalUnit? unit) => unit switch
    {
        SignalUnit.Deg => "°",
        SignalUnit.Mm => " mm",
        _ => " px",
    };

    private static string Stamp(double seconds)
    {
        var milliseconds = (long)Math.Round(1000 * Math.Max(seconds, 0));
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00},{milliseconds % 1000:000}");
    }
}
