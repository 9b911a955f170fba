using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

/// <summary>A tracker that jumps to something else for a frame.</summary>
public class JumpIssueTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void A_jump_of_one_frame_is_no_beat_and_is_told_of(double fps)
    {
        var tracks = Jumping(TrackedLeg.Tracks(new ScriptedAngle().Hold(4), fps, noiseDegrees: 0.1), 1.5);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());

        Assert.Equal(0, findings.Sides.Single().Clonus.BeatsTotal);
        Assert.Empty(findings.Sides.Single().Clonus.Rejected);
        var issue = Assert.Single(findings.Issues, i => i.Code == "single_frame_jumps");
        Assert.Equal(IssueSeverity.Info, issue.Severity);
        Assert.Contains("1 frame ", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jumps_beside_a_train_neither_add_to_its_beats_nor_take_any()
    {
        var angle = ScriptedAngle.Stretched(7, 5.5);
        var tracks = Jumping(TrackedLeg.Tracks(angle, noiseDegrees: 0.1), 0.5, 1.6, 3);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());

        Assert.Equal(7, findings.Sides.Single().Clonus.LongestEpisodeBeats);
        Assert.Contains("3 single frames", Assert.Single(findings.Issues, i => i.Code == "single_frame_jumps").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24, 8)]
    [InlineData(25, 8)]
    [InlineData(30, 10)]
    [InlineData(30, 8)]
    public void Beats_as_fast_as_the_frames_can_show_are_no_jumps(double fps, double frequencyHz)
    {
        for (var start = 0; start < 8; start++)
        {
            var angle = new ScriptedAngle().Hold(3 + (start / (8 * frequencyHz))).MoveTo(5, 0.1).Hold(0.1)
                .Beats(12, frequencyHz, fraction: 0.5, firstRatio: 1).Hold(4);

            var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(angle, fps, noiseDegrees: 0.1, seed: start), new AnalysisSettings());

            Assert.DoesNotContain(findings.Issues, i => i.Code == "single_frame_jumps");
            Assert.Equal(12, findings.Sides.Single().Clonus.LongestEpisodeBeats);
        }
    }

    [Fact]
    public void A_steady_tracker_leaves_no_word_of_jumps()
    {
        Assert.DoesNotContain(
            ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5), noiseDegrees: 0.2), new AnalysisSettings()).Issues, i => i.Code == "single_frame_jumps");
    }

    private static TrackSet Jumping(TrackSet tracks, params double[] seconds) => new(
        tracks.FrameTimesSeconds,
        [.. tracks.Markers.Select(marker => marker.Name != TrackedLeg.Toe ? marker : marker with
        {
            Samples = [.. marker.Samples.Select((sample, i) => seconds.Any(s => Math.Abs(tracks.FrameTimesSeconds[i] - s) < 1e-6)
                ? sample!.Value with { Position = sample.Value.Position + new ImagePoint(-60, 25) }
                : sample)],
        })]);
}
