using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using static Clonus.Motion.Tracks.Landmark;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Present, absent, or not to be told from this recording: what was not seen is never called absent.</summary>
public class PatternFinderTests
{
    // What each pattern is seen in and by: landmarks of its own leg, and of the other one.
    private static readonly Dictionary<PatternName, (GaitView View, Landmark[] Own, Landmark[] Other)> Needs = new()
    {
        [PatternName.StepTo] = (GaitView.Sagittal, [Heel], [Heel]),
        [PatternName.Circumduction] = (GaitView.Frontal, [Ankle], [Ankle]),
        [PatternName.AbductedSwing] = (GaitView.Frontal, [Ankle], [Ankle]),
        [PatternName.KneeHyperextension] = (GaitView.Sagittal, [Hip, Knee, Ankle], []),
        [PatternName.ToeFirstContact] = (GaitView.Sagittal, [Heel, Toe], []),
        [PatternName.ToeFirstWithHyperextension] = (GaitView.Sagittal, [Hip, Knee, Ankle, Heel, Toe], []),
        [PatternName.BackwardLean] = (GaitView.Sagittal, [Shoulder, Hip], []),
        [PatternName.HipHiking] = (GaitView.Frontal, [Hip], [Hip]),
        [PatternName.Vaulting] = (GaitView.Sagittal, [Heel], [Ankle]),
        [PatternName.FootDrop] = (GaitView.Sagittal, [Knee, Ankle, Heel, Toe], []),
        [PatternName.StiffKnee] = (GaitView.Sagittal, [Hip, Knee, Ankle], []),
        [PatternName.Scissoring] = (GaitView.Frontal, [Ankle], [Ankle]),
        [PatternName.ReducedStance] = (GaitView.Sagittal, [], []),
        [PatternName.AsymmetricGait] = (GaitView.Sagittal, [], []),
        [PatternName.ClonusInStance] = (GaitView.Sagittal, [Knee, Ankle, Heel, Toe], []),
        [PatternName.ClonusInSwing] = (GaitView.Sagittal, [Knee, Ankle, Heel, Toe], []),
    };

    public static TheoryData<GaitView, string> ViewsAndMarkers()
    {
        var data = new TheoryData<GaitView, string>();
        foreach (var view in Enum.GetValues<GaitView>())
        {
            data.Add(view, "none");
            foreach (var name in PatternStrides.AllMarkers.OrderBy(m => m.ToString(), StringComparer.Ordinal))
                data.Add(view, name.ToString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ViewsAndMarkers))]
    public void What_needs_another_view_or_a_marker_that_is_missing_is_never_called_absent(GaitView view, string without)
    {
        MarkerName? gone = MarkerName.TryParse(without, out var name) ? name : null;

        // The strides have all numbers: what stands against an answer is what was not marked or not shown.
        var patterns = PatternStrides.Find(PatternStrides.Walk(s => s), view, gone is { } g ? PatternStrides.AllMarkers.Remove(g) : null);

        Assert.Equal(30, patterns.Length);
        foreach (var finding in patterns)
        {
            var (shows, own, other) = Needs[finding.Name];
            var isMissing = gone is { } m && (finding.Side == m.Side ? own.Contains(m.Landmark) : finding.Side is not null && other.Contains(m.Landmark));
            var expected = (view != GaitView.Spatial && view != shows) || isMissing ? PatternVerdict.NotAssessable : PatternVerdict.Absent;
            Assert.Equal((finding.Name, finding.Side, expected), (finding.Name, finding.Side, finding.Verdict));
            Assert.Equal(expected == PatternVerdict.NotAssessable, finding.Reason is not null);
            Assert.Equal(expected == PatternVerdict.NotAssessable, finding.Confidence is null);
            Assert.Equal(expected == PatternVerdict.NotAssessable, finding.Criteria.IsEmpty);
        }
    }

    [Fact]
    public void A_trunk_needs_shoulder_and_hip_of_one_side()
    {
        PatternVerdict Lean(params MarkerName[] marked) => PatternStrides.Find(PatternStrides.Walk(s => s), marked: [.. marked]).Of(PatternName.BackwardLean, BodySide.Right).Verdict;

        Assert.Equal(PatternVerdict.Absent, Lean(new(BodySide.Left, Shoulder), new(BodySide.Left, Hip)));
        Assert.Equal(PatternVerdict.NotAssessable, Lean(new(BodySide.Left, Shoulder), new(BodySide.Right, Hip)));
    }

    [Fact]
    public void Two_strides_are_too_few_for_a_word_and_three_are_not()
    {
        PatternFinding Of(int count) => PatternStrides.Find(PatternStrides.Walk(s => s with { KneeStanceDegrees = -9 }, count: count)).Of(PatternName.KneeHyperextension, BodySide.Right);

        Assert.Equal((PatternVerdict.NotAssessable, 2, 2), (Of(2).Verdict, Of(2).StridesShowing, Of(2).StridesAssessed));
        Assert.Contains("needs 3 whole strides of the right leg, 2 seen", Of(2).Reason, StringComparison.Ordinal);
        Assert.Equal((PatternVerdict.Present, 3, 3), (Of(3).Verdict, Of(3).StridesShowing, Of(3).StridesAssessed));
    }

