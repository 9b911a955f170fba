using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Motion.Tests.Gait;

/// <summary>Nobody's steps are beats; beats that a foot's contact sets off are.</summary>
public class ClonusInGaitTests
{
    [Theory]
    [InlineData(0.4, 11)]
    [InlineData(0.6, 12)]
    [InlineData(0.8, 13)]
    [InlineData(1.0, 14)]
    [InlineData(1.25, 15)]
    [InlineData(1.5, 16)]
    [InlineData(1.35, 31)]
    [InlineData(1.42, 32)]
    [InlineData(1.48, 33)]
    public void A_normal_walks_harmonics_are_never_beats(double speed, long seed)
    {
        var script = SimulatedWalks.Script(speed, seed: seed, treadmill: true);

        foreach (var tracks in new[] { SimulatedWalks.InRoom(script, noiseMillimetres: 0.5), SimulatedWalks.InPicture(script, 0.3) })
        {
            var found = SimulatedWalks.Analyze(tracks);

            Assert.All(found.Sides, side => Assert.Equal(0, side.Clonus.BeatsTotal ?? 0));
            Assert.All(found.Gait!.Patterns.Where(p => p.Name is PatternName.ClonusInStance or PatternName.ClonusInSwing), p => Assert.NotEqual(PatternVerdict.Present, p.Verdict));
        }
    }

    [Theory]
    [InlineData(0.4, 21)]
    [InlineData(0.5, 22)]
    [InlineData(0.6, 23)]
    public void Clonus_in_the_stance_of_a_slow_walker_is_set_off_by_the_foots_contact(double speed, long seed)
    {
        var script = SimulatedWalks.Script(speed, seconds: 11, seed: seed, treadmill: true, patterns: new WalkPattern(WalkPatternName.ClonusInStance, 2));

        var found = SimulatedWalks.Analyze(SimulatedWalks.InRoom(script, noiseMillimetres: 0.5));
        var right = found.Sides.Single(s => s.Side == BodySide.Right).Clonus;

        Assert.Equal(ClonusStatus.Detected, right.Status);
        var contacts = found.Gait!.Events.Where(e => e is { Side: BodySide.Right, Kind: GaitEventKind.InitialContact }).Select(e => e.TimeSeconds).ToArray();
        var set = right.Episodes.Where(e => e.Trigger == TriggerKind.Contact).ToArray();
        Assert.NotEmpty(set);
        Assert.All(set, e => Assert.Contains(contacts, c => c == e.TriggerSeconds));
        Assert.All(set, e => Assert.True(e.Beats >= 2));
        Assert.Equal(PatternVerdict.Present, found.Gait.Patterns.Of(PatternName.ClonusInStance, BodySide.Right).Verdict);
        Assert.Equal(0, found.Sides.Single(s => s.Side == BodySide.Left).Clonus.BeatsTotal);
    }

    [Theory]
    [InlineData(Site.Wrist)]
    [InlineData(Site.Patella)]
    [InlineData(Site.Point)]
    public void A_site_that_does_not_walk_has_no_gait(Site site)
    {
        var tracks = SimulatedWalks.InRoom(SimulatedWalks.Script(seconds: 3));

        Assert.Null(ClipAnalyzer.Analyze(tracks, new AnalysisSettings { Signal = new SignalSettings { Site = site } }).Gait);
    }

    [Fact]
    public void A_foot_that_an_examiner_stretches_does_not_walk()
    {
        var found = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5), noiseDegrees: 0.1), new AnalysisSettings());

        Assert.Equal(ClonusStatus.Detected, found.Sides.Single().Clonus.Status);
        Assert.All(found.Sides.Single().Clonus.Episodes, e => Assert.Equal(TriggerKind.Stretch, e.Trigger));
        Assert.Equal(GaitStatus.NotWalking, found.Gait!.Status);
        Assert.Empty(found.Gait.Patterns);
    }
}
