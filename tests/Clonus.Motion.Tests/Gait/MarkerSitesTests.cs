using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Markers on the outer side of a leg tell its middle, and trochanters the pelvis between the hips' centres.</summary>
public class MarkerSitesTests
{
    private const double Centres = 0.106;

    /// <param name="out">How far out of the hips' centres the hips' markers are.</param>
    private static WalkBout Body(double @out, double rise = 0, double ankle = 0.1, double foot = 0.1, double toeOutDegrees = 0, GaitView view = GaitView.Spatial)
    {
        SpacePoint Hip(int sign) => new(0, 1 + (sign > 0 ? rise : 0), sign * (Centres + @out));
        SpacePoint Foot(int sign, double along, double outward) =>
            new(along * Math.Cos(double.DegreesToRadians(toeOutDegrees)), 0.05, sign * (outward + (along * Math.Sin(double.DegreesToRadians(toeOutDegrees)))));
        return Bouts.Of(
            [0, 0.1], view,
            [.. new[] { (BodySide.Left, -1), (BodySide.Right, 1) }.SelectMany(leg => new (BodySide, Landmark, Func<double, SpacePoint?>)[]
            {
                (leg.Item1, Landmark.Hip, _ => Hip(leg.Item2)), (leg.Item1, Landmark.Ankle, _ => Foot(leg.Item2, 0, ankle)),
                (leg.Item1, Landmark.Heel, _ => Foot(leg.Item2, -0.06, foot)), (leg.Item1, Landmark.Toe, _ => Foot(leg.Item2, 0.14, foot)),
            })]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-9)]
    public void The_thighs_hang_down_from_a_tilted_pelvis_and_carry_their_trochanters_with_them(double degrees)
    {
        var rise = 2 * Centres * Math.Sin(double.DegreesToRadians(degrees));

        Assert.Equal(degrees, SegmentAngles.PelvisRightUp(Body(0.09, rise))[0]!.Value, 0.05);
    }

    [Fact]
    public void Markers_on_the_pelvis_itself_tilt_with_it()
    {
        // The front spines, 0.28 of a leg apart.
        Assert.Null(MarkerSites.TiltBaseLegs(Body(0.034)));
        Assert.Equal(6, SegmentAngles.PelvisRightUp(Body(0.034, 0.28 * Math.Tan(double.DegreesToRadians(6))))[0]!.Value, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void An_ankle_beside_the_line_from_heel_to_toe_is_on_the_malleolus(double toeOutDegrees) =>
        Assert.Equal(0.045 * Math.Cos(double.DegreesToRadians(toeOutDegrees)), MarkerSites.AnkleOutLegs(Body(0.02, ankle: 0.145, toeOutDegrees: toeOutDegrees), BodySide.Left), 1e-9);

    [Fact]
    public void Where_all_markers_are_on_the_outer_side_an_ankle_is_half_its_breadth_out() =>
        Assert.Equal(0.0407, MarkerSites.AnkleOutLegs(Body(0.09), BodySide.Right), 1e-4);

    [Theory]
    [InlineData(GaitView.Spatial)]
    [InlineData(GaitView.Frontal)]
    public void Markers_over_the_joints_middles_stay_where_they_are(GaitView view) => Assert.Equal(0, MarkerSites.AnkleOutLegs(Body(0, view: view), BodySide.Right));
}
