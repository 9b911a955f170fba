using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Clips;

/// <summary>Which markers of a foot are enough for an answer, and that too few give none.</summary>
public sealed class FootMarkerTests
{
    private static readonly MarkerName Heel = new(BodySide.Unknown, Landmark.Heel);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_heel_does_for_the_toes(bool isSpatial)
    {
        var found = TrackedLeg.Find(Only(isSpatial, TrackedLeg.Knee, TrackedLeg.Ankle, Heel));

        Assert.Equal(SignalKind.AnkleAngle, found.Signal!.Kind);
        Assert.True(found.Signal.SignKnown);
        Assert.Null(found.Signal.MaxDorsiflexionDegrees);
        Assert.Equal(ClonusStatus.Detected, found.Clonus.Status);
        Assert.Equal(7, found.Clonus.BeatsTotal);
        Assert.Equal(8, found.Clonus.Episodes[0].AmplitudeMean, 0.4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Heel_and_ankle_are_two_of_the_foot(bool isSpatial)
    {
        var found = TrackedLeg.Find(Only(isSpatial, TrackedLeg.Ankle, Heel));

        Assert.Equal(SignalKind.FootPitch, found.Signal!.Kind);
        Assert.Equal(7, found.Clonus.BeatsTotal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_ankle_that_stays_says_nothing_of_its_foot(bool withKnee)
    {
        var tracks = withKnee ? Only(false, TrackedLeg.Knee, TrackedLeg.Ankle) : Only(false, TrackedLeg.Ankle);

        var findings = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());

        Assert.Equal(ClonusStatus.NotAssessable, findings.Sides.Single().Clonus.Status);
        Assert.Null(findings.Sides.Single().Clonus.BeatsTotal);
        Assert.Contains(findings.Issues, i => i.Code == "foot_not_seen");
    }

    [Fact]
    public void A_rhythm_outside_of_the_band_is_named_though_one_beat_of_it_counts()
    {
        // A train at 2.2 Hz, as a wrong frame rate makes one of 5.5 Hz: only its first beat, after the stretch, may be so slow.
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(12, 2.2)), new AnalysisSettings());

        Assert.Contains(findings.Issues, i => i.Code == "rhythm_outside_band");
    }

    private static TrackSet Only(bool isSpatial, params MarkerName[] names)
    {
        var leg = TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5));
        var toe = leg.Markers.Single(m => m.Name == TrackedLeg.Toe);
        var ankle = leg.Markers.Single(m => m.Name == TrackedLeg.Ankle);

        // Half as far from the ankle as the toes, turned by 130 degrees: behind it and below.
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(-130));
        var heel = toe with
        {
            Name = Heel,
            Samples = [.. toe.Samples.Select((s, i) =>
            {
                var away = (s!.Value.Position - ankle.Samples[i]!.Value.Position) * 0.5;
                return (MarkerSample?)new MarkerSample(ankle.Samples[i]!.Value.Position + new SpacePoint((cos * away.X) - (sin * away.Y), (sin * away.X) + (cos * away.Y), 0), 1);
            })],
        };
        return new TrackSet(leg.FrameTimesSeconds, [.. leg.Markers.Append(heel).Where(m => names.Contains(m.Name))]) { IsSpatial = isSpatial };
    }
}
