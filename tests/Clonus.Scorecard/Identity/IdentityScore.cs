using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Scorecard.Identity;

/// <summary>One point of a track beside the truth.</summary>
/// <param name="Stated">Its confidence.</param>
/// <param name="IsRight">Within half a pixel, or 5 % of the diameter, of the marker that the track follows.</param>
internal readonly record struct ScoredPoint(double Stated, double ErrorPixels, bool IsRight, double Hidden, double DiameterPixels);

/// <summary>What became of the markers of one clip.</summary>
/// <param name="Swaps">Tracks that went over from one marker to another.</param>
/// <param name="Invented">Points of a marker's track where it was hidden, or farther from it than 2 pixels and a quarter of its diameter.</param>
/// <param name="Visible">Frames times markers in which a marker could be seen.</param>
/// <param name="Missing">Those of them without a point.</param>
/// <param name="ReturnFrames">For each time that a marker came back into sight: frames until it had a point again.</param>
/// <param name="Complaints">Where to look, in words.</param>
internal sealed record IdentityScore(
    LimbScene Scene, int Swaps, int Invented, int Visible, int Missing, ImmutableArray<int> ReturnFrames, ImmutableArray<ScoredPoint> Points,
    ImmutableArray<string> Complaints)
{
    // A marker that shows for less is no return to find it at.
    private const int LeastFramesInSight = 4;

    // Up to this share of a marker hides its centre from nobody.
    private const double PlainlyVisible = 0.1;

    public static IdentityScore Of(LimbScene scene, IReadOnlyList<MarkerSample?[]> tracks)
    {
        var truth = scene.Truth();
        var diameters = Enumerable.Range(0, scene.MarkerCount).Select(scene.DiameterPixels).ToArray();
        var owned = tracks.Select(samples => (Samples: samples, Owner: OwnerOf(samples, truth, diameters))).Where(t => t.Owner >= 0).ToArray();
        var (swaps, invented, visible, missing) = (0, 0, 0, 0);
        var returns = ImmutableArray.CreateBuilder<int>();
        var points = ImmutableArray.CreateBuilder<ScoredPoint>();
        var complaints = ImmutableArray.CreateBuilder<string>();
        for (var marker = 0; marker < scene.MarkerCount; marker++)
        {
            visible += truth.Count(places => places[marker].IsVisible);
            var mine = owned.Where(t => t.Owner == marker).OrderByDescending(t => t.Samples.Count(s => s is not null)).ToArray();
            if (mine.Length == 0)
            {
                missing += truth.Count(places => places[marker].IsVisible);
                complaints.Add($"marker {marker} has no track");
                continue;
            }

            var samples = mine[0].Samples;
            var swap = Enumerable.Range(0, scene.FrameCount)
                .Where(i => samples[i] is { } s && !IsNear(s, truth[i][marker], diameters[marker])
                    && Enumerable.Range(0, scene.MarkerCount).Any(other => other != marker && truth[i][other].IsVisible && IsNear(s, truth[i][other], diameters[other]))).ToArray();
            swaps += swap.Length > 0 ? 1 : 0;
            if (swap.Length > 0)
            {
                complaints.Add($"marker {marker} was taken for another one in frames {swap[0]} to {swap[^1]} ({swap.Length})");
            }

            for (var i = 0; i < scene.FrameCount; i++)
            {
                var (place, sample) = (truth[i][marker], samples[i]);
                if (sample is { } point)
                {
                    var error = point.Position.DistanceTo(place.Centre);
                    var isInvented = !place.IsVisible || !IsNear(point, place, diameters[marker]);
                    invented += isInvented ? 1 : 0;
                    if (isInvented && !swap.Contains(i))
                    {
                        complaints.Add(FormattableString.Invariant($"marker {marker} frame {i}: {error:0.0} px off, {place.Hidden:0.00} hidden, stated {point.Confidence:0.00}"));
                    }

                    points.Add(new ScoredPoint(point.Confidence, error, error <= Math.Max(0.5, 0.05 * diameters[marker]), place.Hidden, diameters[marker]));
                }
                else if (place.IsVisible)
                {
                    missing++;
                }
            }

            foreach (var (frame, delay) in Returns(samples, [.. truth.Select(places => places[marker])]))
            {
                returns.Add(delay);
                if (delay > 2)
                {
                    complaints.Add($"marker {marker} came back in frame {frame}, had a point {delay} frames later");
                }
            }
        }

        return new IdentityScore(scene, swaps, invented, visible, missing, returns.ToImmutable(), points.ToImmutable(), complaints.ToImmutable());
    }

    /// <summary>The marker that the track is mostly near; -1 for none.</summary>
    private static int OwnerOf(MarkerSample?[] samples, TruePlace[][] truth, double[] diameters)
    {
        var counts = diameters.Select((diameter, marker) =>
            samples.Where((s, i) => s is { } sample && truth[i][marker].IsVisible && IsNear(sample, truth[i][marker], diameter)).Count()).ToArray();
        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] > 0.4 * samples.Count(s => s is not null) ? best : -1;
    }

    private static bool IsNear(MarkerSample sample, TruePlace place, double diameter) =>
        sample.Position.DistanceTo(place.Centre) <= Math.Max(2, 0.25 * diameter);

    private static IEnumerable<(int Frame, int Delay)> Returns(MarkerSample?[] samples, TruePlace[] truth)
    {
        var (known, wasHidden) = (false, false);
        for (var i = 0; i < truth.Length; i++)
        {
            known |= samples[i] is not null;
            if (!truth[i].IsVisible)
            {
                wasHidden = known;
            }
            else if (wasHidden && truth[i].Hidden <= PlainlyVisible)
            {
                wasHidden = false;
                var inSight = truth.Skip(i).TakeWhile(place => place.Hidden <= PlainlyVisible).Count();
                if (inSight >= LeastFramesInSight)
                {
                    var delay = samples.Skip(i).Take(inSight).ToList().FindIndex(s => s is not null);
                    yield return (i, delay < 0 ? inSight : delay);
                }
            }
        }
    }
}
