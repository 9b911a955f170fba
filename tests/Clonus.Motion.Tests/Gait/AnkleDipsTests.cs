using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A dip of the ankle is a fall that comes back soon, and in swing none that the foot's own way to the floor makes up for several times.</summary>
public class AnkleDipsTests
{
    // Stance from 1 to 2 s, swing to 2.5 s.
    private static readonly Stride Own = new(BodySide.Right, 1, 2, 2.5, null);
    private static readonly WalkBout Bout = Bouts.Of(Bouts.Times(3), GaitView.Sagittal);

    private static double?[] Course(Func<double, double> of) => [.. Bout.TimesSeconds.Select(t => (double?)of(t))];

    // Down and up again around a time, as deep as this.
    private static double Dip(double t, double at, double degrees, double seconds = 0.15) =>
        Math.Abs(t - at) < seconds / 2 ? -degrees * Math.Pow(Math.Cos(Math.PI * (t - at) / seconds), 2) : 0;

    private static int InSwing(Func<double, double> of) => AnkleDips.InSwing(Bout, Own, Course(of), Bouts.Policy);

    [Theory]
    [InlineData(4.2, 2)]
    [InlineData(3.8, 0)]
    public void Stance_counts_what_falls_by_four_degrees_and_comes_back(double degrees, int dips) =>
        Assert.Equal(dips, AnkleDips.InStance(Bout, Own, Course(t => (5 * t) + Dip(t, 1.4, degrees + 0.5) + Dip(t, 1.6, degrees + 0.5)), Bouts.Settings, Bouts.Policy));

    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(1.0, 0)]
    public void What_comes_back_slowly_is_the_way_of_the_stance(double seconds, int dips) =>
        Assert.Equal(dips, AnkleDips.InStance(Bout, Own, Course(t => Dip(t, 1.55, 10, seconds)), Bouts.Settings, Bouts.Policy));

    [Theory]
    [InlineData(4.7, 1)]
    [InlineData(4.3, 0)]
    public void Swing_counts_what_falls_by_four_and_a_half(double degrees, int dips) => Assert.Equal(dips, InSwing(t => Dip(t, 2.3, degrees)));

    [Fact]
    public void The_push_off_is_none() => Assert.Equal(0, InSwing(t => Dip(t, 2.1, 20)));

    [Theory]
    [InlineData(8, 1)]
    [InlineData(16, 0)]
    public void A_foot_that_hangs_and_is_put_down_under_the_body_does_not_beat(double degrees, int dips)
    {
        // Six degrees down, and up by so much until it stands.
        Assert.Equal(dips, InSwing(t => t < 2.3 ? Dip(t, 2.3, 6) : Math.Min(-6 + (degrees * (t - 2.3) / 0.1), degrees - 6)));
    }

    [Fact]
    public void What_the_ankle_rises_on_after_a_beat_came_back_is_not_the_beats() =>
        Assert.Equal(1, InSwing(t => t < 2.3 ? Dip(t, 2.3, 6) : Math.Min(-6 + (80 * (t - 2.3)), 2) + Math.Max(80 * (t - 2.41), 0)));

    [Fact]
    public void Two_dips_are_each_held_against_their_own_return() => Assert.Equal(2, InSwing(t => Dip(t, 2.3, 8, 0.1) + Dip(t, 2.4, 8, 0.1)));
}
