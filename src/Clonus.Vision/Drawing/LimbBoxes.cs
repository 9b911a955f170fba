using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using OpenCvSharp;

namespace Clonus.Vision.Drawing;

/// <summary>The part of each picture that shows the limb, from its markers alone.</summary>
internal static class LimbBoxes
{
    /// <returns>One box a frame, inside the picture; null where no marker of the limb was seen.</returns>
    public static ImmutableArray<Rect?> Of(TrackSet tracks, Size picture, OverlaySettings settings)
    {
        // The reference is a point of the room and may lie beside anybody's face.
        var limb = tracks.Markers.Where(m => m.Name != MarkerName.Reference).ToArray();
        Edges?[] tight = [.. Enumerable.Range(0, tracks.FrameCount).Select(frame => Around(limb, frame))];
        var margin = Margin(tight, picture, settings);
        return [.. tight.Select((own, frame) => own is { } seen
            ? Inside(Smooth(tight, tracks.FrameTimesSeconds, frame, settings.BoxSmoothSeconds / 2).Wider(margin).With(seen), picture)
            : (Rect?)null)];
    }

    private static Edges? Around(MarkerTrack[] limb, int frame)
    {
        var seen = limb.Select(m => m.Samples[frame]).OfType<MarkerSample>().Select(s => s.Position).ToArray();
        return seen.Length == 0 ? null : new Edges(seen.Min(p => p.X), seen.Min(p => p.Y), seen.Max(p => p.X), seen.Max(p => p.Y));
    }

    private static double Margin(Edges?[] tight, Size picture, OverlaySettings settings)
    {
        var extents = tight.OfType<Edges>().Select(e => Math.Max(e.Right - e.Left, e.Bottom - e.Top)).Order().ToArray();
        var typical = extents.Length == 0 ? 0 : extents[extents.Length / 2];
        return Math.Max(settings.BoxMarginShare * typical, settings.BoxMinMarginShare * Math.Min(picture.Width, picture.Height));
    }

    private static Edges Smooth(Edges?[] tight, ImmutableArray<double> times, int frame, double halfSeconds)
    {
        var (first, last) = (frame, frame);
        while (first > 0 && times[frame] - times[first - 1] <= halfSeconds)
        {
            first--;
        }

        while (last < tight.Length - 1 && times[last + 1] - times[frame] <= halfSeconds)
        {
            last++;
        }

        var near = tight[first..(last + 1)].OfType<Edges>().ToArray();
        return new Edges(near.Average(e => e.Left), near.Average(e => e.Top), near.Average(e => e.Right), near.Average(e => e.Bottom));
    }

    private static Rect Inside(Edges edges, Size picture)
    {
        var (left, top) = (Math.Clamp((int)edges.Left, 0, picture.Width - 1), Math.Clamp((int)edges.Top, 0, picture.Height - 1));
        var (right, bottom) = (Math.Clamp((int)edges.Right, 0, picture.Width - 1), Math.Clamp((int)edges.Bottom, 0, picture.Height - 1));
        return Rect.FromLTRB(left, top, right + 1, bottom + 1);
    }

    private readonly record struct Edges(double Left, double Top, double Right, double Bottom)
    {
        public Edges Wider(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

        public Edges With(Edges other) =>
            new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
    }
}
