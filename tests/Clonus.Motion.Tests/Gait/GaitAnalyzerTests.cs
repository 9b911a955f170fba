using System.Collections.Immutable;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Who walks is told from who does not and from what cannot be told; what there is of markers is made the best of.</summary>
public class GaitAnalyzerTests
{
    private static GaitFindings Analyze(TrackSet tracks) => GaitAnalyzer.Analyze(GaitAnalyzer.FindSteps(tracks, tracks, Bouts.Settings), [], Bouts.Settings, Bouts.Policy);

    private static TrackSet Only(TrackSet tracks, Func<MarkerTrack, MarkerTrack?> of) =>
        new(tracks.FrameTimesSeconds, [.. tracks.Markers.Select(of).OfType<MarkerTrack>()]) { IsSpatial = tracks.IsSpatial };

    [Theory]
    [InlineData(Landmark.Hip)]
    [InlineData(Landmark.Knee)]
    [InlineData(Landmark.Heel)]
    [InlineData(Landmark.Toe)]
    public void A_marker_that_was_never_seen_is_as_good_as_none(Landmark landmark)
    {
        var tracks = new PacedWalker().FromTheSide(BodySide.Right);
        bool IsIt(MarkerTrack m) => m.Name == new MarkerName(BodySide.Right, landmark);

        var (never, none) = (
            Analyze(Only(tracks, m => IsIt(m) ? m with { Samples = [.. m.Samples.Select(_ => (MarkerSample?)null)] } : m)),
            Analyze(Only(tracks, m => IsIt(m) ? null : m)));

        Assert.Equal(GaitStatus.Walking, none.Status);
        Assert.Equal(none.Strides.AsEnumerable(), never.Strides.AsEnumerable());
        Assert.Equal(none.Patterns.Select(p => (p.Verdict, p.Reason)), never.Patterns.Select(p => (p.Verdict, p.Reason)));
    }

    [Fact]
    public void The_far_hip_that_the_near_leg_hides_does_not_change_the_far_legs_size()
    {
        var walker = new PacedWalker();
        var tracks = walker.FromTheSide(BodySide.Right);
        var hidden = new MarkerTrack(new MarkerName(BodySide.Left, Landmark.Hip), "", [.. tracks.FrameTimesSeconds.Select(_ => (MarkerSample?)null)]);

        var bout = GaitAnalyzer.FindSteps(new TrackSet(tracks.FrameTimesSeconds, tracks.Markers.Add(hidden)), new TrackSet(tracks.FrameTimesSeconds, tracks.Markers.Add(hidden)), Bouts.Settings).Bouts.Single().Bout;

        double Shank(BodySide side) => bout.Of(side, Landmark.Knee)!.Value.Zip(bout.Of(side, Landmark.Ankle)!.Value, (k, a) => k!.Value.DistanceTo(a!.Value)).Average();
        Assert.Equal(0.5, Shank(BodySide.Right), 1e-6);
        Assert.Equal(0.5, Shank(BodySide.Left), 1e-6);
    }

    [Fact]
    public void Feet_that_stay_do_not_walk_and_no_pattern_is_judged()
    {
        var tracks = new PacedWalker().InRoom();
        var standing = Only(tracks, m => m with { Samples = [.. m.Samples.Select(_ => m.Samples[0])] });

        var gait = Analyze(standing);

        Assert.Equal(GaitStatus.NotWalking, gait.Status);
        Assert.Empty(gait.Patterns);
        Assert.Empty(gait.Strides);
        Assert.Null(gait.CadencePerMinute);
        Assert.NotNull(gait.Reason);
    }

    [Fact]
    public void A_single_step_is_no_walk()
    {
        var tracks = new PacedWalker().InRoom();
        var cut = new TrackSet([.. tracks.FrameTimesSeconds.Take(110)], [.. tracks.Markers.Select(m => m with { Samples = [.. m.Samples.Take(110)] })]) { IsSpatial = true };

        Assert.Equal(GaitStatus.NotWalking, Analyze(cut).Status);
    }

