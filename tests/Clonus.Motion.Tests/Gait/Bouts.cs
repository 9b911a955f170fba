using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Stretches of walking that are written down instead of found in tracks.</summary>
internal static class Bouts
{
    public static readonly GaitSettings Settings = new();
    public static readonly GaitPolicy Policy = new();

    public static ImmutableArray<double> Times(double seconds, double fps = 120) => [.. Enumerable.Range(0, (int)Math.Round(seconds * fps) + 1).Select(i => i / fps)];

    public static ImmutableArray<SpacePoint?> Places(ImmutableArray<double> times, Func<double, SpacePoint?> place) => [.. times.Select(place)];

    public static WalkBout Of(ImmutableArray<double> times, GaitView view, params (BodySide Side, Landmark Landmark, Func<double, SpacePoint?> Place)[] markers)
    {
        var points = markers.ToImmutableDictionary(m => new MarkerName(m.Side, m.Landmark), m => Places(times, m.Place));
        return new WalkBout(0, view, null, times, 900, points, points, [.. times.Select(_ => 1.0)]);
    }

    /// <summary>A foot with a heel and a toe that stays level.</summary>
    public static (BodySide, Landmark, Func<double, SpacePoint?>)[] Level(BodySide side, Func<double, double> ahead, double outward = 0) =>
    [
        (side, Landmark.Heel, t => new SpacePoint(ahead(t), 0.03, outward)),
        (side, Landmark.Toe, t => new SpacePoint(ahead(t) + 0.2, 0.03, outward)),
    ];

    public static FootSwing Swing(double? footOff, double? contact) =>
        new(0, 1, footOff is { } off ? new TimedCrossing(off, 0) : null, contact is { } at ? new TimedCrossing(at, 0) : null, null);

    public static FootSteps Steps(BodySide side, params FootSwing[] swings) => new(side, [.. swings], []);

    public static WalkedBout Walked(WalkBout bout, params FootSteps[] feet) => new(bout, default, [.. feet]);

    public static FootMotion Motion(WalkBout bout, BodySide side = BodySide.Left, SpacePoint floor = default) => FootMotion.Of(bout, side, floor, Settings)!;
}
