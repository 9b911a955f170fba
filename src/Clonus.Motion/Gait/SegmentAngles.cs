using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Angles of the body's segments over a stretch's frames, degrees; null where a marker was not seen.</summary>
public static class SegmentAngles
{
    /// <summary>Thigh against the vertical, positive in flexion.</summary>
    public static double?[] Hip(WalkBout bout, BodySide side) => Each(bout, bout.Of(side, Landmark.Hip), bout.Of(side, Landmark.Knee), AheadOfVertical);

    /// <summary>Hip–knee–ankle, 0 where straight, positive in flexion: absolute, for a patient may stand hyperextended.</summary>
    public static double?[] Knee(WalkBout bout, BodySide side) => [.. Hip(bout, side).Zip(Shank(bout, side), (thigh, shank) => thigh - shank)];

    /// <summary>Heel–toe line against the shank, 0 where square, positive in dorsiflexion.</summary>
    public static double?[] Ankle(WalkBout bout, BodySide side) => [.. FootPitch(bout, side).Zip(Shank(bout, side), (foot, shank) => foot - shank)];

    /// <summary>Heel–toe line against the level, positive with the toes up.</summary>
    public static double?[] FootPitch(WalkBout bout, BodySide side) =>
        Each(bout, bout.Of(side, Landmark.Heel), bout.Of(side, Landmark.Toe), (heel, toe) => Degrees(toe.Y - heel.Y, toe.X - heel.X));

    /// <summary>How far the line from hip to shoulder leans backward: of the sides that are marked with both, the mean.</summary>
    public static double?[] TrunkBack(WalkBout bout)
    {
        var sides = new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }
            .Select(side => Each(bout, bout.Of(side, Landmark.Hip), bout.Of(side, Landmark.Shoulder), (hip, shoulder) => -Degrees(shoulder.X - hip.X, shoulder.Y - hip.Y)))
            .ToArray();
        return [.. Enumerable.Range(0, bout.FrameCount).Select(i =>
            sides.Select(s => s[i]).OfType<double>().ToArray() is { Length: > 0 } known ? known.Average() : (double?)null)];
    }

    /// <summary>The pelvis against the level, positive with its right side up: the line of the hips, or what trochanters tell of it.</summary>
    public static double?[] PelvisRightUp(WalkBout bout)
    {
        var across = MarkerSites.TiltBaseLegs(bout);
        return Each(
            bout, bout.Of(BodySide.Left, Landmark.Hip), bout.Of(BodySide.Right, Landmark.Hip),
            (left, right) => across is { } apart ? double.RadiansToDegrees(Math.Asin(Math.Clamp((right.Y - left.Y) / apart, -1, 1))) : Degrees(right.Y - left.Y, right.Z - left.Z));
    }

    private static double?[] Shank(WalkBout bout, BodySide side) => Each(bout, bout.Of(side, Landmark.Knee), bout.Of(side, Landmark.Ankle), AheadOfVertical);

    private static double AheadOfVertical(SpacePoint upper, SpacePoint lower) => Degrees(lower.X - upper.X, upper.Y - lower.Y);

    private static double?[] Each(WalkBout bout, ImmutableArray<SpacePoint?>? from, ImmutableArray<SpacePoint?>? to, Func<SpacePoint, SpacePoint, double> angle) =>
        [.. Enumerable.Range(0, bout.FrameCount).Select(i => from?[i] is { } a && to?[i] is { } b ? angle(a, b) : (double?)null)];

    private static double Degrees(double y, double x) => double.RadiansToDegrees(Math.Atan2(y, x));
}