    [Fact]
    public void Without_feet_nothing_can_be_told_and_it_is_said_what_is_needed()
    {
        var gait = Analyze(Only(new PacedWalker().InRoom(), m => m.Name.Landmark is Landmark.Hip or Landmark.Knee ? m : null));

        Assert.Equal(GaitStatus.NotAssessable, gait.Status);
        Assert.Contains("ankle", gait.Reason, StringComparison.Ordinal);
        Assert.Equal(30, gait.Patterns.Length);
        Assert.All(gait.Patterns, p => Assert.Equal(PatternVerdict.NotAssessable, p.Verdict));
    }

    [Fact]
    public void A_leg_of_unknown_side_is_asked_for_its_side()
    {
        var gait = Analyze(Only(new PacedWalker().InRoom(), m => m.Name.Side == BodySide.Left ? m with { Name = m.Name with { Side = BodySide.Unknown } } : null));

        Assert.Equal(GaitStatus.NotAssessable, gait.Status);
        Assert.Contains("--side", gait.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ankles_alone_do_not_tell_where_to_somebody_walks()
    {
        var gait = Analyze(Only(new PacedWalker().FromTheSide(BodySide.Left), m => m.Name.Landmark == Landmark.Ankle ? m : null));

        Assert.Equal(GaitStatus.NotAssessable, gait.Status);
        Assert.NotNull(gait.Reason);
        Assert.All(gait.Patterns, p => Assert.Equal(gait.Reason, p.Reason));
    }

    [Fact]
    public void An_ankle_that_was_hidden_for_a_while_may_have_beaten_then()
    {
        var whole = new PacedWalker().InRoom();
        var tracks = Only(whole, m => m.Name != new MarkerName(BodySide.Right, Landmark.Toe) ? m : m with { Samples = [.. m.Samples.Select((s, i) => whole.FrameTimesSeconds[i] % 0.3 < 0.08 ? null : s)] });
        var steps = GaitAnalyzer.FindSteps(tracks, tracks, Bouts.Settings);
        GaitFindings With(params double[] times) => GaitAnalyzer.Analyze(steps, [new SideBeats(BodySide.Right, [.. times])], Bouts.Settings, Bouts.Policy);
        PatternVerdict Verdict(GaitFindings gait) => gait.Patterns.Single(p => p is { Name: PatternName.ClonusInStance, Side: BodySide.Right }).Verdict;
        var stride = With().Strides.First(s => s is { Side: BodySide.Right, Rejected: null });

        Assert.Null(stride.AnkleDipsInStance);
        Assert.Null(stride.BeatsInStance);
        Assert.Equal(PatternVerdict.NotAssessable, Verdict(With()));
        Assert.Equal(PatternVerdict.NotAssessable, Verdict(With(stride.StartSeconds + 0.1)));
        Assert.Equal(PatternVerdict.Present, Verdict(With(stride.StartSeconds + 0.1, stride.StartSeconds + 0.3)));
    }

    [Fact]
    public void Beats_fall_into_the_phase_of_their_own_legs_strides()
    {
        var tracks = new PacedWalker().InRoom();
        var steps = GaitAnalyzer.FindSteps(tracks, tracks, Bouts.Settings);

        // The right foot's first stride lasts from 0.775 to 1.975 s and its foot leaves at 1.5 s.
        var gait = GaitAnalyzer.Analyze(steps, [new SideBeats(BodySide.Right, [0.7, 0.8, 1, 1.2, 1.6, 1.7])], Bouts.Settings, Bouts.Policy);
        var right = gait.Strides.First(s => s.Side == BodySide.Right);

        Assert.Equal((3, 2), (right.BeatsInStance, right.BeatsInSwing));
        Assert.All(gait.Strides.Where(s => s.Side == BodySide.Left), s => Assert.Null(s.BeatsInStance));
        Assert.Equal(PatternVerdict.Present, gait.Patterns.Single(p => p is { Name: PatternName.ClonusInStance, Side: BodySide.Right }).Verdict);

        // No more than one beat in a phase of which nothing was hidden is known for none or one.
        Assert.Equal(1, GaitAnalyzer.Analyze(steps, [new SideBeats(BodySide.Right, [0.8])], Bouts.Settings, Bouts.Policy).Strides.First(s => s.Side == BodySide.Right).BeatsInStance);

        // Where beats cannot be told the ankle's own course still tells.
        Assert.Equal(PatternVerdict.Absent, gait.Patterns.Single(p => p is { Name: PatternName.ClonusInStance, Side: BodySide.Left }).Verdict);
    }
}
