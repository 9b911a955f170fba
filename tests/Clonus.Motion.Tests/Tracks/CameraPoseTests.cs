using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Tracks;

public class CameraPoseTests
{
    [Fact]
    public void A_quarter_turn_clockwise_takes_right_to_down_and_then_shifts()
    {
        var seen = new CameraPose(10, 20, Math.PI / 2, 2).Apply(new ImagePoint(3, 0));
        Assert.Equal(10, seen.X, 12);
        Assert.Equal(26, seen.Y, 12);
    }

    [Fact]
    public void Undo_takes_back_what_apply_did()
    {
        var pose = new CameraPose(-31.4, 12.5, 0.3, 1.07);
        var back = pose.Undo(pose.Apply(new ImagePoint(640.25, 17.5)));
        Assert.Equal(640.25, back.X, 9);
        Assert.Equal(17.5, back.Y, 9);
        Assert.Equal(new ImagePoint(5, 6), CameraPose.Still.Apply(new ImagePoint(5, 6)));
    }
}
