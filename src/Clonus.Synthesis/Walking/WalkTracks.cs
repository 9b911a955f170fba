using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>The tracks of a walk's markers with a known random error, without drawing it: as a tracker sees them in the picture, or as motion capture in the room.</summary>
public static class WalkTracks
{
    /// <summary>What motion capture marks on each leg, on its outer side.</summary>
    public static readonly ImmutableArray<Landmark> LateralLandmarks = [Landmark.Shoulder, Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];

    // A tracker that loses a marker finds it again after one to so many frames.
    private const int LongestLoss = 4;

    /// <summary>Marker centres in pixels, null where the truth has them hidden.</summary>
    /// <param name="noisePixels">Standard deviation of each coordinate, independent from frame to frame.</param>
    /// <param name="lostShare">Share of the frames, 0 to 1, in which a marker is not found although it is seen; each marker on its own, one to four frames at a time.</param>
    public static TrackSet InPicture(WalkTruth truth, double noisePixels, long seed, double lostShare = 0)
    {
        var tracks = ScriptedTracks.Of(truth, noisePixels, seed);
        return new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Select(track => Thinned(track, lostShare, seed))], tracks.FirstFrameIndex, [.. truth.Camera.Select(pose => (CameraPose?)pose)]);
    }

    /// <summary>Markers on the outer side of both legs and shoulders in millimetres of a room, at the clip's frame times; nothing hides them.</summary>
    /// <param name="noiseMillimetres">Standard deviation of each coordinate, independent from frame to frame.</param>
    /// <param name="lostShare">As <see cref="InPicture"/>.</param>
    public static TrackSet InRoom(WalkScript script, LabAxes axes, double noiseMillimetres, long seed, double lostShare = 0)
    {
        var times = script.Clock.TimesSeconds;
        WalkPose[] poses = [.. times.Select(script.PoseAt)];
        var tracks = new[] { BodySide.Left, BodySide.Right }.SelectMany(side => LateralLandmarks.Select(landmark => new MarkerName(side, landmark)))
            .Select(name => Track(name, poses, script.Body, axes, noiseMillimetres, new SeededRandom(seed, "room " + name)));
        return new TrackSet(times, [.. tracks.Select(track => Thinned(track, lostShare, seed))]) { IsSpatial = true };
    }

    private static MarkerTrack Track(MarkerName name, WalkPose[] poses, WalkerBody body, LabAxes axes, double noise, SeededRandom random)
    {
        MarkerSample? Sample(WalkPose pose) => new MarkerSample(
            axes.Of(StickerPlace.Lateral(name.Side, name.Landmark, pose, body).Centre)
                + new SpacePoint(noise * random.NextNormal(), noise * random.NextNormal(), noise * random.NextNormal()),
            1);
        return new MarkerTrack(name, name.ToString(), [.. poses.Select(Sample)]);
    }

    private static MarkerTrack Thinned(MarkerTrack track, double lostShare, long seed)
    {
        if (lostShare <= 0)
        {
            return track;
        }

        var (random, left) = (new SeededRandom(seed, "lost " + track.Name), 0);
        var start = lostShare / ((1 - Math.Min(lostShare, 0.99)) * (1 + LongestLoss) / 2);
        MarkerSample? Kept(MarkerSample? sample)
        {
            left = left > 0 ? left - 1 : random.NextUnit() < start ? (int)(random.NextUnit() * LongestLoss) + 1 : 0;
            return left > 0 ? null : sample;
        }

        return track with { Samples = [.. track.Samples.Select(Kept)] };
    }
}
