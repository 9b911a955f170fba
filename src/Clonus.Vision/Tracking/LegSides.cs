using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Legs with their body sides, and what is doubtful about these.</summary>
internal sealed record SidedLegs(ImmutableArray<(BodySide Side, LegGuess Leg)> Legs, ImmutableArray<QualityIssue> Issues);

/// <summary>Left and right: told by what a picture shows of them, or not at all.</summary>
internal static class LegSides
{
    public static SidedLegs Tell(LimbGeometry geometry, ImmutableArray<LegGuess> legs, TrackingSettings settings) => legs switch
    {
        [var leg] => new SidedLegs([(settings.Side, leg)], []),
        [{ View: LegView.Front } first, var second] => FromTheFront(geometry, first, second, settings),
        [var first, var second] => FromTheSide(geometry, first, second, settings),
        _ => new SidedLegs([], []),
    };

    /// <summary>Who is seen from the side turns one side of his body to the camera, and the leg of that side is the nearer one.</summary>
    private static SidedLegs FromTheSide(LimbGeometry geometry, LegGuess first, LegGuess second, TrackingSettings settings)
    {
        var nearness = Nearer(geometry, first, second, settings.Limb)
            + (settings.Limb.NearnessOfLack * (Lacks(second, first, settings.Limb) - Lacks(first, second, settings.Limb)))
            + (settings.Limb.Trunk.NearnessOfHip * (ShowsHipAlone(first, second, settings.Limb) - ShowsHipAlone(second, first, settings.Limb)));
        var (near, far) = nearness >= 0 ? (first, second) : (second, first);
        // Both legs show the camera the same side of the body; of what is seen of one of them it may not be told.
        var (handedness, other) = (Handedness(geometry, first), Handedness(geometry, second));
        BodySide? shown = Math.Abs(nearness) < settings.Limb.SureNearness || handedness * other < 0 || handedness + other == 0 ? null
            : handedness + other > 0 != settings.Mirror ? BodySide.Right : BodySide.Left;
        if (settings.Side != BodySide.Unknown)
        {
            return new SidedLegs([(settings.Side, near), (settings.Side.Opposite, far)], shown is { } seen && seen != settings.Side ? [Contradicted(settings.Side, seen)] : []);
        }

        if (shown is not { } side)
        {
            return OneOf(geometry, first, second, "two legs carry stickers and nothing tells which is nearer; only the one that moves more is analysed; give --side to name both");
        }

        return new SidedLegs(
            [(side, near), (side.Opposite, far)],
            [new QualityIssue("sides_inferred", IssueSeverity.Warning,
                $"left and right were told by where the toes point and which leg is nearer; give --side {Word(side)} to settle it")]);
    }

    private static QualityIssue Contradicted(BodySide given, BodySide shown) => new(
        "side_contradicted", IssueSeverity.Warning,
        $"--side {Word(given)} was taken as given, but by where the toes point and which leg is nearer the picture shows the {Word(shown)} side: "
        + $"give --side {Word(shown)}, or --mirror if the picture is a mirror image");

    private static string Word(BodySide side) => side == BodySide.Left ? "left" : "right";

    /// <summary>Facing the camera, the person's right is the picture's left; from behind it is not. Who comes nearer faces the camera, and so does who shows his toes or whose standing feet go away from it.</summary>
    private static SidedLegs FromTheFront(LimbGeometry geometry, LegGuess first, LegGuess second, TrackingSettings settings)
    {
        var facing = Facing(geometry, first, settings.Limb.Front) + Facing(geometry, second, settings.Limb.Front);
        if (settings.FacesCamera is null && Math.Abs(facing) < settings.Limb.Front.SureFacing)
        {
            return OneOf(geometry, first, second,
                "two legs carry stickers and nothing tells whether they are seen from the front or from behind; only the one that moves more is analysed, its side unknown; "
                + "give --view front or --view back to name both");
        }

        var faces = settings.FacesCamera ?? facing > 0;

        var (left, right) = geometry.Bone(first.Knee, second.Knee).MeanOffset.X > 0 ? (first, second) : (second, first);
        var ofPictureLeft = faces != settings.Mirror ? BodySide.Right : BodySide.Left;
        return new SidedLegs(
            [(ofPictureLeft, left), (ofPictureLeft.Opposite, right)],
            settings.FacesCamera is not null ? [] : [new QualityIssue("sides_inferred", IssueSeverity.Warning,
                $"left and right were told by the person {(faces ? "facing the camera" : "turning the back to the camera")}, as growth and the feet show; "
                + $"give --view {(faces ? "front" : "back")} to settle it")]);
    }

