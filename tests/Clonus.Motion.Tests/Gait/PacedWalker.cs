using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>
/// Somebody whose pelvis goes evenly over feet that are scripted, on legs that are straight rods of length 1: thigh and shank are half a leg each. All its times and
/// lengths follow by arithmetic. x ahead, y up, z to the right, in legs.
/// </summary>
internal sealed class PacedWalker
{
    public const double StrideSeconds = 1.2;
    public const double SwingSeconds = 0.5;
    public const double AnkleHeight = 0.1;

    private readonly ScriptedFoot _left, _right;

    public PacedWalker(int strides = 6, double strideLegs = 1.2, double leftStepLegs = 0.6, double leftLaterSeconds = StrideSeconds / 2)
    {
        (StrideLegs, Strides) = (strideLegs, strides);
        _right = new ScriptedFoot();
        _left = new ScriptedFoot { Start = leftStepLegs };
        for (var k = 0; k < strides; k++)
        {
            _right.Swing(0.3 + (StrideSeconds * k), strideLegs, SwingSeconds);
            _left.Swing(0.3 + leftLaterSeconds + (StrideSeconds * k), strideLegs, SwingSeconds);
        }
    }

    public int Strides { get; }

    public double StrideLegs { get; }

    public double Seconds => 0.9 + (StrideSeconds * Strides);

    /// <summary>Half the width between the feet's tracks.</summary>
    public double HalfWidth { get; init; } = 0.1;

    /// <summary>The belt's speed under the feet.</summary>
    public double BeltLegsPerSecond { get; init; }

    /// <summary>How high a foot is lifted in the middle of its swing.</summary>
    public double LiftLegs { get; init; }

    public double Speed => StrideLegs / StrideSeconds;

    public ScriptedFoot Foot(BodySide side) => side == BodySide.Left ? _left : _right;

    public SpacePoint At(MarkerName name, double time)
    {
        var z = name.Side == BodySide.Right ? HalfWidth : -HalfWidth;
        var ahead = StrideLegs + (Speed * (time - 1.15));
        var foot = Foot(name.Side).At(time);

        // The hip is where a straight leg holds it.
        var (ankle, dx) = (new SpacePoint(foot, AnkleHeight, z), ahead - foot);
        var hip = new SpacePoint(ahead, AnkleHeight + Math.Sqrt(1 - (dx * dx)), z);
        var lift = new SpacePoint(0, LiftLegs * Foot(name.Side).Lift(time), 0);
        var place = name.Landmark switch
        {
            Landmark.Hip => hip,
            Landmark.Knee => (hip + ankle) * 0.5,
            Landmark.Ankle => ankle + lift,
            Landmark.Heel => new SpacePoint(foot - 0.05, 0.03, z) + lift,
            Landmark.Toe => new SpacePoint(foot + 0.15, 0.03, z) + lift,
            Landmark.Shoulder => new SpacePoint(ahead, 1.7, z),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "nobody marks it"),
        };
        return place - new SpacePoint(BeltLegsPerSecond * time, 0, 0);
    }

    /// <summary>Positions of all markers by what becomes of a place in legs.</summary>
    public TrackSet Tracks(Func<MarkerName, double, SpacePoint, SpacePoint?> seen, bool spatial, double fps = 120, params ReadOnlySpan<Landmark> landmarks)
    {
        var times = Bouts.Times(Seconds, fps);
        MarkerName[] names = [.. landmarks.ToArray().DefaultIfEmpty().SelectMany(l => new[] { new MarkerName(BodySide.Left, l), new MarkerName(BodySide.Right, l) })];
        return new TrackSet(times, [.. names.Select(name => new MarkerTrack(name, "", [.. times.Select(t => seen(name, t, At(name, t)) is { } p ? (MarkerSample?)new MarkerSample(p, 1) : null)])).Where(m => m.VisibleRatio > 0)])
        {
            IsSpatial = spatial,
        };
    }

    public static readonly ImmutableArray<Landmark> All = [Landmark.Shoulder, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];

    /// <summary>In a laboratory with its z up and the walk along its x: millimetres of somebody whose leg has 900.</summary>
    public TrackSet InRoom(Func<SpacePoint, SpacePoint>? lab = null, double fps = 120) =>
        Tracks((_, _, p) => (lab ?? (q => q))(new SpacePoint(900 * p.X, -900 * p.Z, 900 * p.Y)), true, fps, All.AsSpan());

    /// <summary>In a picture from the side to which the person walks: the far leg is smaller by a tenth, about the middle of the picture.</summary>
    public TrackSet FromTheSide(BodySide walksTo, double fps = 120)
    {
        var sign = walksTo == BodySide.Right ? 1 : -1;
        return Tracks(
            (name, _, p) =>
            {
                var (near, scale) = (name.Side == walksTo, name.Side == walksTo ? 300.0 : 270.0);
                return name.Landmark is Landmark.Hip or Landmark.Shoulder && !near ? null : Centre + new SpacePoint(sign * scale * (p.X - 3), -scale * (p.Y - 0.9), 0);
            },
            false, fps, All.AsSpan());
    }

    /// <summary>To the right and back to the left: the leg that was near is far on the way back.</summary>
    public static TrackSet ThereAndBack()
    {
        var (there, back) = (new PacedWalker().FromTheSide(BodySide.Right), new PacedWalker().FromTheSide(BodySide.Left));
        var shift = there.FrameTimesSeconds[^1] + (1 / 120.0);
        ImmutableArray<MarkerSample?> Samples(TrackSet tracks, MarkerName name) => tracks.Find(name.Side, name.Landmark)?.Samples ?? [.. new MarkerSample?[tracks.FrameCount]];
        return new TrackSet(
            [.. there.FrameTimesSeconds, .. back.FrameTimesSeconds.Select(t => t + shift)],
            [.. there.Markers.Concat(back.Markers).Select(m => m.Name).Distinct().Select(n => new MarkerTrack(n, "", [.. Samples(there, n), .. Samples(back, n)]))]);
    }

    public static readonly SpacePoint Centre = new(960, 540, 0);
}
