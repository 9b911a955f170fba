using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Recordings;

/// <summary>
/// The person of a recording: where all of him is at any instant. Joints are where the markers say; what no marker tells is only ever drawn, as a body
/// of this stature has it, and never becomes a sticker. The way is along x, the floor at y = 0.
/// </summary>
internal sealed class RecordedWalker
{
    // A foot is flat in this share of the samples, those with heel and toe lowest.
    private const double FlatShare = 0.15;

    // From heel to toe marker on a foot of scale 1, with the toe's as far ahead as laboratories put it.
    private const double MarkedFoot = 185;

    private const double WayStepSeconds = 0.02;
    private static readonly BodySide[] Sides = [BodySide.Left, BodySide.Right];

    private readonly ImmutableDictionary<MarkerName, RecordedPath> _paths;
    private readonly ImmutableDictionary<BodySide, double> _flatDegrees;

    /// <exception cref="Clonus.Motion.InputException">The recording does not tell how its room lies.</exception>
    public RecordedWalker(WalkRecording recording, long seed)
    {
        var (room, times) = (RecordedRoom.Of(recording), recording.Tracks.FrameTimesSeconds);
        (Body, InPlace, DurationSeconds) = (WalkerBody.Of(room.Stature, seed), room.InPlace, times[^1]);
        _paths = recording.Tracks.Markers.Where(marker => marker.Samples.Any(sample => sample is not null)).ToImmutableDictionary(
            marker => marker.Name,
            marker => new RecordedPath([.. times.Zip(marker.Samples).Where(at => at.Second is not null).Select(at => (at.First, room.Place(at.Second!.Value.Position)))]));
        Body = Body with { FootScale = Math.Max(Body.FootScale, FootSpan(times) / MarkedFoot) };
        _flatDegrees = Sides.ToImmutableDictionary(side => side, side => FlatDegrees(side, times));
    }

    public WalkerBody Body { get; }

    public bool InPlace { get; }

    public double DurationSeconds { get; }

    public bool Has(MarkerName name) => _paths.ContainsKey(name);

    /// <summary>Where on x the pelvis is up to a time: least and most.</summary>
    public (double From, double To) Way(double untilSeconds)
    {
        var x = Enumerable.Range(0, (int)(untilSeconds / WayStepSeconds) + 1).Select(i => Pelvis(i * WayStepSeconds)?.X).OfType<double>().DefaultIfEmpty(0).ToArray();
        return (x.Min(), x.Max());
    }

    /// <summary>Null while nothing is known of the pelvis.</summary>
    public WalkPose? At(double timeSeconds)
    {
        if (Pelvis(timeSeconds) is not { } pelvis)
        {
            return null;
        }

        var (neck, left, right) = (Neck(pelvis, timeSeconds), Leg(BodySide.Left, pelvis, timeSeconds), Leg(BodySide.Right, pelvis, timeSeconds));
        var tilt = Math.Atan2(right.Hip.Y - left.Hip.Y, right.Hip.Z - left.Hip.Z) * 180 / Math.PI;
        var pose = WalkPose.Of(pelvis, neck, left, right, tilt, -LegBones.AheadOfVertical(pelvis - neck), Body);
        return pose with
        {
            LeftArm = Arm(pose.LeftArm, timeSeconds),
            RightArm = Arm(pose.RightArm, timeSeconds),
            Recorded = _paths.Select(path => (path.Key, Place: path.Value.At(timeSeconds))).Where(marker => marker.Place is not null)
                .ToImmutableDictionary(marker => marker.Key, marker => marker.Place!.Value),
        };
    }

    private static Point3 Outward(BodySide side, double millimetres) => Point3.Right * (side == BodySide.Right ? millimetres : -millimetres);

    private Point3? About(BodySide side, Landmark landmark, double timeSeconds) => _paths.GetValueOrDefault(new(side, landmark))?.About(timeSeconds);

    // Between the hips; where they are not marked, over the knees.
    private Point3? Pelvis(double timeSeconds) => Middle(Landmark.Hip, Body.HipHalfWidth, timeSeconds) ?? (Middle(Landmark.Knee, Body.HipHalfWidth, timeSeconds) + (Point3.Up * Body.Thigh));

    // Between left and right, or beside the one that is marked.
    private Point3? Middle(Landmark landmark, double halfWidth, double timeSeconds) =>
        (About(BodySide.Left, landmark, timeSeconds), About(BodySide.Right, landmark, timeSeconds)) switch
        {
            ({ } left, { } right) => (left + right) * 0.5,
            ({ } left, null) => left - Outward(BodySide.Left, halfWidth),
            (null, { } right) => right - Outward(BodySide.Right, halfWidth),
            _ => null,
        };

