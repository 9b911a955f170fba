using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Scoring;

/// <summary>Which annotation is about which side of which result.</summary>
/// <param name="WithoutAnnotation">Sides of results that nobody annotated.</param>
internal sealed record AnnotatedClips(ImmutableArray<AnnotatedSide> Annotated, ImmutableArray<ClipSide> WithoutAnnotation)
{
    /// <summary>What somebody is called who gave no name.</summary>
    public const string Nameless = "annotation";

    /// <exception cref="InputException">An annotation could be about several results or sides, or two of one rater are about the same.</exception>
    public static AnnotatedClips Match(IReadOnlyCollection<Annotation> annotations, IReadOnlyCollection<FoundResult> results)
    {
        var byId = results.ToLookup(r => Comparable(r.Document.Clip.Id), StringComparer.Ordinal);
        var found = annotations.Select(a => (Annotation: a, Result: ResultOf(a, byId))).ToArray();
        ImmutableArray<AnnotatedSide> sides = [.. found.Select(f => SideOf(f.Annotation, f.Result))];
        RefuseTwice(sides);
        var told = found.Zip(sides, (f, side) => (f.Result?.Folder, (BodySide?)side.Side)).ToHashSet();
        var annotated = found.Select(f => f.Result?.Folder).ToHashSet(StringComparer.Ordinal);
        return new AnnotatedClips(
            sides,
            [
                .. from result in results
                   from side in Sides(result.Document)
                   where !(side is null ? annotated.Contains(result.Folder) : told.Contains((result.Folder, side)))
                   select new ClipSide(result.Document.Clip.Id, side),
            ]);
    }

    private static IEnumerable<BodySide?> Sides(ResultDocument result) => result.Sides.Present.Select(s => (BodySide?)s.Side).DefaultIfEmpty(null);

    private static FoundResult? ResultOf(Annotation annotation, ILookup<string, FoundResult> byId)
    {
        var path = Comparable(annotation.File);
        var name = path[(path.LastIndexOf('/') + 1)..];
        var candidates = new[] { path, name, Path.GetFileNameWithoutExtension(name) }.Select(id => byId[id].ToArray()).FirstOrDefault(c => c.Length > 0) ?? [];
        if (candidates.Length <= 1)
            return candidates.FirstOrDefault();

        // Where clips of one name lie in several folders, the annotation's own path tells them apart.
        var ending = "/" + Path.ChangeExtension(path, null);
        return candidates.Where(c => Comparable(c.Folder).EndsWith(ending, StringComparison.Ordinal)).ToArray() is [var only]
            ? only
            : throw new InputException(
                InputFault.Settings,
                $"{annotation.Place}: '{annotation.File}' may be {string.Join(" or ", candidates.Select(c => c.Folder))}: give one of these folders, or name the file with the folders that tell them apart");
    }

    private static AnnotatedSide SideOf(Annotation annotation, FoundResult? found)
    {
        var rater = annotation.Rater ?? Nameless;
        if (found is null)
        {
            var stem = Path.GetFileNameWithoutExtension(Comparable(annotation.File));
            return new AnnotatedSide(annotation, rater, stem, annotation.Side ?? BodySide.Unknown, ComparisonStatus.WithoutResult, Result: null, ClipSeconds: null);
        }

        var id = found.Document.Clip.Id;
        var present = found.Document.Sides.Present.ToArray();
        if (annotation.Side is null && present.Length > 1)
            throw new InputException(InputFault.Settings, $"{annotation.Place}: the result of {id} has several sides: say left or right in the column side");

        // Who is filmed alone has one side, whether or not the tool, or the rater, knows which.
        var only = present is [var one] && (annotation.Side is null or BodySide.Unknown || one.Side is BodySide.Unknown) ? one : default;
        var (side, result) = only.Result is not null ? only : present.FirstOrDefault(p => p.Side == annotation.Side);
        var status = result is { Clonus.Status: not ClonusStatus.NotAssessable } ? ComparisonStatus.Compared
            : result is not null || present.Length == 0 ? ComparisonStatus.NotAssessed
            : ComparisonStatus.WithoutResult;
        return new AnnotatedSide(annotation, rater, id, result is null ? annotation.Side ?? BodySide.Unknown : side, status, result, found.Document.Clip.DurationSeconds);
    }

    private static void RefuseTwice(ImmutableArray<AnnotatedSide> sides)
    {
        if (sides.GroupBy(s => (s.Rater, s.Id, s.Side)).FirstOrDefault(g => g.Count() > 1) is not { } twice)
            return;

        var (first, second) = (twice.First(), twice.Skip(1).First());
        throw new InputException(
            InputFault.Settings,
            $"{first.Annotation.Place} and {second.Annotation.Place} are both about {first.Id} ({ContractNames.Word(first.Side)}): give one row for a clip and side, or, where several people watched, the column rater");
    }

    // The table may come from a system that writes paths the other way.
    private static string Comparable(string path) => path.Replace('\\', '/');
}
