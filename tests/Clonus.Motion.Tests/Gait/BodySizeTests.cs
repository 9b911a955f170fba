using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A leg is as long as its own markers say, as directly as they can.</summary>
public class BodySizeTests
{
    // Thigh 400, shank 380, foot 180 between its markers; the knee bends to and fro.
    private static TrackSet Leg(params (BodySide Side, Landmark Landmark)[] marked)
    {
        var times = Bouts.Times(2, 60);
        SpacePoint Place(Landmark landmark, double t)
        {
            var bend = double.DegreesToRadians(30 + (30 * Math.Cos(3 * t)));
            var knee = new SpacePoint(0, 400, 0);
            var ankle = knee + new SpacePoint(-380 * Math.Sin(bend), 380 * Math.Cos(bend), 0);
            return landmark switch
            {
                Landmark.Hip => default,
                Landmark.Knee => knee,
                Landmark.Ankle => ankle,
                Landmark.Heel => ankle + new SpacePoint(-60, 50, 0),
                _ => ankle + new SpacePoint(120, 50, 0),
            };
        }

        return new TrackSet(times, [.. marked.Select(m => new MarkerTrack(new MarkerName(m.Side, m.Landmark), "", [.. times.Select(t =>
            (MarkerSample?)new MarkerSample(Place(m.Landmark, t) * (m.Side == BodySide.Left ? 0.8 : 1), 1))]))]);
    }

    private static TrackSet Right(params Landmark[] landmarks) => Leg([.. landmarks.Select(l => (BodySide.Right, l))]);

    [Fact]
    public void Thigh_and_shank_make_a_leg_however_it_bends() =>
        Assert.Equal(780, BodySize.Leg(Right(Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Toe), BodySide.Right)!.Value, 1e-9);

    [Fact]
    public void Without_a_knee_it_is_as_long_as_when_it_was_straight() =>
        Assert.InRange(BodySize.Leg(Right(Landmark.Hip, Landmark.Ankle), BodySide.Right)!.Value, 0.995 * 780, 780);

    [Fact]
    public void A_shank_alone_tells_by_a_bodys_proportions() =>
        Assert.Equal(380 * 0.491 / 0.246, BodySize.Leg(Right(Landmark.Knee, Landmark.Ankle), BodySide.Right)!.Value, 1e-6);

    [Fact]
    public void Without_knee_and_ankle_hip_and_heel_tell_it_better_than_the_foot() =>
        Assert.InRange(BodySize.Leg(Right(Landmark.Hip, Landmark.Heel, Landmark.Toe), BodySide.Right)!.Value, 0.98 * 780, 1.02 * 780);

    [Fact]
    public void A_foot_alone_does_too() =>
        Assert.Equal(180 * 0.491 / (0.6 * 0.152), BodySize.Leg(Right(Landmark.Heel, Landmark.Toe), BodySide.Right)!.Value, 1e-6);

    [Fact]
    public void Points_that_make_no_segment_tell_nothing()
    {
        Assert.Null(BodySize.Leg(Right(Landmark.Ankle, Landmark.Shoulder), BodySide.Right));
        Assert.Null(BodySize.Leg(Right(Landmark.Hip, Landmark.Knee, Landmark.Ankle), BodySide.Left));
    }

    [Fact]
    public void The_far_legs_shank_tells_how_much_smaller_it_looks()
    {
        var (left, right) = BodySize.InPicture(Leg(
            (BodySide.Right, Landmark.Hip), (BodySide.Right, Landmark.Knee), (BodySide.Right, Landmark.Ankle), (BodySide.Left, Landmark.Knee), (BodySide.Left, Landmark.Ankle)));

        Assert.Equal(780, right!.Value, 1e-6);
        Assert.Equal(0.8 * 780, left!.Value, 1e-6);
    }

    [Fact]
    public void A_leg_without_markers_is_taken_as_long_as_the_other()
    {
        var (left, right) = BodySize.InPicture(Right(Landmark.Hip, Landmark.Knee, Landmark.Ankle));

        Assert.Equal(780, right!.Value, 1e-6);
        Assert.Equal(right, left);
    }
}
