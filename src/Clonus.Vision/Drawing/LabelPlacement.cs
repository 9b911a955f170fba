using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>What a label belongs to: a round mark, and the size of the text.</summary>
internal readonly record struct LabelAnchor(double X, double Y, double Radius, Size Text);

/// <summary>Finds places for labels beside their marks so that none covers another label, and marks only where it must.</summary>
internal static class LabelPlacement
{
    private const int Rings = 4;

    // Beside, below and above before the corners: it is read there first.
    private static readonly ImmutableArray<(int X, int Y)> Directions = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];

    /// <param name="anchors">The most important first.</param>
    /// <param name="picture">Labels lie inside of it.</param>
    /// <param name="lines">Places along lines that had better not be covered.</param>
    /// <param name="before">The slot that each label had before, to stay there if it can; null or empty for none.</param>
    /// <returns>For each label its slot, for <see cref="At"/>; null where all places are taken.</returns>
    public static ImmutableArray<int?> Place(IReadOnlyList<LabelAnchor> anchors, Size picture, IReadOnlyList<ImagePoint> lines, ImmutableArray<int?> before = default)
    {
        var taken = new List<Rect>();
        var slots = ImmutableArray.CreateBuilder<int?>(anchors.Count);
        for (var i = 0; i < anchors.Count; i++)
        {
            var best = Best(anchors, i, picture, lines, taken, before.IsDefaultOrEmpty ? null : before[i]);
            slots.Add(best);
            if (best is { } slot)
            {
                taken.Add(At(anchors[i], slot));
            }
        }

        return slots.ToImmutable();
    }

    /// <summary>The rectangle of a label's text in a slot.</summary>
    public static Rect At(LabelAnchor anchor, int slot)
    {
        var (dx, dy) = Directions[slot % Directions.Length];
        var away = anchor.Radius + 6 + (slot / Directions.Length * anchor.Text.Height * 1.5);
        var corner = dx != 0 && dy != 0 ? Math.Sqrt(0.5) : 1;
        return new Rect
        {
            X = (int)Math.Round(anchor.X + (dx * away * corner) + ((dx - 1) * anchor.Text.Width / 2.0)),
            Y = (int)Math.Round(anchor.Y + (dy * away * corner) + ((dy - 1) * anchor.Text.Height / 2.0)),
            Width = anchor.Text.Width,
            Height = anchor.Text.Height,
        };
    }

    /// <summary>Whether a label in this slot is so far from its mark that a line should lead there.</summary>
    public static bool IsFar(int slot) => slot >= Directions.Length;

    private static int? Best(IReadOnlyList<LabelAnchor> anchors, int label, Size picture, IReadOnlyList<ImagePoint> lines, List<Rect> taken, int? before)
    {
        (int Slot, double Cost)? best = null;
        for (var slot = 0; slot < Rings * Directions.Length; slot++)
        {
            var place = At(anchors[label], slot);
            if (place.X < 0 || place.Y < 0 || place.Right > picture.Width || place.Bottom > picture.Height || taken.Any(t => Overlap(t, place) > 0))
            {
                continue;
            }

            // A covered mark costs more than a longer way, that more than a covered line, and any change more than a slightly better place.
            var covered = anchors.Where((_, i) => i != label).Sum(a => Overlap(Around(a), place) / Math.Max(a.Radius * a.Radius, 1));
            var crossed = lines.Count(p => p.X >= place.X && p.X < place.Right && p.Y >= place.Y && p.Y < place.Bottom);
            var cost = (10 * covered) + Math.Min(0.2 * crossed, 0.8) + (slot / Directions.Length) + (0.01 * slot) - (slot == before ? 0.5 : 0);
            if (best is null || cost < best.Value.Cost)
            {
                best = (slot, cost);
            }
        }

        return best?.Slot;
    }

    private static Rect Around(LabelAnchor anchor) => new()
    {
        X = (int)(anchor.X - anchor.Radius),
        Y = (int)(anchor.Y - anchor.Radius),
        Width = (int)(2 * anchor.Radius),
        Height = (int)(2 * anchor.Radius),
    };

    private static double Overlap(Rect a, Rect b) =>
        (double)Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));
}
