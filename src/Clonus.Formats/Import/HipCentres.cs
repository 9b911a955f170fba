using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Import;

/// <summary>
/// The hips of a recording that marks the pelvis alone: no marker lies on a hip's centre, which is told from the front spines of the pelvis and its back
/// (Bell, Pedersen and Brand 1990: 0.36 of the pelvis's width to the side, 0.19 behind and 0.30 below the middle of the front spines).
/// </summary>
internal static class HipCentres
{
    private const double Aside = 0.36;
    private const double Behind = 0.19;
    private const double Below = 0.30;

    private static readonly string[] LeftFront = ["LASI", "LASIS", "L.ASIS"];
    private static readonly string[] RightFront = ["RASI", "RASIS", "R.ASIS"];
    private static readonly ImmutableArray<string[]> Back = [["LPSI", "LPSIS", "L.PSIS"], ["RPSI", "RPSIS", "R.PSIS"]];
    private static readonly string[] Sacrum = ["SACR", "V.Sacral", "Sacral", "V.Sacrum"];

    /// <summary>Tracks of both hips, and the note that says where they come from; nothing where the pelvis is not marked.</summary>
    /// <param name="labels">Of the file's positions; null where a point is none.</param>
    /// <param name="samples">A point's samples.</param>
    public static (ImmutableArray<MarkerTrack> Hips, QualityIssue? Note) Of(IReadOnlyList<string?> labels, Func<int, ImmutableArray<MarkerSample?>> samples)
    {
        int? Find(string[] names) => Enumerable.Range(0, labels.Count).Where(i => names.Any(n => n.Equals(labels[i], StringComparison.OrdinalIgnoreCase))).Select(i => (int?)i).FirstOrDefault();
        var (left, right) = (Find(LeftFront), Find(RightFront));
        int[] back = Back.Select(Find).ToArray() is [{ } l, { } r] ? [l, r] : Find(Sacrum) is { } sacrum ? [sacrum] : [];
        if (left is not { } leftFront || right is not { } rightFront || back.Length == 0)
        {
            return ([], null);
        }

        var (a, b, c) = (samples(leftFront), samples(rightFront), back.Select(samples).ToArray());
        var used = string.Join(", ", new[] { leftFront, rightFront }.Concat(back).Select(i => labels[i]));
        MarkerTrack Hip(BodySide side, int sign) => new(
            new MarkerName(side, Landmark.Hip), $"from {used}",
            [.. Enumerable.Range(0, a.Length).Select(i => a[i] is { } x && b[i] is { } y && c.All(s => s[i] is not null)
                ? Centre(x.Position, y.Position, c.Select(s => s[i]!.Value.Position).Aggregate((p, q) => p + q) * (1.0 / c.Length), sign)
                : null)]);
        return (
            [Hip(BodySide.Left, -1), Hip(BodySide.Right, 1)],
            new QualityIssue("hips_computed", IssueSeverity.Info, $"The hips are not marked: they are computed from {used} (Bell 1990)."));
    }

    private static MarkerSample? Centre(SpacePoint leftFront, SpacePoint rightFront, SpacePoint back, int sign)
    {
        var (middle, across) = ((leftFront + rightFront) * 0.5, rightFront - leftFront);
        var width = across.Length;
        if (width == 0)
        {
            return null;
        }

        var right = across * (1 / width);
        var forward = middle - back;
        forward -= right * forward.Dot(right);
        if (forward.Length == 0)
        {
            return null;
        }

        forward *= 1 / forward.Length;
        var up = right.Cross(forward);
        return new MarkerSample(middle + (right * (sign * Aside * width)) - (forward * (Behind * width)) - (up * (Below * width)), 1);
    }
}
