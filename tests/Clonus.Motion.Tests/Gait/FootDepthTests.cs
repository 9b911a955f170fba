using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A standing foot is as far away as the body when that passes over it.</summary>
public class FootDepthTests
{
    private static double[] Passing(params FootSwing[] swings) =>
        FootDepth.Passing(Bouts.Of(Bouts.Times(4, 10), GaitView.Frontal, Bouts.Level(BodySide.Left, _ => 0)), Bouts.Steps(BodySide.Left, swings));

    [Fact]
    public void It_stays_while_the_foot_stands_and_goes_on_to_the_next_place_from_rest_to_rest()
    {
        var passing = Passing(Bouts.Swing(0.5, 1), Bouts.Swing(2, 3));

        // From 1 to 2 s the foot stands; half way through the swing from 2 to 3 s it is half way to where it stands until the end, a stance of usual length.
        Assert.All(passing[10..21], p => Assert.Equal(1.5, p, 1e-9));
        Assert.Equal((1.5 + 3.5) / 2, passing[25], 1e-9);
        Assert.InRange(passing[22] - passing[20], 0.01, 0.25);
        Assert.All(passing[31..], p => Assert.Equal(3.5, p, 1e-9));
        Assert.Equal(0, passing[0], 1e-9);
    }

    [Fact]
    public void Without_a_whole_stance_the_foot_goes_with_the_body()
    {
        Assert.Equal(Bouts.Times(4, 10), Passing(Bouts.Swing(1, 2)));
        Assert.Equal(Bouts.Times(4, 10), Passing());
    }
}