    [Theory]
    [InlineData(1, 5, PatternVerdict.Absent)]
    [InlineData(2, 5, PatternVerdict.Absent)]
    [InlineData(3, 5, PatternVerdict.Present)]
    [InlineData(5, 5, PatternVerdict.Present)]
    public void The_median_decides_and_how_many_strides_show_it_is_told(int showing, int strides, PatternVerdict verdict)
    {
        var i = 0;

        var finding = PatternStrides.Find(PatternStrides.Walk(s => s with { KneeSwingDegrees = i++ < showing ? 30 : 55 }, count: strides)).Of(PatternName.StiffKnee, BodySide.Right);

        Assert.Equal((verdict, showing, strides), (finding.Verdict, finding.StridesShowing, finding.StridesAssessed));
        Assert.Null(finding.Reason);
    }

    [Fact]
    public void Strides_in_which_a_measure_is_unknown_are_not_assessed()
    {
        var i = 0;
        PatternFinding With(int known) => PatternStrides.Find(PatternStrides.Walk(s => s with { KneeSwingDegrees = i++ % 5 < known ? 30 : null })).Of(PatternName.StiffKnee, BodySide.Right);

        Assert.Equal((PatternVerdict.Present, 3, 3), (With(3).Verdict, With(3).StridesShowing, With(3).StridesAssessed));
        Assert.Equal((PatternVerdict.NotAssessable, 2), (With(2).Verdict, With(2).StridesAssessed));
        Assert.Contains("2 of 5", With(2).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Clonus_in_one_stance_is_enough_and_its_absence_needs_three()
    {
        PatternFinding With(int count, int beats)
        {
            var i = 0;
            return PatternStrides.Find(PatternStrides.Walk(s => s with { BeatsInStance = i++ == 0 ? beats : 0 }, count: count)).Of(PatternName.ClonusInStance, BodySide.Right);
        }

        Assert.Equal((PatternVerdict.Present, 1, 6), (With(6, 3).Verdict, With(6, 3).StridesShowing, With(6, 3).StridesAssessed));
        Assert.Equal(PatternVerdict.Present, With(1, 3).Verdict);
        Assert.Equal(PatternVerdict.NotAssessable, With(2, 0).Verdict);
        Assert.Equal(PatternVerdict.Absent, With(3, 0).Verdict);
    }

    [Fact]
    public void Where_clonus_could_not_be_assessed_it_is_not_called_absent() =>
        Assert.Equal(PatternVerdict.NotAssessable, PatternStrides.Find(PatternStrides.Walk(s => s with { BeatsInStance = null })).Of(PatternName.ClonusInStance, BodySide.Right).Verdict);

    [Theory]
    [InlineData(PatternName.ReducedStance)]
    [InlineData(PatternName.AsymmetricGait)]
    public void Legs_are_held_against_each_other_only_when_both_were_seen_for_three_strides(PatternName name)
    {
        var strides = PatternStrides.Walk(s => s with { StartSeconds = -0.5 }).ToArray();
        ImmutableArray<Stride> Left(int count) => [.. strides.Where(s => s.Side == BodySide.Right), .. strides.Where(s => s.Side == BodySide.Left).Take(count)];

        Assert.Equal(PatternVerdict.Present, PatternStrides.Find(Left(3)).Of(name, BodySide.Right).Verdict);
        Assert.Equal(PatternVerdict.NotAssessable, PatternStrides.Find(Left(2)).Of(name, BodySide.Right).Verdict);
        Assert.Equal(PatternVerdict.NotAssessable, PatternStrides.Find(Left(0)).Of(name, BodySide.Right).Verdict);
    }

    [Theory]
    [InlineData(GaitView.Sagittal)]
    [InlineData(GaitView.Spatial)]
    public void At_its_limit_a_verdict_is_a_toss_and_far_from_it_sure(GaitView view)
    {
        double Confidence(double knee) => PatternStrides.Find(PatternStrides.Walk(s => s with { KneeStanceDegrees = knee }), view).Of(PatternName.KneeHyperextension, BodySide.Right).Confidence!.Value;

        Assert.Equal(0.5, Confidence(-5), 1e-6);
        Assert.Equal(0.5, Confidence(-5 + 1e-6), 1e-3);
        Assert.InRange(Confidence(-20), 0.999, 1);
        Assert.InRange(Confidence(10), 0.999, 1);
    }

    [Fact]
    public void A_picture_is_less_sure_of_an_angle_than_a_room_by_its_error()
    {
        double Confidence(GaitView view) => PatternStrides.Find(PatternStrides.Walk(s => s with { KneeStanceDegrees = -9 }), view).Of(PatternName.KneeHyperextension, BodySide.Right).Confidence!.Value;

        // 4 degrees beyond the limit: one error of a picture, two of a room, on the normal curve.
        Assert.Equal(0.8413, Confidence(GaitView.Sagittal), 1e-4);
        Assert.Equal(0.9772, Confidence(GaitView.Spatial), 1e-4);
    }

    [Fact]
    public void Strides_that_differ_make_a_verdict_less_sure()
    {
        var i = 0;
        double Confidence(double spread) => PatternStrides.Find(PatternStrides.Walk(s => s with { KneeSwingDegrees = 36 + (spread * ((i++ % 5) - 2)) })).Of(PatternName.StiffKnee, BodySide.Right).Confidence!.Value;

        Assert.True(Confidence(4) < Confidence(0) - 0.05);
    }

    [Fact]
    public void Without_a_view_nothing_stands_against_a_pattern_but_its_strides() =>
        Assert.All(PatternStrides.Find([], view: null), p => Assert.Equal((PatternVerdict.NotAssessable, true), (p.Verdict, p.Reason is not null)));
}
