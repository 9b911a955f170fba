using System.Collections.Immutable;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>How long a leg is in the positions' own unit, hip to ankle. The far leg of a picture is smaller than the near one.</summary>
public static class BodySize
{
    // Drillis and Contini (1966): thigh 0.245 and shank 0.246 of the stature, the foot's length 0.152, of which markers on heel and toe span about six tenths.
    private const double LegOfShank = (0.245 + 0.246) / 0.246;
    private const double LegOfFoot = (0.245 + 0.246) / (0.6 * 0.152);

    // The ankle is 0.039 of the stature over the floor, on which the heel's marker and the toes' nearly are.
    private const double LegOfHipToFoot = (0.245 + 0.246) / (0.245 + 0.246 + (0.8 * 0.039));

    // A leg without a marked knee is as long as hip and ankle are nearly at their furthest: bent legs are shorter.
    private const double StraightQuantile = 0.95;

    /// <summary>The length of one leg by its own markers; null where these do not tell.</summary>
    public static double? Leg(TrackSet tracks, BodySide side)
    {
        double? Between(Landmark a, Landmark b) =>
            tracks.Find(side, a) is { } from && tracks.Find(side, b) is { } to ? LegSwings.Length(from, to) : null;
        return Between(Landmark.Hip, Landmark.Knee) + Between(Landmark.Knee, Landmark.Ankle)
            ?? Straight(tracks.Find(side, Landmark.Hip), tracks.Find(side, Landmark.Ankle))
            ?? (Between(Landmark.Knee, Landmark.Ankle) * LegOfShank)
            ?? (Straight(tracks.Find(side, Landmark.Hip), tracks.Find(side, Landmark.Heel)) * LegOfHipToFoot)
            ?? (Between(Landmark.Heel, Landmark.Toe) * LegOfFoot);
    }

    /// <summary>Both legs' lengths of a picture in side view. Where only one shows its hip, the shanks tell how much smaller the other looks.</summary>
    public static (double? Left, double? Right) InPicture(TrackSet tracks)
    {
        var (left, right) = (Leg(tracks, BodySide.Left), Leg(tracks, BodySide.Right));
        var (leftShank, rightShank) = (Shank(tracks, BodySide.Left), Shank(tracks, BodySide.Right));
        var (leftHip, rightHip) = (tracks.Find(BodySide.Left, Landmark.Hip) is not null, tracks.Find(BodySide.Right, Landmark.Hip) is not null);
        return leftShank is { } l && rightShank is { } r && leftHip != rightHip
            ? leftHip ? (left, left * r / l) : (right * l / r, right)
            : (left ?? right, right ?? left);
    }

    private static double? Shank(TrackSet tracks, BodySide side) =>
        tracks.Find(side, Landmark.Knee) is { } knee && tracks.Find(side, Landmark.Ankle) is { } ankle ? LegSwings.Length(knee, ankle) : null;

    private static double? Straight(MarkerTrack? hip, MarkerTrack? ankle)
    {
        if (hip is null || ankle is null)
        {
            return null;
        }

        var distances = hip.Samples.Zip(ankle.Samples, (h, a) => h is { } x && a is { } y ? x.Position.DistanceTo(y.Position) : (double?)null).OfType<double>().ToArray();
        return distances.Length == 0 ? null : distances.Quantile(StraightQuantile);
    }
}
