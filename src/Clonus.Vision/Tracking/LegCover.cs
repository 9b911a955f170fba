using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Which of two legs passes before the other one: where a marker lies on the other leg in the picture, it is seen if its own leg is the
/// nearer one and hidden if it is the farther one.
/// </summary>
internal static class LegCover
{
    /// <summary>Log of how much likelier the first leg passes before the second one than behind it; 0 where they never cross.</summary>
    public static double Before(LimbGeometry geometry, LegGuess first, LegGuess second, LimbPolicy policy) =>
        Seen(geometry, first, second, policy) - Seen(geometry, second, first, policy);

    /// <summary>The same from the markers of one leg alone.</summary>
    private static double Seen(LimbGeometry geometry, LegGuess leg, LegGuess other, LimbPolicy policy)
    {
        var evidence = 0.0;
        foreach (var track in leg.Markers.Where(m => m.Landmark != Landmark.Hip).Select(m => m.Track))
        {
            var (seen, hidden) = (0, 0);
            var places = geometry.Places(track);
            for (var moment = 0; moment < geometry.Moments; moment++)
            {
                if (Place(places, moment) is { } place && Covers(geometry, other, moment, place, policy))
                {
                    (seen, hidden) = places[moment] is null ? (seen, hidden + 1) : (seen + 1, hidden);
                }
            }

            // The moments of one pass say the same.
            evidence += policy.CoverTells * (seen - hidden) / Math.Max(seen + hidden, policy.MomentsOfPass);
        }

        return evidence;
    }

    /// <summary>Where it is, or on the straight way between where it was last seen and will be next.</summary>
    private static ImagePoint? Place(IReadOnlyList<ImagePoint?> places, int moment)
    {
        var (before, after) = (moment, moment);
        while (before >= 0 && places[before] is null)
        {
            before--;
        }

        while (after < places.Count && places[after] is null)
        {
            after++;
        }

        return before < 0 || after >= places.Count ? null
            : before == after ? places[moment]
            : places[before]!.Value + ((places[after]!.Value - places[before]!.Value) * ((double)(moment - before) / (after - before)));
    }

    private static bool Covers(LimbGeometry geometry, LegGuess leg, int moment, ImagePoint place, LimbPolicy policy)
    {
        if (leg.Knee == LegGuess.None)
        {
            return false;
        }

        var within = policy.LegRadius * geometry.Bone(leg.Knee, leg.Ankle).LengthPixels;
        return (leg.Hip != LegGuess.None && IsNear(geometry.Places(leg.Hip)[moment], geometry.Places(leg.Knee)[moment], place, within))
            || IsNear(geometry.Places(leg.Knee)[moment], geometry.Places(leg.Ankle)[moment], place, within);
    }

    private static bool IsNear(ImagePoint? from, ImagePoint? to, ImagePoint place, double within)
    {
        if (from is not { } a || to is not { } b)
        {
            return false;
        }

        var (way, offset) = (b - a, place - a);
        var share = Math.Clamp(((way.X * offset.X) + (way.Y * offset.Y)) / Math.Max((way.X * way.X) + (way.Y * way.Y), 1), 0, 1);
        return (offset - (way * share)).Length < within;
    }
}
