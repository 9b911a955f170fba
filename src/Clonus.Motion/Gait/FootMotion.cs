using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>How one foot moves over the floor, in legs and seconds.</summary>
/// <param name="SoleSpeeds">Of that part of the sole which is slowest: 0 while any part of the foot stands, whichever it turns about. Null where it was not seen.</param>
/// <param name="Heel">Speed of the hindmost marker; null where the foot has one marker.</param>
/// <param name="Toe">Speed of the foremost marker; null where the foot has one marker.</param>
/// <param name="Places">Of the foot: the middle of its markers.</param>
public sealed record FootMotion(BodySide Side, ImmutableArray<double?> SoleSpeeds, ImmutableArray<double?>? Heel, ImmutableArray<double?>? Toe, ImmutableArray<SpacePoint?> Places)
{
    // The sole reaches a little beyond markers on heel and toe: it turns about the heel's edge and the toes' tips. In lengths from one marker to the other.
    private const double BeyondHeel = -0.1;
    private const double BeyondToe = 1.15;

    /// <summary>Null where no marker of the foot is there.</summary>
    /// <param name="floor">How fast the floor moves, as a treadmill's does.</param>
    public static FootMotion? Of(WalkBout bout, BodySide side, SpacePoint floor, GaitSettings settings)
    {
        var (back, front) = Ends(bout, side);
        if ((back ?? front) is not { } one)
        {
            return null;
        }

        var velocities = Velocities(bout, one, floor, settings);
        if (back is not { } heel || front is not { } toe)
        {
            return new FootMotion(side, Speeds(velocities), null, null, bout.Feet[one]);
        }

        var (atHeel, atToe) = (velocities, Velocities(bout, toe, floor, settings));
        return new FootMotion(
            side, [.. atHeel.Zip(atToe, Slowest)], Speeds(atHeel), Speeds(atToe),
            [.. bout.Feet[heel].Zip(bout.Feet[toe], (h, t) => h is { } a && t is { } b ? (a + b) * 0.5 : (SpacePoint?)null)]);
    }

    /// <summary>The speed of the belt under the feet along the way of walking, 0 on a floor: what most feet have most of the time.</summary>
    public static SpacePoint Floor(WalkBout bout, GaitSettings settings)
    {
        var names = new[] { BodySide.Left, BodySide.Right }.SelectMany(side => Ends(bout, side) is var (back, front) ? new[] { back, front } : []).OfType<MarkerName>().ToArray();
        var velocities = names.SelectMany(name => Velocities(bout, name, default, settings).OfType<SpacePoint>()).ToArray();
        if (velocities.Length == 0)
        {
            return default;
        }

        // A standing foot's speed is the floor's: where speeds crowd most.
        var along = bout.ShowsSagittal ? new SpacePoint(1, 0, 0) : new SpacePoint(0, 1, 0);
        var belt = Crowded([.. velocities.Select(v => v.Dot(along)).Order()]);
        return Math.Abs(belt) < settings.BeltLegsPerSecond ? default : along * belt;
    }

    // The half-sample mode: again and again the half of the values that lies closest together.
    private static double Crowded(double[] sorted)
    {
        var (from, count) = (0, sorted.Length);
        while (count > 3)
        {
            var half = (count + 1) / 2;
            var best = from;
            for (var i = from; i + half <= from + count; i++)
            {
                if (sorted[i + half - 1] - sorted[i] < sorted[best + half - 1] - sorted[best])
                    best = i;
            }

            (from, count) = (best, half);
        }

        return sorted.AsSpan(from, count).ToArray().Mean();
    }

    private static (MarkerName? Back, MarkerName? Front) Ends(WalkBout bout, BodySide side)
    {
        MarkerName? First(params ReadOnlySpan<Landmark> landmarks)
        {
            foreach (var landmark in landmarks)
            {
                if (bout.Feet.TryGetValue(new MarkerName(side, landmark), out var places) && places.Any(p => p is not null))
                    return new MarkerName(side, landmark);
            }

            return null;
        }

        var (back, front) = (First(Landmark.Heel, Landmark.Ankle), First(Landmark.Toe, Landmark.Ankle));
        return back == front ? (back, null) : (back, front);
    }

    private static ImmutableArray<SpacePoint?> Velocities(WalkBout bout, MarkerName name, SpacePoint floor, GaitSettings settings) =>
        [.. PointVelocity.Of(bout.TimesSeconds, bout.Feet[name], settings).Select((v, i) => v is { } velocity ? (new SpacePoint(velocity.X, velocity.Y, 0) * bout.FootScales[i]) - floor : (SpacePoint?)null)];

    private static ImmutableArray<double?> Speeds(ImmutableArray<SpacePoint?> velocities) => [.. velocities.Select(v => v?.Length)];

    // Along a rigid line the velocity goes evenly from end to end. One end alone is better than nothing.
    private static double? Slowest(SpacePoint? heel, SpacePoint? toe)
    {
        if (heel is not { } h || toe is not { } t)
        {
            return (heel ?? toe)?.Length;
        }

        var turn = t - h;
        var at = turn.Length > 0 ? Math.Clamp(-h.Dot(turn) / turn.Dot(turn), BeyondHeel, BeyondToe) : 0;
        return (h + (turn * at)).Length;
    }
}