    /// <summary>Log of how much likelier the person faces the camera than turns his back to it.</summary>
    private static double Facing(LimbGeometry geometry, LegGuess leg, FrontPolicy policy)
    {
        var shank = FrontShank.Measure(geometry, leg.Knee, leg.Ankle)!;
        // What the ankle's climb says is in the name of the foot's marker already.
        var foot = leg.Toe != LegGuess.None ? policy.FootTells : leg.Heel != LegGuess.None ? -policy.FootTells : shank.FacingByClimb(policy);
        return (Math.Clamp(policy.GrowthTells * shank.Growth, -policy.GrowthTells / 2, policy.GrowthTells / 2) + foot) / 2;
    }

    private static SidedLegs OneOf(LimbGeometry geometry, LegGuess first, LegGuess second, string why) => new(
        [(BodySide.Unknown, Liveliness(geometry, second) > Liveliness(geometry, first) ? second : first)],
        [new QualityIssue("second_leg_ignored", IssueSeverity.Warning, why)]);

    /// <summary>Log of how much likelier the first is the leg nearer to the camera: it looks larger, is hidden less often and
    /// passes before the other one. What only one of them shows is left to the caller.</summary>
    public static double Nearer(LimbGeometry geometry, LegGuess first, LegGuess second, LimbPolicy policy)
    {
        (Landmark From, Landmark To)[] bones = [(Landmark.Hip, Landmark.Knee), (Landmark.Knee, Landmark.Ankle), (Landmark.Ankle, Landmark.Toe), (Landmark.Heel, Landmark.Toe)];
        var larger = bones
            .Where(b => first[b.From] != LegGuess.None && first[b.To] != LegGuess.None && second[b.From] != LegGuess.None && second[b.To] != LegGuess.None)
            .Select(b => Math.Log(geometry.Bone(first[b.From], first[b.To]).LengthPixels / geometry.Bone(second[b.From], second[b.To]).LengthPixels))
            .DefaultIfEmpty().Average();
        // An arm swings before the hip of either leg.
        var seenMore = first.Markers.Where(m => m.Landmark != Landmark.Hip && second[m.Landmark] != LegGuess.None)
            .Select(m => Seen(geometry, m.Track) - Seen(geometry, second[m.Landmark])).DefaultIfEmpty().Average();
        return (policy.NearnessOfSize * larger) + (policy.NearnessOfSight * seenMore) + LegCover.Before(geometry, first, second, policy);
    }

    // An arm hides the hip of either leg, and of two legs that move neither is behind the other all the time.
    private static int Lacks(LegGuess leg, LegGuess other, LimbPolicy policy) => Math.Min(leg.Motion, other.Motion) >= policy.MovingEvidence ? 0
        : other.Markers.Count(m => m.Landmark != Landmark.Hip && leg[m.Landmark] == LegGuess.None);

    private static int ShowsHipAlone(LegGuess leg, LegGuess other, LimbPolicy policy) =>
        Math.Min(leg.Motion, other.Motion) >= policy.MovingEvidence && leg.Hip != LegGuess.None && other.Hip == LegGuess.None ? 1 : 0;

    private static double Seen(LimbGeometry geometry, int track) => geometry.Bone(track, track).Together;

    /// <summary>
    /// Above 0 when the right side of the body faces the camera, below 0 the left, whichever way up the picture: seen from the right, the
    /// foot turns clockwise off the shank's line, the shank clockwise off the thigh's and the heel clockwise off the toes'.
    /// </summary>
    public static double Handedness(LimbGeometry geometry, LegGuess leg)
    {
        if (leg.Toe != LegGuess.None && leg.Knee != LegGuess.None)
        {
            return geometry.Bend(leg.Knee, leg.Ankle, leg.Toe).Median;
        }

        if (leg.Knee != LegGuess.None && (leg.Heel != LegGuess.None || leg.Hip != LegGuess.None))
        {
            // The heel stands off the shank's line behind it, as the hip stands off it before it.
            var fold = leg.Heel != LegGuess.None ? geometry.Bend(leg.Knee, leg.Ankle, leg.Heel).Median : geometry.Bend(leg.Hip, leg.Knee, leg.Ankle).Median;
            return fold < 0 ? 180 + fold : fold - 180;
        }

        return leg.Heel != LegGuess.None && leg.Toe != LegGuess.None ? geometry.Bend(leg.Toe, leg.Ankle, leg.Heel).Median : 0;
    }

    private static double Liveliness(LimbGeometry geometry, LegGuess leg) =>
        leg.Markers.Where(m => m.Landmark is not (Landmark.Hip or Landmark.Knee)).Average(m => geometry.Unsteadiness(m.Track));
}
