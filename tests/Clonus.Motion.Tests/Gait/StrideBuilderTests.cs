using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>A stride goes from a foot's contact to its next; what is no stride of steady walking is kept and says why it does not count.</summary>
public class StrideBuilderTests
{
    private static WalkedBout Walked(double fromSeconds, double toSeconds, Func<double, double> ahead, params FootSwing[] swings)
    {
        var times = Bouts.Times(toSeconds - fromSeconds).Select(t => t + fromSeconds).ToImmutableArray();
        return Bouts.Walked(Bouts.Of(times, GaitView.Sagittal, Bouts.Level(BodySide.Left, ahead)), Bouts.Steps(BodySide.Left, swings));
    }

    private static ImmutableArray<Stride> Build(params WalkedBout[] bouts) => StrideBuilder.Build([.. bouts], BodySide.Left, Bouts.Settings);

    [Fact]
    public void From_contact_to_contact_the_foot_has_gone_a_stride()
    {
        var strides = Build(Walked(0, 6, t => 1.1 * t, Bouts.Swing(0.4, 0.8), Bouts.Swing(1.5, 2), Bouts.Swing(2.7, 3.2)));

        Assert.Equal([(0.8, 1.5, 2.0), (2.0, 2.7, 3.2)], strides.Select(s => (s.StartSeconds, s.FootOffSeconds, s.EndSeconds)));
        Assert.All(strides, s => Assert.Equal(1.1 * 1.2, s.StrideLengthLegs!.Value, 1e-9));
        Assert.All(strides, s => Assert.Null(s.Rejected));
        Assert.Equal((0.7, 0.5, 0.7 / 1.2), (strides[0].StanceSeconds, strides[0].SwingSeconds, strides[0].StanceRatio), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-9);
    }

    [Fact]
    public void What_the_belt_took_back_is_added()
    {
        var walked = Walked(0, 4, _ => 0, Bouts.Swing(0.4, 0.8), Bouts.Swing(1.5, 2)) with { Floor = new SpacePoint(-0.9, 0, 0) };

        Assert.Equal(0.9 * 1.2, Build(walked).Single().StrideLengthLegs!.Value, 1e-9);
    }

    [Fact]
    public void Without_a_contact_or_a_foot_off_there_is_no_stride() =>
        Assert.Empty(Build(Walked(0, 6, t => t, Bouts.Swing(0.4, null), Bouts.Swing(1.5, 2), Bouts.Swing(null, 3.2), Bouts.Swing(4, null))));

    [Fact]
    public void A_stride_in_which_the_person_turns_does_not_count()
    {
        var strides = Build(
            Walked(0, 4, t => t, Bouts.Swing(0.4, 0.8), Bouts.Swing(1.5, 2), Bouts.Swing(2.7, 3.2)),
            Walked(4, 8, t => t, Bouts.Swing(4.1, 4.6), Bouts.Swing(5.3, 5.8)));

        Assert.Equal([null, null, StrideBuilder.Turn, null], strides.OrderBy(s => s.StartSeconds).Select(s => s.Rejected));
        Assert.Equal((3.2, 4.6), strides.Where(s => s.Rejected == StrideBuilder.Turn).Select(s => (s.StartSeconds, s.EndSeconds)).Single());
        Assert.Contains("turn", StrideBuilder.Turn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stance_of_more_than_twice_the_usual_is_standing()
    {
        // Stances of 0.7 s, but one of 1.5 s: the foot goes as far as in the others.
        var foot = new ScriptedFoot().Swing(0.3, 1.2).Swing(1.5, 1.2).Swing(2.7, 1.2).Swing(4.7, 1.2).Swing(5.9, 1.2);
        var swings = Enumerable.Range(0, 5).Select(k => Bouts.Swing(foot.FootOff(k), foot.Contact(k))).ToArray();

        var strides = Build(Walked(0, 7, foot.At, swings));

        Assert.Equal([null, null, StrideBuilder.Standing, null], strides.Select(s => s.Rejected));
    }

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.74, false)]
    public void A_stride_that_goes_less_than_six_tenths_as_far_as_the_others_is_a_start_or_a_stop(double legs, bool rejected)
    {
        var foot = new ScriptedFoot().Swing(0.3, legs).Swing(1.5, 1.2).Swing(2.7, 1.2).Swing(3.9, 1.2).Swing(5.1, legs);
        var swings = Enumerable.Range(0, 5).Select(k => Bouts.Swing(foot.FootOff(k), foot.Contact(k))).ToArray();

        Assert.Equal([null, null, null, rejected ? StrideBuilder.TooShort : null], Build(Walked(0, 7, foot.At, swings)).Select(s => s.Rejected));
    }

    [Fact]
    public void A_rejected_stride_is_in_no_mean()
    {
        var stride = new Stride(BodySide.Left, 0, 0.7, 1.2, null);

        Assert.Equal([stride], WalkFacts.Of([stride, stride with { Rejected = StrideBuilder.Turn }]).Left.AsEnumerable());
    }
}