    private Point3 Neck(Point3 pelvis, double timeSeconds) =>
        Middle(Landmark.Shoulder, Body.ShoulderHalfWidth, timeSeconds) + (Point3.Up * WalkPose.ShoulderBelowNeck) ?? pelvis + (Point3.Up * Body.Trunk);

    private WalkerLeg Leg(BodySide side, Point3 pelvis, double timeSeconds)
    {
        // Hips are marked on their outside or as their centres: how far apart they are, the body says.
        var hip = (Joint(side, Landmark.Hip, pelvis, timeSeconds) ?? pelvis) with { Z = pelvis.Z } + Outward(side, Body.HipHalfWidth);
        var (heel, toe) = (Joint(side, Landmark.Heel, pelvis, timeSeconds), Joint(side, Landmark.Toe, pelvis, timeSeconds));
        var sole = heel is { } back && toe is { } front ? PitchDegrees(back, front) - _flatDegrees[side] : 0;

        // On a foot without an ankle it lies where this body has it from heel or toe.
        Point3 Ankle((double Along, double Up) mark, Point3 seen) => seen - (Point3.Ahead.Pitched(sole) * (mark.Along * Body.FootScale)) - (Point3.Up.Pitched(sole) * (mark.Up * Body.FootScale));
        var ankle = Joint(side, Landmark.Ankle, pelvis, timeSeconds) - Outward(side, StickerPlace.AnkleOut)
            ?? (heel is { } h ? Ankle(StickerPlace.HeelSide, h) : toe is { } t ? Ankle(StickerPlace.ToeSide, t) : hip - (Point3.Up * Body.Leg));
        var knee = Joint(side, Landmark.Knee, pelvis, timeSeconds) - Outward(side, StickerPlace.KneeOut) ?? LegBones.Place(hip, ankle, Body, false).Knee;
        return WalkerLeg.Of(side, hip, knee, ankle, sole, Body);
    }

    // Before and after all that was seen of it a joint goes with the pelvis. Null where it is not marked.
    private Point3? Joint(BodySide side, Landmark landmark, Point3 pelvis, double timeSeconds)
    {
        if (_paths.GetValueOrDefault(new(side, landmark)) is not { } path)
        {
            return null;
        }

        var nearest = path.Within(timeSeconds);
        return path.About(timeSeconds) ?? (path.About(nearest) + (pelvis - Pelvis(nearest)));
    }

    // As it hangs from its shoulder; elbow and wrist where they are marked.
    private WalkerArm Arm(WalkerArm hanging, double timeSeconds)
    {
        var by = About(hanging.Side, Landmark.Shoulder, timeSeconds) is { } seen ? seen - hanging.Shoulder : default;
        return About(hanging.Side, Landmark.Elbow, timeSeconds) is { } elbow && About(hanging.Side, Landmark.Wrist, timeSeconds) is { } wrist
            ? hanging with { Shoulder = hanging.Shoulder + by, Elbow = elbow, Wrist = wrist }
            : hanging with { Shoulder = hanging.Shoulder + by, Elbow = hanging.Elbow + by, Wrist = hanging.Wrist + by };
    }

    private static double PitchDegrees(Point3 heel, Point3 toe) => Math.Atan2(toe.Y - heel.Y, toe.X - heel.X) * 180 / Math.PI;

    private IEnumerable<(Point3 Heel, Point3 Toe)> Feet(BodySide side, ImmutableArray<double> times) => times
        .Select(time => (Heel: About(side, Landmark.Heel, time), Toe: About(side, Landmark.Toe, time)))
        .Where(foot => foot is { Heel: not null, Toe: not null }).Select(foot => (foot.Heel!.Value, foot.Toe!.Value));

    private double FootSpan(ImmutableArray<double> times)
    {
        var spans = Sides.SelectMany(side => Feet(side, times)).Select(foot => (foot.Toe - foot.Heel).Length).Order().ToArray();
        return spans.Length == 0 ? 0 : spans[spans.Length / 2];
    }

    // Markers on heel and toe need not lie equally high over the sole: how their line lies while the foot is flat on the floor.
    private double FlatDegrees(BodySide side, ImmutableArray<double> times)
    {
        var feet = Feet(side, times).OrderBy(foot => foot.Heel.Y + foot.Toe.Y).ToArray();
        var flat = feet.Take((int)Math.Ceiling(FlatShare * feet.Length)).Select(foot => PitchDegrees(foot.Heel, foot.Toe)).Order().ToArray();
        return flat.Length == 0 ? 0 : flat[flat.Length / 2];
    }
}
