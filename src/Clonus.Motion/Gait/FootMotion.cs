using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>How one foot moves over the floor, in legs and seconds. Null where it was not seen.</summary>
/// <param name="SoleSpeeds">Of that part of the line from heel to toe which is slowest: 0 while the heel or the ball stands.</param>
/// <param name="FootSpeeds">Of that part of the whole foot which is slowest: 0 also while it stands on the tips of its toes.</param>
/// <param name="Heel">Speed of the hindmost marker; null where the foot has one marker.</param>
/// <param name="Toe">Speed of the foremost marker; null where the foot has one marker.</param>
/// <param name="Places">Of the foot: the middle of its markers.</param>
public sealed record FootMotion(
    BodySide Side, ImmutableArray<double?> SoleSpeeds, ImmutableArray<double?> FootSpeeds, ImmutableArray<double?>? Heel, ImmutableArray<double?>? Toe, ImmutableArray<SpacePoint?> Places)
{
    /// <summary>A part of the rigid foot, in lengths from the hindmost marker to the foremost one: from behind to before on their line, and how far below it.</summary>
    private readonly record struct FootPart(double From, double To, double Below);

    // A foot that comes down turns, and a place below its markers is slow before anything touches: the markers' own line, and the heel's edge.
    private static readonly FootPart Sole = new(-0.1, 1.15, 0);

    // "Toe" markers lie anywhere from the instep to the toes' tips, and ride up to 6 cm above the floor: the foot goes on below them, and ahead as far as a foot is long.
    private const double BelowMarkers = 0.3;

    /// <summary>Null where no marker of the foot is there.</summary>
    /// <param name="floor">How fast the floor moves, as a treadmill's does.</param>
    public static FootMotion? Of(WalkBout bout, BodySide side, SpacePoint floor, GaitSettings settings)
    {
        var (back, front) = Ends(bout, side);
        if ((back ?? front) is not { } one)
        {
            return null;
        }

        if (back is not { } heel || front is not { } toe)
        {
            var speeds = Speeds(Velocities(bout, bout.Feet[one], floor, settings));
            return new FootMotion(side, speeds, speeds, null, null, bout.Feet[one]);
        }

        var (heels, toes) = (bout.Feet[heel], bout.Feet[toe]);
        var (atHeel, atToe) = (Velocities(bout, heels, floor, settings), Velocities(bout, toes, floor, settings));
        ImmutableArray<double?> sole = [.. Enumerable.Range(0, bout.FrameCount).Select(i => Slowest(heels[i], toes[i], atHeel[i], atToe[i], Sole) ?? (atHeel[i] ?? atToe[i])?.Length)];
        return new FootMotion(
            side, sole, bout.ShowsSagittal ? Whole(bout, side, heels, toes, floor, settings with { SpeedHalfWindowSeconds = settings.LeavingHalfWindowSeconds }) : sole, Speeds(atHeel), Speeds(atToe),
            [.. heels.Zip(toes, (h, t) => h is { } a && t is { } b ? (a + b) * 0.5 : (SpacePoint?)null)]);
    }

    // Toes that are hidden as they leave are told by heel and ankle; a heel alone says nothing, for it has long risen by then.
    private static ImmutableArray<double?> Whole(
        WalkBout bout, BodySide side, ImmutableArray<SpacePoint?> heels, ImmutableArray<SpacePoint?> toes, SpacePoint floor, GaitSettings settings)
    {
        ImmutableArray<SpacePoint?>? ankle = bout.Feet.TryGetValue(new MarkerName(side, Landmark.Ankle), out var places) ? places : null;
        var all = RigidFoot.Complete(toes, heels, ankle);
        var (atHeel, atToe) = (Velocities(bout, heels, floor, settings), Velocities(bout, all, floor, settings));
        var part = new FootPart(Sole.From, Math.Max(settings.FootLegs / Length(heels, toes), 1), BelowMarkers);
        return [.. Enumerable.Range(0, bout.FrameCount).Select(i => Slowest(heels[i], all[i], atHeel[i], atToe[i], part) ?? atToe[i]?.Length)];
    }

    /// <summary>The speed of the belt under the feet along the way of walking, 0 on a floor: what most feet have most of the time, where the body does not travel.</summary>
    public static SpacePoint Floor(WalkBout bout, GaitSettings settings)
    {
        var names = new[] { BodySide.Left, BodySide.Right }.SelectMany(side => Ends(bout, side) is var (back, front) ? new[] { back, front } : []).OfType<MarkerName>().ToArray();
        var velocities = names.SelectMany(name => Velocities(bout, bout.Feet[name], default, settings).OfType<SpacePoint>()).ToArray();
        if (velocities.Length == 0)
        {
            return default;
        }

        // A standing foot's speed is the floor's: where speeds crowd most.
        var along = bout.ShowsSagittal ? new SpacePoint(1, 0, 0) : new SpacePoint(0, 1, 0);
        var belt = Crowded([.. velocities.Select(v => v.Dot(along)).Order()]);
        return Math.Abs(belt) < settings.BeltLegsPerSecond || Math.Abs(bout.TravelLegsPerSecond()) > Math.Abs(belt) ? default : along * belt;
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

    private static ImmutableArray<SpacePoint?> Velocities(WalkBout bout, ImmutableArray<SpacePoint?> places, SpacePoint floor, GaitSettings settings) =>
        [.. PointVelocity.Of(bout.TimesSeconds, places, settings).Select((v, i) => v is { } velocity ? (new SpacePoint(velocity.X, velocity.Y, 0) * bout.FootScales[i]) - floor : (SpacePoint?)null)];

    // From marker to marker.
    private static double Length(ImmutableArray<SpacePoint?> heels, ImmutableArray<SpacePoint?> toes) =>
        heels.Zip(toes, (h, t) => h is { } a && t is { } b ? (b - a).InPicture.Length : (double?)null).OfType<double>().DefaultIfEmpty(1).Median();

    private static ImmutableArray<double?> Speeds(ImmutableArray<SpacePoint?> velocities) => [.. velocities.Select(v => v?.Length)];

    // A foot is rigid, so that two markers tell how each of its places moves: along their line and across it by one turn.
    private static double? Slowest(SpacePoint? heel, SpacePoint? toe, SpacePoint? heelVelocity, SpacePoint? toeVelocity, FootPart part)
    {
        if (heelVelocity is not { } atHeel || toeVelocity is not { } atToe || heel is not { } from || toe is not { } to)
        {
            return null;
        }

        var line = (to - from).InPicture;
        if (line.Length == 0)
        {
            return atHeel.Length;
        }

        var along = new SpacePoint(line.X / line.Length, line.Y / line.Length, 0);
        var across = new SpacePoint(-along.Y, along.X, 0);
        var turn = (atToe - atHeel).Dot(across);
        var (forward, upward) = (atHeel.Dot(along), atHeel.Dot(across));
        return Math.Sqrt(Square(forward + (turn * At(forward, 0, part.Below))) + Square(upward + (turn * At(upward, part.From, part.To))));

        double At(double speed, double least, double most) => turn == 0 ? least : Math.Clamp(-speed / turn, least, most);
    }

    private static double Square(double value) => value * value;
}
