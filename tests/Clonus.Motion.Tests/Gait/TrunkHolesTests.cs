using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>An arm swings past the hip: for a moment the places around tell where it is, and no longer.</summary>
public class TrunkHolesTests
{
    private static readonly MarkerName Hip = new(BodySide.Right, Landmark.Hip);

    // From far away, and through the body: nothing is hidden but what is hidden here.
    private static TrackSet Walk(double metresPerSecond)
    {
        var room = SimulatedWalks.InRoom(SimulatedWalks.Script(metresPerSecond, fps: 60), noiseMillimetres: 0.7);
        return new TrackSet(room.FrameTimesSeconds, SimulatedWalks.Map(room, p => new ImagePoint(p.X / 3, -p.Z / 3)).Markers);
    }

    private static TrackSet Hidden(TrackSet tracks, MarkerName name, double start, double seconds) => new(
        tracks.FrameTimesSeconds,
        [.. tracks.Markers.Select(m => m.Name == name ? m with { Samples = [.. m.Samples.Select((s, i) => tracks.FrameTimesSeconds[i] > start && tracks.FrameTimesSeconds[i] < start + seconds ? null : s)] } : m)]);

    private static double?[] Knee(TrackSet tracks) => SegmentAngles.Knee(SideWalk.Bouts(tracks, tracks, Bouts.Settings).Single(), BodySide.Right);

    [Theory]
    [InlineData(0.4, 0.36, 1.5)]
    [InlineData(0.8, 0.36, 2)]
    [InlineData(1.3, 0.3, 3)]
    public void The_knee_behind_an_arm_is_told_to_a_few_degrees(double metresPerSecond, double seconds, double degrees)
    {
        var tracks = Walk(metresPerSecond);
        var whole = Knee(tracks);
        for (var start = 1.0; start < 6; start += 0.37)
        {
            var told = Knee(Hidden(tracks, Hip, start, seconds));
            Assert.Equal(whole.Count(k => k is not null), told.Count(k => k is not null));
            Assert.All(whole.Zip(told).Where(k => k.First is not null), k => Assert.Equal(k.First!.Value, k.Second!.Value, degrees));
        }
    }

    [Fact]
    public void A_longer_hole_and_one_at_the_end_stay_holes_and_so_does_a_knee()
    {
        var tracks = Walk(0.8);
        var seen = Knee(tracks).Count(k => k is not null);

        Assert.InRange(seen - Knee(Hidden(tracks, Hip, 2, 0.45)).Count(k => k is not null), 25, 28);
        Assert.InRange(seen - Knee(Hidden(tracks, Hip, 7.8, 1)).Count(k => k is not null), 10, 13);
        Assert.InRange(seen - Knee(Hidden(tracks, new MarkerName(BodySide.Right, Landmark.Knee), 2, 0.1)).Count(k => k is not null), 5, 7);
    }
}
