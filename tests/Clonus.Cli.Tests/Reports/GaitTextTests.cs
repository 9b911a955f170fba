using Clonus.Cli.Reports;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Reports;

public sealed class GaitTextTests
{
    [Fact]
    public void A_walk_is_told_from_its_answer_to_what_it_rests_on()
    {
        Assert.StartsWith(
            """
            leg  6.0 s, 60 frames/s, 640 x 480

              Walking: sagittal view, to the right, with an AFO, 102 steps a minute, 2 strides left, 1 right
                Affected    left leg, told from the walk
                Seen        left knee hyperextension in 2 of 2 strides: knee stance -7.1° (at most -5; common
                            operational definition); not met: knee definite -7.1° (at most -10); 97 % sure
                            clonus-compatible beats in left stance in 1 of 2 strides: beats 2 (at least 1); two
                            beats of a train that began in swing
                Not seen    right knee hyperextension, left stiff knee (80 % sure), right stiff knee (80 %
                            sure), asymmetric gait (70 % sure)
                Not judged  needs a frontal view: circumduction, hip hiking
                            needs 3 strides, and 1 was seen: foot drop
                Speed       0.93 leg lengths a second
                Stance      58 % left, 66 % right (share of the stride); both feet down 24 %
                Step length left 0.81 of right
                Symmetry    stance time 1.14, swing time 1.25, step length 1.24 (the larger side by the smaller)
                Timing      2 contacts and 1 foot-off, standard error 12 ms; 1 timed otherwise by a second
                            method
                Left out    1 stride: the toe was not seen for 0.3 s

              Left ankle: no clonus-compatible beats

            """.ReplaceLineEndings("\n"),
            Text(Walks.Walk, "device: afo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GaitView.Frontal, GaitDirection.Towards, "frontal view, towards the camera, 102 steps")]
    [InlineData(GaitView.Spatial, GaitDirection.Both, "both planes, to and fro, 102 steps")]
    [InlineData(GaitView.Sagittal, null, "sagittal view, 102 steps")]
    public void It_is_said_from_where_and_where_to(GaitView view, GaitDirection? direction, string words) =>
        Assert.Contains($"Walking: {words}", Text(Walks.Walk with { View = view, Direction = direction }), StringComparison.Ordinal);

    [Fact]
    public void On_a_treadmill_nobody_goes_anywhere() =>
        Assert.Contains("sagittal view, on a treadmill, with a walker, 102", Text(Walks.Walk with { Treadmill = true }, "device: walker"), StringComparison.Ordinal);

    [Fact]
    public void Real_lengths_are_told_where_there_are_some() =>
        Assert.Contains("Speed       0.83 m/s\n", Text(Walks.Walk with { SpeedMillimetresPerSecond = 834 }), StringComparison.Ordinal);

    [Fact]
    public void The_affected_leg_is_given_told_or_asked_for()
    {
        Assert.Contains("Affected    right leg, as given\n", Text(Walks.Walk with { Affected = new AffectedSide(BodySide.Right, Inferred: false) }), StringComparison.Ordinal);
        Assert.Contains("Affected    not known; --affected names the leg\n", Text(Walks.Walk with { Affected = new AffectedSide(null, Inferred: false) }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_measured_has_no_line()
    {
        var text = Text(Walks.Walk with
        {
            CadencePerMinute = null, SpeedLegsPerSecond = null, StanceRatioLeft = null, DoubleSupportRatio = null, StepLengthRatio = null, Symmetry = new GaitSymmetry(null, null, null, null, "x"),
            Patterns = [], Events = [], Strides = [],
        });

        Assert.Contains("to the right, 2 strides left, 1 right\n    Affected    left leg, told from the walk\n    Stance      66 % right (share of the stride)\n\n  Left ankle: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_without_a_walk_has_one_line_where_a_walk_was_asked_for_and_else_none()
    {
        Assert.Contains("\n  Walking: not seen: the feet stay where they are\n\n  Left ankle: ", Text(Walks.Standing, "affected: left"), StringComparison.Ordinal);
        Assert.Contains("\n  Walking: cannot be assessed: an ankle, or heel and toe, are needed of each foot\n\n  Left ankle: ", Text(Walks.Unseen, "view: frontal"), StringComparison.Ordinal);
        Assert.All([Walks.Standing, Walks.Unseen], gait => Assert.Equal(Text(null), Text(gait)));
    }

    [Fact]
    public void Steps_that_make_no_walk_are_told_with_the_reason()
    {
        var result = Walks.Result(Walks.Unseen);
        var steps = IssueResult.From(RecordingChecks.Steps([new TimeRange(1, 2)], 1)!);

        Assert.Contains("\n  Walking: cannot be assessed: an ankle, ", Written(result with { Issues = [steps] }, TextStyle.Plain), StringComparison.Ordinal);
        Assert.DoesNotContain("Walking", Written(result, TextStyle.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_far_hip_is_no_forgotten_sticker()
    {
        PatternFinding knee = Walks.Walk.Patterns[0] with { Side = BodySide.Right, Verdict = PatternVerdict.NotAssessable, Reason = "needs the marker right.hip" };
        var result = Walks.Result(Walks.Walk with { Patterns = [knee] });
        var hip = result.Markers[0] with { Name = new MarkerName(BodySide.Left, Landmark.Hip) };

        Assert.Contains("Not judged  needs the marker right.hip: ", Written(result, TextStyle.Plain), StringComparison.Ordinal);
        Assert.Contains("Not judged  the far leg's hip is not seen from the side: ", Written(result with { Markers = [hip] }, TextStyle.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_a_walk_it_is_said_that_beats_could_not_be_assessed()
    {
        var result = Walks.Result(Walks.Walk);
        var side = result.Sides.Left!;
        var unknown = result with { Sides = result.Sides with { Left = side with { Clonus = side.Clonus with { Status = ClonusStatus.NotAssessable } } } };

        Assert.Contains("\n  Left ankle: beats cannot be assessed\n", Written(unknown, TextStyle.Plain), StringComparison.Ordinal);
        Assert.Contains("\n  Left ankle: cannot be assessed\n", Written(unknown with { Gait = null }, TextStyle.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Published_sources_are_named_and_our_own_choice_is_not()
    {
        var pattern = Walks.Walk.Patterns[0] with { Criteria = [Criterion.AtMost("foot", -11, -2, "deg", "Mo 2023; this implementation's choice")] };

        Assert.Contains("(at most -2; Mo 2023); ", Text(Walks.Walk with { Patterns = [pattern] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wider_than_the_screen_and_colours_are_added_and_nothing_else()
    {
        var coloured = Written(Walks.Result(Walks.Walk), new TextStyle(Colours: true));

        Assert.All(Text(Walks.Walk).Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal(Text(Walks.Walk), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    private static string Text(GaitFindings? gait, params string[] settings) => Written(Walks.Result(gait, settings), TextStyle.Plain);

    private static string Written(ResultDocument result, TextStyle style)
    {
        using var text = new StringWriter();
        TextSummary.Write(text, style, result, "leg.clonus");
        return text.ToString();
    }
}
