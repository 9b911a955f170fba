using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>
/// SLEAP's analysis CSV: a row for each instance in each frame in which it was found, three columns a node. Pixels, y down, no times; frames
/// without any instance are left out.
/// </summary>
public static class SleapReader
{
    private const string Separators = ",;\t";

    /// <exception cref="InputException">The file is no such table; the message names the line.</exception>
    public static Trajectories Read(Stream stream, string name)
    {
        using var table = DelimitedTable.Open(stream, name, DelimitedTable.Among(Separators));
        if (!table.Next())
            throw FormatError.Of(name, "is empty");
        var header = table.Row();
        var frameColumn = Find(header, "frame_idx");
        var trackColumn = Find(header, "track");
        var nodes = Nodes(header);
        if (frameColumn < 0 || nodes.Count == 0)
            throw table.Fault("the header must have 'frame_idx' and columns such as 'ankle.x' and 'ankle.y'");
        return Rows(table, name, header.Length, frameColumn, trackColumn, nodes);
    }

    internal static bool Recognises(string head) =>
        DelimitedTable.FirstRows(head, 1, DelimitedTable.Among(Separators)) is [var header]
        && Find(header, "frame_idx") >= 0 && (Find(header, "track") >= 0 || Find(header, "instance.score") >= 0) && Nodes(header).Count > 0;

    private static Trajectories Rows(DelimitedTable table, string name, int cells, int frameColumn, int trackColumn, List<Node> nodes)
    {
        var points = new ScatteredPoints(name, "frame", nodes.Any(n => n.Score >= 0));
        var tracks = new Dictionary<string, (string Name, bool IsSeen)>();
        var last = new Dictionary<string, int>();
        while (table.Next())
        {
            table.RequireCells(cells);
            var frame = table.Frame(frameColumn);
            var track = trackColumn < 0 ? "" : table[trackColumn];
            if (last.TryGetValue(track, out var before) && frame <= before)
            {
                throw table.Fault(frame < before ? $"frame {frame} comes after frame {before} of the same track: they must rise"
                    : $"frame {frame} has two instances of {(track.Length == 0 ? "no track: track them first" : "one track")}");
            }
            last[track] = frame;
            var isSeen = tracks.TryGetValue(track, out var known) && known.IsSeen;
            foreach (var node in nodes)
            {
                var (x, y) = (table.Number(node.X), table.Number(node.Y));
                isSeen |= !double.IsNaN(x) && !double.IsNaN(y);
                points.Add(Key(track, node.Label), frame, x, y, node.Score >= 0 ? table.Number(node.Score) : double.NaN, table.Line);
            }
            tracks[track] = (track, isSeen);
        }
        if (points.IsEmpty)
            throw FormatError.Of(name, "has no rows below its header");
        var frames = points.Keys();
        var kept = tracks.Values.Any(t => t.IsSeen) ? tracks.Values.Where(t => t.IsSeen).ToList() : [.. tracks.Values.Take(1)];
        var labels = kept.SelectMany(track => nodes.Select(node => (Key: Key(track.Name, node.Label), Label: Label(track.Name, node.Label, kept.Count), Owner: kept.Count > 1 && track.Name.Length > 0 ? track.Name : null)));
        var byKey = points.ToTracks(frames).ToDictionary(p => p.Label);
        return new Trajectories(TrajectoryFormat.Sleap, [.. frames.Select(f => (int)f)], null, [.. labels.Select(l => byKey[l.Key] with { Label = l.Label, Owner = l.Owner })])
        {
            Unit = LengthUnit.Pixel,
        };
    }

    // A control character stands in no cell that a person wrote, so no two pairs share a key.
    private static string Key(string track, string node) => $"{track}\u0001{node}";

    private static string Label(string track, string node, int tracks) => tracks > 1 && track.Length > 0 ? PointLabel.Of($"{track}.{node}", 0) : node;

    private static int Find(string[] header, string word) => Array.FindIndex(header, cell => cell.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nodes in the order of their first column; a name may itself hold dots.</summary>
    private static List<Node> Nodes(string[] header)
    {
        var names = header.Where(cell => Suffix(cell) is ".x").Select(cell => cell[..^2]).Distinct();
        return [.. names.Where(n => Find(header, n + ".y") >= 0).Select((n, i) => new Node(PointLabel.Of(n, i), Find(header, n + ".x"), Find(header, n + ".y"), Find(header, n + ".score")))
            .DistinctBy(n => n.Label)];
    }

    private static string Suffix(string cell) => cell.LastIndexOf('.') is >= 0 and var dot ? cell[dot..] : "";

    private sealed record Node(string Label, int X, int Y, int Score);
}
