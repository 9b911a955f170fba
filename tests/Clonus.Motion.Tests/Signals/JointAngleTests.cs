using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Signals;

public class JointAngleTests
{
    [Theory]
    [InlineData(1, 0, 0, 1, 90)]
    [InlineData(0, 1, 1, 0, -90)]
    [InlineData(1, 0, -1, 0, 180)]
    [InlineData(1, 1, 1, 1, 0)]
    [InlineData(0, -1, 1, 0, 90)]
    public void A_turn_is_positive_clockwise_on_the_screen(double ax, double ay, double bx, double by, double degrees) =>
        Assert.Equal(degrees, JointAngle.Turn(new ImagePoint(ax, ay), new ImagePoint(bx, by)), 1e-9);

    [Fact]
    public void Jumps_of_a_full_turn_are_taken_out_across_a_hole()
    {
        var angles = JointAngle.Unwrap([170, 178, null, -175, -160, 178]);

        Assert.Equal([170.0, 178, null, 185, 200, 178], angles);
    }
}
