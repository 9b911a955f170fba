using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics;

namespace Clonus.Motion.Gait;

/// <summary>
/// Where hip and shoulder are while an arm swings past them in a side view. The trunk goes evenly, so that the places before and after tell it; for the angles of knee, hip and
/// trunk alone, and no place that is told so is ever given out as seen.
/// </summary>
public static class TrunkHoles
{
    private const int Cubic = 3;

    // On either side of the hole.
    private const int FewestPlaces = 3;

    // Frames at the very ends of a time count, however their times were rounded.
    private const double Rounding = 1 + 1e-6;

    /// <summary>The places, with those in holes up to <see cref="GaitSettings.TrunkHoleSeconds"/> on a cubic through the ones around; longer holes and those at the ends stay.</summary>
    public static ImmutableArray<SpacePoint?> Bridge(ReadOnlySpan<double> times, ImmutableArray<SpacePoint?> places, GaitSettings settings)
    {
        var bridged = places.ToBuilder();
        var last = -1;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] is null)
            {
                continue;
            }

            if (last >= 0 && i - last > 1 && times[i] - times[last] <= settings.TrunkHoleSeconds * Rounding)
                Fill(times, places, bridged, last, i, settings);
            last = i;
        }

        return bridged.ToImmutable();
    }

    private static void Fill(ReadOnlySpan<double> times, ImmutableArray<SpacePoint?> places, ImmutableArray<SpacePoint?>.Builder bridged, int before, int after, GaitSettings settings)
    {
        var (from, to) = (before, after);
        while (from > 0 && times[before] - times[from - 1] <= settings.TrunkFitSeconds * Rounding)
            from--;
        while (to + 1 < places.Length && times[to + 1] - times[after] <= settings.TrunkFitSeconds * Rounding)
            to++;
        var middle = (times[before] + times[after]) / 2;
        var (t, x, y) = (new List<double>(), new List<double>(), new List<double>());
        var early = 0;
        for (var i = from; i <= to; i++)
        {
            if (places[i] is not { } place)
                continue;
            t.Add(times[i] - middle);
            x.Add(place.X);
            y.Add(place.Y);
            early += i <= before ? 1 : 0;
        }

        if (Math.Min(early, t.Count - early) < FewestPlaces)
        {
            return;
        }

        var (along, up) = (Fit.Polynomial([.. t], [.. x], Cubic), Fit.Polynomial([.. t], [.. y], Cubic));
        for (var i = before + 1; i < after; i++)
            bridged[i] = new SpacePoint(Polynomial.Evaluate(times[i] - middle, along), Polynomial.Evaluate(times[i] - middle, up), 0);
    }
}
