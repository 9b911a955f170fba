using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Beats;

/// <summary>An ankle turns in walking as far and as fast as in clonus, and none of that is counted; clonus of a foot that stays is.</summary>
public sealed class StepTests
{
    private const double StrideSeconds = 0.7;
    private const double SwingSeconds = 0.28;
    private const double StridePixels = 900;

    // Degrees of dorsiflexion over a stride from heel strike on: a foot that slaps down, roll-over, push-off, a toe that drops in swing.
    private static readonly (double Share, double Degrees)[] Gait = [(0, 2), (0.1, -12), (0.42, 10), (0.66, -18), (0.8, 0), (1, 2)];

    [Theory]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(100)]
    public void A_healthy_walk_has_no_beats(double fps)
    {
        var findings = ClipAnalyzer.Analyze(Walk(6, fps), new AnalysisSettings());

        Assert.Equal(ClonusStatus.NotDetected, findings.Sides.Single().Clonus.Status);
        Assert.Equal(0, findings.Sides.Single().Clonus.BeatsTotal);
        Assert.Contains(findings.Issues, i => i.Code == "steps_seen");
    }

    [Fact]
    public void The_same_angles_of_a_foot_that_stays_are_judged_by_themselves()
    {
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(Ankle, TrackedLeg.Times(6, 60)), new AnalysisSettings());

        Assert.DoesNotContain(findings.Issues, i => i.Code == "steps_seen");
        Assert.NotEqual(0, findings.Sides.Single().Clonus.BeatsTotal);
    }

    [Fact]
    public void A_train_before_the_patient_walks_away_is_counted()
    {
        var stretched = ScriptedAngle.Stretched(8, 6);
        var times = TrackedLeg.Times(stretched.EndSeconds + 6, 60);
        var leaves = stretched.EndSeconds + 2;
        var still = TrackedLeg.Tracks(t => t < leaves ? stretched.At(t) : Ankle(t - leaves), times);

        var clonus = TrackedLeg.Clonus(Carried(still, t => t < leaves ? 0 : Way(t - leaves)));

        Assert.Equal(ClonusStatus.Detected, clonus.Status);
        Assert.Equal(8, clonus.LongestEpisodeBeats);
        Assert.Equal(8, clonus.BeatsTotal);
    }

    private static TrackSet Walk(double seconds, double fps) => Carried(TrackedLeg.Tracks(Ankle, TrackedLeg.Times(seconds, fps)), Way);

    private static TrackSet Carried(TrackSet tracks, Func<double, double> way) => new(
        tracks.FrameTimesSeconds,
        [.. tracks.Markers.Select(m => m with
        {
            Samples = [.. m.Samples.Select((s, i) => s is { } x ? x with { Position = new ImagePoint(x.Position.X, x.Position.Y + way(tracks.FrameTimesSeconds[i])) } : (MarkerSample?)null)],
        })]);

    // The leg stands, then is carried on.
    private static double Way(double time)
    {
        var (stride, phase) = (Math.Floor(time / StrideSeconds), time % StrideSeconds);
        var swung = Math.Clamp((phase - (StrideSeconds - SwingSeconds)) / SwingSeconds, 0, 1);
        return StridePixels * (stride + ((1 - Math.Cos(Math.PI * swung)) / 2));
    }

    private static double Ankle(double time)
    {
        var share = time % StrideSeconds / StrideSeconds;
        var next = Array.FindIndex(Gait, g => g.Share > share);
        var (from, to) = (Gait[next - 1], Gait[next]);
        return from.Degrees + ((to.Degrees - from.Degrees) * (1 - Math.Cos(Math.PI * (share - from.Share) / (to.Share - from.Share))) / 2);
    }
}
