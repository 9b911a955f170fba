using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

public class ClipAnalyzerTests
{
    [Fact]
    public void Without_markers_nothing_can_be_said_and_the_reason_is_given()
    {
        var findings = ClipAnalyzer.Analyze(new TrackSet(TrackedLeg.Times(3, 30), []), new AnalysisSettings());

        var side = Assert.Single(findings.Sides);
        Assert.Null(side.Signal);
        Assert.Equal(ClonusStatus.NotAssessable, side.Clonus.Status);
        Assert.Null(side.Clonus.BeatsTotal);
        Assert.Contains(findings.Issues, i => i.Code == "markers_missing" && i.Message.Contains("knee", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(15, 10, false)]
    [InlineData(23.976, 10, true)]
    [InlineData(20, 8, true)]
    [InlineData(19, 8, false)]
    public void Too_few_frames_a_second_for_the_band_are_refused(double fps, double bandTop, bool assessable)
    {
        var settings = new AnalysisSettings { Signal = new SignalSettings { Band = new FrequencyBand(2.5, bandTop) } };

        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(8, 5), fps), settings);

        Assert.Equal(assessable, findings.Sides.Single().Clonus.Status != ClonusStatus.NotAssessable);
        Assert.Equal(!assessable, findings.Issues.Any(i => i.Code == "frame_rate_too_low"));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(59.94, false)]
    public void Below_fifty_frames_a_second_amplitudes_are_called_lower_bounds(double fps, bool warned)
    {
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(8, 5), fps), new AnalysisSettings());

        Assert.Equal(warned, findings.Issues.Any(i => i.Code == "amplitude_lower_bound"));
    }

    [Fact]
    public void A_clip_of_half_a_second_is_too_short()
    {
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(_ => -20, TrackedLeg.Times(0.5, 60)), new AnalysisSettings());

        Assert.Equal(ClonusStatus.NotAssessable, findings.Sides.Single().Clonus.Status);
        Assert.Contains(findings.Issues, i => i.Code == "too_short");
    }

    [Fact]
    public void A_limb_that_was_mostly_hidden_is_not_called_free_of_clonus()
    {
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(_ => -20, TrackedLeg.Times(6, 60)), TrackedLeg.Toe, 2, 6);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());

        Assert.Equal(ClonusStatus.NotAssessable, findings.Sides.Single().Clonus.Status);
        Assert.Contains(findings.Issues, i => i.Code == "markers_lost");
    }

    [Fact]
    public void A_point_has_a_rhythm_and_a_count_but_is_never_called_sustained()
    {
        var times = TrackedLeg.Times(5, 60);
        var point = new MarkerTrack(MarkerName.Point, "at:1,2", [.. times.Select(t =>
            (MarkerSample?)new MarkerSample(new ImagePoint(300 + (2 * Math.Sin(2 * Math.PI * 5 * t)), 200 + (1 * Math.Sin(2 * Math.PI * 5 * t))), 1))]);
        var settings = new AnalysisSettings { Signal = new SignalSettings { Site = Site.Point } };

        var side = ClipAnalyzer.Analyze(new TrackSet(times, [point]), settings).Sides.Single();

        Assert.Equal(SignalKind.Displacement, side.Signal!.Kind);
        Assert.Equal(SignalUnit.Px, side.Signal.Unit);
        Assert.Equal(ClonusStatus.RhythmicOnly, side.Clonus.Status);
        Assert.InRange(side.Clonus.BeatsTotal!.Value, 24, 25);
        Assert.Null(side.Clonus.Sustained);
        Assert.Equal(2 * Math.Sqrt(5), side.Clonus.Beats[10].Amplitude, 0.05);
    }

    [Fact]
    public void A_scale_turns_pixels_into_millimetres()
    {
        var times = TrackedLeg.Times(5, 60);
        var point = new MarkerTrack(MarkerName.Point, "at:1,2", [.. times.Select(t =>
            (MarkerSample?)new MarkerSample(new ImagePoint(300 + (4 * Math.Sin(2 * Math.PI * 5 * t)), 200), 1))]);
        var settings = new AnalysisSettings { Signal = new SignalSettings { Site = Site.Point, MillimetresPerPixel = 0.5 } };

        var side = ClipAnalyzer.Analyze(new TrackSet(times, [point]), settings).Sides.Single();

        Assert.Equal(SignalUnit.Mm, side.Signal!.Unit);
        Assert.Equal(4, side.Clonus.Beats[10].Amplitude, 0.05);
    }

    [Fact]
    public void A_gate_in_another_unit_than_the_signals_is_refused_with_the_mend()
    {
        var settings = new AnalysisSettings { Signal = new SignalSettings { MinAmplitude = new Amplitude(3, SignalUnit.Mm) } };

        var error = Assert.Throws<InputException>(() => ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(3, 5)), settings));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("deg", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_larger_gate_never_adds_beats()
    {
        var tracks = TrackedLeg.Tracks(ScriptedAngle.Stretched(12, 5, depth: 8, decayPerBeat: 0.85), noiseDegrees: 0.1);

        var counts = new[] { 1.0, 2, 3, 4, 6, 9 }
            .Select(gate => new AnalysisSettings { Signal = new SignalSettings { MinAmplitude = new Amplitude(gate, SignalUnit.Deg) } })
            .Select(settings => TrackedLeg.Clonus(tracks, settings).BeatsTotal!.Value)
            .ToArray();

        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal(0, counts[^1]);
        Assert.True(counts[0] >= 10, $"{counts[0]} beats");
    }

    [Fact]
    public void A_foot_without_a_knee_is_measured_by_its_pitch_and_its_sign_is_not_known()
    {
        var tracks = TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5));
        var foot = new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => m.Name != TrackedLeg.Knee)]);

        var side = ClipAnalyzer.Analyze(foot, new AnalysisSettings()).Sides.Single();

        Assert.Equal(SignalKind.FootPitch, side.Signal!.Kind);
        Assert.False(side.Signal.SignKnown);
        Assert.Equal(7, side.Clonus.LongestEpisodeBeats);
        Assert.Equal(ClonusStatus.Detected, side.Clonus.Status);
    }

    [Fact]
    public void The_ankles_zero_is_known_from_the_heel_or_not_at_all()
    {
        var tracks = TrackedLeg.Tracks(ScriptedAngle.Stretched(3, 5));
        var heel = new MarkerTrack(new MarkerName(BodySide.Unknown, Landmark.Heel), "green",
            [.. tracks.Find(BodySide.Unknown, Landmark.Ankle)!.Samples.Zip(tracks.Find(BodySide.Unknown, Landmark.Toe)!.Samples,
                (ankle, toe) => (MarkerSample?)new MarkerSample(ankle!.Value.Position + ((ankle.Value.Position - toe!.Value.Position) * 0.3), 1))]);

        var without = ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Sides.Single().Signal!;
        var with = ClipAnalyzer.Analyze(new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers, heel]), new AnalysisSettings()).Sides.Single().Signal!;

        Assert.Null(without.MaxDorsiflexionDegrees);
        Assert.Equal(25, without.RangeDegrees!.Value, 0.5);
        Assert.Equal(5, with.MaxDorsiflexionDegrees!.Value, 0.5);
        Assert.Equal(-20, with.MinDorsiflexionDegrees!.Value, 0.5);
    }

    [Fact]
    public void The_user_may_name_the_zero_by_a_time_or_an_angle()
    {
        var tracks = TrackedLeg.Tracks(ScriptedAngle.Stretched(3, 5));

        var byTime = ClipAnalyzer.Analyze(tracks, new AnalysisSettings { Signal = new SignalSettings { NeutralSeconds = 0.5 } }).Sides.Single().Signal!;
        var byAngle = ClipAnalyzer.Analyze(tracks, new AnalysisSettings { Signal = new SignalSettings { NeutralDegrees = 95 } }).Sides.Single().Signal!;

        Assert.Equal(25, byTime.MaxDorsiflexionDegrees!.Value, 0.5);
        Assert.Equal(10, byAngle.MaxDorsiflexionDegrees!.Value, 0.5);
    }

    [Fact]
    public void A_zero_after_the_clips_end_is_a_wrong_setting()
    {
        var settings = new AnalysisSettings { Signal = new SignalSettings { NeutralSeconds = 99 } };

        var error = Assert.Throws<InputException>(() => ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(3, 5)), settings));

        Assert.Equal(InputFault.Settings, error.Fault);
    }

    [Fact]
    public void A_hidden_marker_leaves_rows_without_a_value()
    {
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(ScriptedAngle.Stretched(3, 5)), TrackedLeg.Toe, 0.4, 0.7);

        var samples = ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Sides.Single().Samples;

        Assert.All(samples.Where(s => s.TimeSeconds is > 0.41 and < 0.68), s => Assert.Null(s.Value));
        Assert.Contains(samples, s => s.TimeSeconds < 0.3 && s.Value is not null);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.Equal(0.004, pair.Second.TimeSeconds - pair.First.TimeSeconds, 1e-9));
    }

    [Fact]
    public void Markers_are_summed_up_with_their_longest_gap_and_jitter()
    {
        var tracks = TrackedLeg.Hide(TrackedLeg.Tracks(_ => -20, TrackedLeg.Times(6, 60)), TrackedLeg.Toe, 1, 1.5);
        var random = new Random(3);
        tracks = TrackedLeg.Map(tracks, p => p + new ImagePoint(0.2 * TrackedLeg.Normal(random), 0.2 * TrackedLeg.Normal(random)));

        var toe = ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Markers.Single(m => m.Name == TrackedLeg.Toe);

        Assert.Equal(330.0 / 360, toe.VisibleRatio, 1e-9);
        Assert.Equal(0.5, toe.LongestGapSeconds, 1e-6);
        Assert.Equal(0.2, toe.JitterPixels!.Value, 0.04);
    }

    [Fact]
    public void The_jitter_of_a_recording_of_many_minutes_is_that_of_all_of_it()
    {
        var random = new Random(4);
        var tracks = TrackedLeg.Tracks(_ => -20, TrackedLeg.Times(600, 30));
        tracks = TrackedLeg.Map(tracks, p => p + (new ImagePoint(TrackedLeg.Normal(random), TrackedLeg.Normal(random)) * 0.3));

        Assert.All(ClipAnalyzer.Analyze(tracks, new AnalysisSettings()).Markers, m => Assert.Equal(0.3, m.JitterPixels!.Value, 0.02));
    }
}
