using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats.Import;

/// <summary>Which of several people in one file is looked at.</summary>
internal static class Individuals
{
    /// <summary>
    /// Labels of the one whom the user named a label of, else of the one whose legs are seen best, without his name before them; null for all others.
    /// </summary>
    /// <param name="labels">Each once; null where a point is no position.</param>
    /// <param name="isSeen">Whether a point is seen in a frame, and surely.</param>
    /// <param name="issue">Whom it was; null where there is one.</param>
    public static string?[] Choose(Trajectories file, string?[] labels, ImportRequest request, Func<PointTrack, int, bool> isSeen, out QualityIssue? issue)
    {
        var owners = file.Points.Select(p => p.Owner).Where(owner => owner is not null).Distinct().ToArray();
        issue = null;
        if (owners.Length < 2)
            return labels;

        var asked = owners.Where(owner => request.Markers.Any(m => m.Label.StartsWith($"{owner}.", StringComparison.OrdinalIgnoreCase))).ToArray();
        var taken = (asked.Length > 0 ? asked : owners).MaxBy(owner => file.Points.Where(p => p.Owner == owner && LabelGuess.Of(Bare(p)) is not null)
            .Sum(p => Enumerable.Range(0, file.FrameCount).Count(frame => isSeen(p, frame))));
        if (asked.Length == 0)
        {
            issue = new QualityIssue("several_people", IssueSeverity.Warning, string.Create(
                CultureInfo.InvariantCulture, $"The file has {owners.Length} individuals or tracks: the one whose legs are seen best was read, {taken}. To take another, name one of its labels: --marker left.ankle=label:INDIVIDUAL.LABEL."));
        }

        return [.. labels.Zip(file.Points, (label, point) => point.Owner == taken && label is not null ? Bare(point) : null)];
    }

    private static string Bare(PointTrack point) => point.Owner is { } owner && point.Label.StartsWith(owner + ".", StringComparison.Ordinal) ? point.Label[(owner.Length + 1)..] : point.Label;
}
