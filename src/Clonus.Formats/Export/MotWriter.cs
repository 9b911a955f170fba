using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Export;

/// <summary>
/// Writes joint angles as OpenSim's motion file, in degrees, dorsiflexion positive. The format has no empty cell: a moment at which one of the
/// angles is not known has no row. Source: OpenSim's storage format as Sports2D writes it.
/// </summary>
public static class MotWriter
{
    private const int TimeDecimals = 6;

    /// <param name="timeScale">Real seconds for each second of the tracks' own clock, which is kept: the angles are of those tracks.</param>
    /// <param name="startSeconds">The clip's first frame on that clock.</param>
    public static void Write(Stream stream, ClipFindings findings, double timeScale, double startSeconds)
    {
        var sides = findings.Sides.Where(side => side.Signal?.Unit == SignalUnit.Deg).ToArray();
        var known = sides.Select(side => side.Samples.Where(s => s is { Value: not null, Bridged: false }).ToDictionary(s => Math.Round(s.TimeSeconds, TimeDecimals), s => s.Value!.Value)).ToImmutableArray();
        double[] times = known.IsEmpty ? [] : [.. known[0].Keys.Where(time => known.All(k => k.ContainsKey(time))).Order()];
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("Coordinates");
        text.WriteLine("version=1");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nRows={times.Length}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nColumns={sides.Length + 1}"));
        text.WriteLine("inDegrees=yes");
        text.WriteLine();
        text.WriteLine("Units are S.I. units (second, meters, Newtons, ...)");
        text.WriteLine("If the header above contains a line with 'inDegrees', this indicates whether rotational values are in degrees (yes) or radians (no).");
        text.WriteLine();
        text.WriteLine("endheader");
        text.WriteLine(string.Join('\t', sides.Select(side => Name(side.Signal!.Kind, side.Side)).Prepend("time")));
        foreach (var time in times)
            text.WriteLine(string.Join('\t', known.Select(k => NumberText.Of(Math.Round(k[time], TimeDecimals))).Prepend(NumberText.Of(Math.Round((time / timeScale) + startSeconds, TimeDecimals)))));
    }

    // OpenSim's own names where it has them.
    private static string Name(SignalKind kind, BodySide side)
    {
        var angle = kind switch
        {
            SignalKind.AnkleAngle => "ankle_angle",
            SignalKind.WristAngle => "wrist_angle",
            _ => "foot_pitch",
        };
        return side switch
        {
            BodySide.Left => angle + "_l",
            BodySide.Right => angle + "_r",
            _ => angle,
        };
    }
}
