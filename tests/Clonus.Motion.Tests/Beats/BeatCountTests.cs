using Clonus.Motion.Beats;
using Clonus.Motion.Clips;

namespace Clonus.Motion.Tests.Beats;

/// <summary>From tracks to the count, on angles whose beats are known by construction.</summary>
public class BeatCountTests
{
    public static TheoryData<int, double, double> Trains()
    {
        var data = new TheoryData<int, double, double>();
        foreach (var fps in new[] { 30.0, 60, 120 })
        {
            foreach (var frequency in new[] { 3.0, 4.5, 6, 8 })
            {
                foreach (var beats in new[] { 1, 2, 3, 5, 6, 7, 12, 20 })
                {
                    data.Add(beats, frequency, fps);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Trains))]
    public void Every_beat_after_a_stretch_is_counted_once_at_its_time(int beats, double frequencyHz, double fps)
    {
        var angle = ScriptedAngle.Stretched(beats, frequencyHz);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(angle, fps));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(beats, clonus.LongestEpisodeBeats);
        Assert.Equal(beats, clonus.BeatsTotal);
        Assert.Equal(beats > 5, clonus.Sustained);
        Assert.Equal(beats == 5, clonus.Borderline);
        Assert.All(clonus.Beats.Zip(angle.BeatTimes), pair => Assert.Equal(pair.Second, pair.First.TimeSeconds, 0.012));
    }

    [Fact]
    public void Amplitude_is_the_depth_peak_to_peak()
    {
        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(8, 5, depth: 10)));

        Assert.All(clonus.Beats, beat => Assert.Equal(10, beat.Amplitude, 0.4));
    }

    [Fact]
    public void A_stretch_without_beats_is_not_clonus()
    {
        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(0, 5)));

        Assert.Equal(ClonusStatus.NotDetected, clonus.Status);
        Assert.Equal(0, clonus.BeatsTotal);
        Assert.False(clonus.Sustained);
        Assert.True(clonus.SustainedSure);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(2.2)]
    public void The_examiners_to_and_fro_is_not_beats(double frequencyHz)
    {
        var angle = new ScriptedAngle().Hold(0.5);
        for (var i = 0; i < 4; i++)
        {
            angle.MoveTo(0, 0.5 / frequencyHz).MoveTo(-20, 0.5 / frequencyHz);
        }

        angle.Hold(0.5);

        Assert.Equal(0, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).BeatsTotal);
    }

    [Fact]
    public void The_release_is_not_a_beat_even_when_it_cuts_into_the_train()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.05).Beats(6, 5).MoveTo(-20, 0.15).Hold(1);

        Assert.Equal(6, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).LongestEpisodeBeats);
    }

    [Fact]
    public void A_foot_that_bounces_after_the_release_has_no_further_beats()
    {
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Beats(4, 5).Hold(0.5)
            .MoveTo(-24, 0.12).MoveTo(-18, 0.1).MoveTo(-21, 0.1).MoveTo(-20, 0.1).Hold(1);

        Assert.Equal(4, TrackedLeg.Clonus(TrackedLeg.Tracks(angle)).BeatsTotal);
    }

    [Fact]
    public void A_train_that_fades_is_counted_down_to_the_gate()
    {
        // 8° · 0.8^i: the ninth is 1.34°, below the gate of 1.5°.
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(14, 5, depth: 8, decayPerBeat: 0.8)), new AnalysisSettings());
        var clonus = findings.Sides.Single().Clonus;

        Assert.Equal(8, clonus.LongestEpisodeBeats);
        Assert.Contains(findings.Issues, i => i.Code == "smaller_oscillations");
        Assert.Contains(clonus.Rejected, r => r.Reason.Contains("amplitude gate", StringComparison.Ordinal));
        Assert.True(clonus.Episodes[0].DecayPerSecond < -0.8, $"decay {clonus.Episodes[0].DecayPerSecond}");
    }

    [Fact]
    public void A_second_harmonic_does_not_count_twice()
    {
        double Angle(double t) => t switch
        {
            < 1 => -20,
            < 1.1 => -20 + (25 * (1 - Math.Cos(Math.PI * (t - 1) / 0.1)) / 2),
            < 4.1 => 5 - (4 * (1 - Math.Cos(2 * Math.PI * 4 * (t - 1.1)))) + (1.6 * (1 - Math.Cos(2 * Math.PI * 8 * (t - 1.1)))),
            _ => 5,
        };

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(5, 60)));

        Assert.Equal(12, clonus.LongestEpisodeBeats);
    }

    [Fact]
    public void Slow_drift_under_the_beats_changes_nothing()
    {
        var angle = ScriptedAngle.Stretched(9, 5.5);

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(t => angle.At(t) + (4 * Math.Sin(2 * Math.PI * 0.25 * t)), TrackedLeg.Times(angle.EndSeconds, 60)));

        Assert.Equal(9, clonus.LongestEpisodeBeats);
    }

    [Fact]
    public void The_same_burst_gives_the_same_beats_in_a_long_clip()
    {
        var shortClip = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5)));
        var angle = new ScriptedAngle().Hold(60);
        angle.Hold(1).MoveTo(5, 0.1).Hold(0.08).Beats(7, 5).Hold(1).MoveTo(-20, 0.6).Hold(240);

        var longClip = TrackedLeg.Clonus(TrackedLeg.Tracks(angle));

        Assert.Equal(shortClip.Beats.Length, longClip.Beats.Length);
        Assert.All(shortClip.Beats.Zip(longClip.Beats), pair =>
        {
            Assert.Equal(pair.First.TimeSeconds + 60, pair.Second.TimeSeconds, 1e-3);
            Assert.Equal(pair.First.Amplitude, pair.Second.Amplitude, 0.02);
        });
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Tracker_noise_neither_adds_nor_hides_beats(double fps)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(6, 5.5), fps, noiseDegrees: 0.2, seed: seed));
            Assert.Equal(6, clonus.LongestEpisodeBeats);
        }
    }

    [Fact]
    public void A_tremor_from_rest_has_a_rhythm_but_no_trigger_and_no_verdict()
    {
        double Angle(double t) => t < 1 ? -10 : -10 + (4 * Math.Sin(2 * Math.PI * 5 * (t - 1)));

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(4, 60)));

        Assert.Equal(ClonusStatus.RhythmicOnly, clonus.Status);
        Assert.Null(clonus.Sustained);
        Assert.InRange(clonus.LongestEpisodeBeats!.Value, 14, 15);
        Assert.Contains(clonus.Episodes[0].Criteria, c => c is { Name: "trigger", Met: false });
        Assert.Contains(clonus.Episodes[0].Criteria, c => c is { Name: "stretch_size", Met: null });
    }
}
