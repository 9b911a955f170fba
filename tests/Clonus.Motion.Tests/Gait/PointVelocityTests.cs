using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A point's speed is the slope of its way, whatever the frames are like; where the way is not known there is none.</summary>
public class PointVelocityTests
{
    private static readonly SpacePoint Speed = new(2, -0.5, 0.25);

    private static ImmutableArray<SpacePoint?> Of(ImmutableArray<double> times, Func<double, SpacePoint?> place) => PointVelocity.Of(times, Bouts.Places(times, place), Bouts.Settings);

    [Theory]
    [InlineData(240)]
    [InlineData(120)]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(25)]
    public void An_even_way_has_its_speed_at_every_frame_rate(double fps)
    {
        var velocities = Of(Bouts.Times(1, fps), t => Speed * t);

        Assert.All(velocities[1..^1], v => Assert.Equal(0, (v!.Value - Speed).Length, 1e-9));
    }

    [Fact]
    public void Uneven_times_do_not_change_an_even_speed()
    {
        var random = new Random(2);
        var times = Bouts.Times(2, 60).Select(t => t + (0.006 * random.NextDouble())).ToImmutableArray();

        Assert.All(Of(times, t => Speed * t)[1..^1], v => Assert.Equal(0, (v!.Value - Speed).Length, 1e-9));
    }

    [Fact]
    public void A_speed_that_grows_evenly_is_that_of_the_instant()
    {
        var times = Bouts.Times(1);

        var velocities = Of(times, t => new SpacePoint(3 * t * t, 0, 0));

        Assert.All(Enumerable.Range(3, times.Length - 6), i => Assert.Equal(6 * times[i], velocities[i]!.Value.X, 1e-9));
    }

    [Fact]
    public void At_its_ends_a_way_has_no_places_on_both_sides_and_so_no_speed()
    {
        var velocities = Of(Bouts.Times(1), t => Speed * t);

        Assert.Null(velocities[0]);
        Assert.Null(velocities[^1]);
        Assert.NotNull(velocities[1]);
        Assert.NotNull(velocities[^2]);
    }

    [Fact]
    public void Beside_a_short_hole_the_speed_is_told_by_the_places_on_both_sides_of_it()
    {
        // Six frames at 60 a second: 0.117 s from place to place.
        var times = Bouts.Times(2, 60);

        var velocities = Of(times, t => t is > 0.992 and < 1.09 ? null : Speed * t);

        for (var i = 1; i < times.Length - 1; i++)
            Assert.Equal(times[i] is < 0.992 or > 1.09, velocities[i] is not null);
        Assert.All(velocities.OfType<SpacePoint>(), v => Assert.Equal(0, (v - Speed).Length, 1e-9));
    }

    [Fact]
    public void A_frame_without_the_point_has_the_speed_of_those_around_it() =>
        Assert.All(Of(Bouts.Times(1), t => t is > 0.495 and < 0.505 ? null : Speed * t)[1..^1], v => Assert.Equal(0, (v!.Value - Speed).Length, 1e-9));

    [Fact]
    public void Within_a_long_hole_no_speed_is_known_and_around_it_there_is()
    {
        var times = Bouts.Times(2, 60);

        var velocities = Of(times, t => t is > 0.992 and < 1.2 ? null : Speed * t);

        for (var i = 1; i < times.Length - 1; i++)
            Assert.Equal(times[i] is < 0.98 or > 1.21, velocities[i] is not null);
    }

    [Fact]
    public void Two_places_are_too_few()
    {
        Assert.All(Of([0, 0.01], t => Speed * t), v => Assert.Null(v));
        Assert.Empty(Of([], _ => null));
        Assert.All(Of(Bouts.Times(1), _ => null), v => Assert.Null(v));
    }
}
