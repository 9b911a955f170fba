using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>Which point of a file is which marker, and how that is known.</summary>
/// <param name="Markers">Index of the point in the file.</param>
/// <param name="Issues">What was taken from a known set, and what was guessed.</param>
internal sealed record NamedPoints(ImmutableArray<(MarkerName Name, string Label, int Point)> Markers, ImmutableArray<QualityIssue> Issues)
{
    private const int MostLabelsShown = 30;

    /// <param name="labels">Of the file's positions, each once; null where a point is no position, or nobody's who is looked at.</param>
    /// <param name="isSeen">Whether a point is seen at all: others are named only where the user does.</param>
    /// <param name="isMirrored">Left and right are exchanged, but in the names that the user gave.</param>
    /// <exception cref="InputException">A label that the user gave is not in the file.</exception>
    public static NamedPoints Find(IReadOnlyList<string?> labels, Func<int, bool> isSeen, ImportRequest request, bool isMirrored)
    {
        var named = new Dictionary<MarkerName, int>();
        foreach (var marker in request.Markers)
        {
            var point = IndexOf(labels, marker.Label) ?? throw Missing(labels, marker);
            if (named.ContainsValue(point))
                throw new InputException(InputFault.Settings, $"'{marker.Label}' is given to two markers, of which one is {marker.Name}: a point can be one only");
            named[marker.Name] = point;
        }

        string?[] seen = [.. labels.Select((label, i) => isSeen(i) ? label : null)];
        var (set, known) = LandmarkLabels.Sets.Select(s => (Set: s, Found: OfSet(s, seen))).MaxBy(s => s.Found.Count);
        var bySet = known.Select(k => (Name: Mirrored(k.Name, isMirrored), k.Point)).Where(k => !named.ContainsValue(k.Point) && named.TryAdd(k.Name, k.Point)).ToArray();
        var side = SideOf(request);
        var guessed = new List<(MarkerName Name, int Point)>();
        foreach (var guess in new Func<string, MarkerName?>[] { LabelGuess.Of, LabelGuess.OfFoot })
        {
            foreach (var (label, point) in seen.Select((label, i) => (label, i)))
            {
                if (label is not null && !named.ContainsValue(point) && guess(label) is { } found && Mirrored(WithSide(found, side), isMirrored && found.Side != BodySide.Unknown) is var name && named.TryAdd(name, point))
                    guessed.Add((name, point));
            }
        }

        // The names that our own files have are no guess.
        var issues = new List<QualityIssue>();
        if (bySet.Length > 0 && set.Name != LandmarkLabels.Sets[0].Name)
            issues.Add(new QualityIssue("labels_named", IssueSeverity.Info, $"Labels named as in {set.Name}: {List(bySet)}."));
        if (guessed.Where(g => !MarkerName.TryParse(labels[g.Point], out _)).ToArray() is { Length: > 0 } guesses)
            issues.Add(new QualityIssue("labels_guessed", IssueSeverity.Warning, $"Labels named by a guess: {List(guesses)}. If one is wrong, say --marker NAME=label:LABEL."));
        if (seen.All(label => label is null) && named.Count == 0 && labels.Any(label => label is not null))
            issues.Add(new QualityIssue("nothing_seen", IssueSeverity.Warning, "No point is seen in any frame, or none surely enough."));
        else if (named.Count == 0)
            issues.Add(new QualityIssue("labels_unknown", IssueSeverity.Warning, $"No label is a marker that is known here. Say which is which with --marker NAME=label:LABEL; there are {Shown(labels)}."));
        else if (labels.Where((label, i) => label is not null && !named.ContainsValue(i)).ToArray() is { Length: > 0 } unused && Incomplete(named.Keys) is { } what)
            issues.Add(new QualityIssue("labels_incomplete", IssueSeverity.Warning, $"{what}. Labels that are not used: {Shown(unused)}. Say which is which with --marker NAME=label:LABEL."));
        if (request.Side != BodySide.Unknown && named.Keys.Any(n => n.Side != BodySide.Unknown && n.Side != request.Side))
            issues.Add(new QualityIssue("side_by_labels", IssueSeverity.Warning, $"--side {Word(request.Side)} is for labels that name no side, and some here name the other one: they are read as they say."));
        return new NamedPoints([.. named.OrderBy(n => n.Value).Select(n => (n.Key, labels[n.Value]!, n.Value))], [.. issues]);

        string List(IEnumerable<(MarkerName Name, int Point)> pairs) => string.Join(", ", pairs.Select(p => $"{labels[p.Point]} is {p.Name}"));
    }

    // Labels without a side are of the leg that is looked at: the user's word, or the one side that all his names have.
    private static BodySide SideOf(ImportRequest request) =>
        request.Side != BodySide.Unknown ? request.Side
        : request.Markers.Select(m => m.Name.Side).Distinct().ToArray() is [var only] ? only
        : BodySide.Unknown;

    // A leg that is named in part, in words; null where there is none.
    private static string? Incomplete(IEnumerable<MarkerName> names)
    {
        Landmark[] leg = [Landmark.Knee, Landmark.Ankle, Landmark.Toe];
        return names.GroupBy(n => n.Side).OrderBy(g => g.Key)
            .Where(g => g.Any(n => leg.Contains(n.Landmark) || n.Landmark == Landmark.Heel))
            .Select(g => (Side: g.Key, Missing: leg.Where(l => g.All(n => n.Landmark != l)).ToArray()))
            .Where(g => g.Missing.Length > 0)
            .Select(g => $"The {(g.Side == BodySide.Unknown ? "" : Word(g.Side) + " ")}leg has no {string.Join(" and no ", g.Missing.Select(Word))} among the labels that are seen")
            .FirstOrDefault();
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static MarkerName WithSide(MarkerName name, BodySide side) =>
        name.Side == BodySide.Unknown && name.Landmark is not (Landmark.Reference or Landmark.Point) ? name with { Side = side } : name;

    private static MarkerName Mirrored(MarkerName name, bool isMirrored) => !isMirrored ? name : name.Side switch
    {
        BodySide.Left => name with { Side = BodySide.Right },
        BodySide.Right => name with { Side = BodySide.Left },
        _ => name,
    };

    private static List<(MarkerName Name, int Point)> OfSet(LabelSet set, IReadOnlyList<string?> labels)
    {
        var found = new List<(MarkerName Name, int Point)>();
        foreach (var side in new[] { BodySide.Left, BodySide.Right })
        {
            foreach (var (landmark, label) in set.Of(side))
            {
                if (!found.Any(f => f.Name == new MarkerName(side, landmark)) && IndexOf(labels, label) is { } point)
                    found.Add((new MarkerName(side, landmark), point));
            }
        }

        return found;
    }

    // As written, or but for capitals.
    private static int? IndexOf(IReadOnlyList<string?> labels, string label)
    {
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            for (var i = 0; i < labels.Count; i++)
            {
                if (label.Equals(labels[i], comparison))
                    return i;
            }
        }

        return null;
    }

    private static InputException Missing(IReadOnlyList<string?> labels, LabelledMarker marker) =>
        new(InputFault.Settings, $"no point is labelled '{marker.Label}', which is to be {marker.Name}: there are {Shown(labels)}");

    private static string Shown(IReadOnlyList<string?> labels)
    {
        var known = labels.OfType<string>().ToArray();
        return string.Join(", ", known.Take(MostLabelsShown)) + (known.Length > MostLabelsShown ? string.Create(CultureInfo.InvariantCulture, $" and {known.Length - MostLabelsShown} more") : "");
    }
}
