using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>How a foot's markers lie while its whole sole is down: what its angle at contact and its heights are counted from.</summary>
/// <param name="PitchDegrees">Of the heel–toe line, as the markers were stuck on.</param>
/// <param name="HeelHeight">In legs, in the stretch's own height.</param>
public sealed record FootRest(double? PitchDegrees, double? HeelHeight, double? ToeHeight)
{
    /// <summary>Of both feet. A foot that never comes down flat takes the angle of the other.</summary>
    public static (FootRest? Left, FootRest? Right) Of(WalkedBout walked, GaitSettings settings)
    {
        var (left, right) = (Of(walked, BodySide.Left, settings), Of(walked, BodySide.Right, settings));
        return (Mended(left, right, settings), Mended(right, left, settings));
    }

    private static FootRest? Of(WalkedBout walked, BodySide side, GaitSettings settings)
    {
        var bout = walked.Bout;
        if (!bout.ShowsSagittal || walked.Of(side) is not { } foot)
        {
            return null;
        }

        // The middle of every stance, between rolling off the heel and over the toes.
        var flat = foot.Stances.SelectMany(s => s is { ContactSeconds: { } contact, FootOffSeconds: { } off }
            ? Frames(bout, contact + (settings.FlatFromShare * (off - contact)), contact + (settings.FlatToShare * (off - contact)))
            : []).ToArray();
        double? Usual(IReadOnlyList<double?> values) => flat.Select(i => values[i]).OfType<double>().ToArray() is { Length: > 0 } seen ? seen.Median() : null;

        // A heel may rise early: the floor is where it is lowest from contact on.
        var standing = foot.Stances.SelectMany(s => s is { ContactSeconds: { } contact, FootOffSeconds: { } off }
            ? Frames(bout, contact, contact + (settings.FlatToShare * (off - contact)))
            : []).ToArray();
        double? Height(Landmark landmark) => bout.Of(side, landmark) is { } places && standing.Select(i => places[i]?.Y).OfType<double>().ToArray() is { Length: > 0 } seen ? seen.Quantile(settings.LowestQuantile) : null;
        return new FootRest(Usual(SegmentAngles.FootPitch(bout, side)), Height(Landmark.Heel), Height(Landmark.Toe));
    }

    // Of the times [from, to).
    private static IEnumerable<int> Frames(WalkBout bout, double from, double to) => bout.IndexAt(from) is var first ? Enumerable.Range(first, Math.Max(bout.IndexAt(to) - first, 0)) : [];

    private static FootRest? Mended(FootRest? own, FootRest? other, GaitSettings settings) =>
        own is not null && other is not null && (own.PitchDegrees is null || own.PitchDegrees < other.PitchDegrees - settings.NeverFlatDegrees)
            ? own with { PitchDegrees = other.PitchDegrees }
            : own;
}
