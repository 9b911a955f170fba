using System.Collections.Immutable;
using System.Text;
using Clonus.Formats.Export;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.Export;

public sealed class ExportTests
{
    [Fact]
    public void Beats_become_subtitles_in_the_videos_own_time()
    {
        // Slow motion: an eighth of a real second is one second of the video.
        var text = Written(stream => SrtWriter.Write(stream, Findings(Side(BodySide.Left)), timeScale: 0.125));

        Assert.Equal(
            "1\n00:00:08,000 --> 00:00:09,200\nbeat 1 of 2, 8.3°\n\n2\n08:00:00,000 --> 08:00:01,600\nbeat 2 of 2, 7.0°\n\n", text);
    }

    [Fact]
    public void Subtitles_of_two_legs_name_the_leg()
    {
        var text = Written(stream => SrtWriter.Write(stream, Findings(Side(BodySide.Left), Side(BodySide.Right)), timeScale: 1));

        Assert.Contains("Left: beat 1 of 2, 8.3°", text, StringComparison.Ordinal);
        Assert.Contains("Right: beat 2 of 2, 7.0°", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Beats_become_events_with_the_side_as_their_context()
    {
        var events = FoundEvents.Of(Findings(Side(BodySide.Right)));

        Assert.Equal([(1, "Clonus Start", "Right"), (1.1, "Clonus Beat", "Right"), (3600.1, "Clonus Beat", "Right"), (3600.2, "Clonus End", "Right")], events.Select(e => (e.TimeSeconds, e.Label, e.Context)));
        Assert.All(FoundEvents.Of(Findings(Side(BodySide.Unknown))), e => Assert.Equal("General", e.Context));
    }

    [Fact]
    public void Steps_become_events_as_laboratories_call_them_among_the_beats()
    {
        var walk = new GaitFindings(
            GaitStatus.Walking, null, null, null, null, null, null, null, null, 0, 0, null, null, null, null, null, null, new AffectedSide(null, false), [], [],
            [
                new GaitEvent(BodySide.Left, GaitEventKind.InitialContact, 1.05, 0.01, null, null, null),
                new GaitEvent(BodySide.Right, GaitEventKind.FootOff, 0.9, 0.01, null, null, null),
            ],
            []);

        var events = FoundEvents.Of(Findings(Side(BodySide.Right)) with { Gait = walk });

        Assert.Equal([(0.9, "Foot Off", "Right"), (1, "Clonus Start", "Right"), (1.05, "Foot Strike", "Left")], events.Take(3).Select(e => (e.TimeSeconds, e.Label, e.Context)));
        Assert.Equal([true, false, true], events.Take(3).Select(FoundEvents.IsStep));
    }

    [Theory]
    [InlineData("Foot Strike", true)]
    [InlineData("FOOT_OFF", true)]
    [InlineData("HeelStrike", true)]
    [InlineData("Foot", false)]
    [InlineData("Clonus Beat", false)]
    public void Other_programs_steps_are_known_as_such(string label, bool isStep) => Assert.Equal(isStep, FoundEvents.IsStep(new TrialEvent(0, label, "Left")));

    [Fact]
    public void Events_of_a_clip_go_back_to_its_files_own_clock_among_its_own()
    {
        var file = new Trajectories(TrajectoryFormat.C3d, [0], [7.0], []) { Events = [new TrialEvent(7.6, "Foot Off", "Left")] };

        var events = file.WithEvents([new TrialEvent(0.5, "Clonus Beat", "Left"), new TrialEvent(0.1, "Clonus Beat", "Left")], timeScale: 0.5, startSeconds: 7).Events;

        Assert.Equal([7.2, 7.6, 8], events.Select(e => e.TimeSeconds));
    }

    [Fact]
    public void Angles_become_a_motion_file_without_the_moments_that_nobody_saw()
    {
        ImmutableArray<SignalSample> samples = [new(0, 1.5, 0, false), new(0.004, null, null, false), new(0.008, 2, 0, true), new(0.012, -3.25, 0, false)];

        var lines = Written(stream => MotWriter.Write(stream, Findings(Side(BodySide.Right) with { Samples = samples }), timeScale: 1, startSeconds: 0)).Split('\n');

        Assert.Equal(["Coordinates", "version=1", "nRows=2", "nColumns=2", "inDegrees=yes", ""], lines[..6]);
        Assert.Equal(["endheader", "time\tankle_angle_r", "0\t1.5", "0.012\t-3.25", ""], lines[9..]);
    }

    [Fact]
    public void Angles_keep_the_clock_of_the_tracks_that_they_are_of()
    {
        var text = Written(stream => MotWriter.Write(stream, Findings(Side(BodySide.Right) with { Samples = [new(0.5, 1.5, 0, false)] }), timeScale: 0.125, startSeconds: 7));

        Assert.EndsWith("\n11\t1.5\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_displacement_is_no_angle()
    {
        var side = Side(BodySide.Right) with { Signal = Signal(SignalKind.Displacement, SignalUnit.Px) };

        Assert.Contains("nRows=0\nnColumns=1\n", Written(stream => MotWriter.Write(stream, Findings(side), 1, 0)), StringComparison.Ordinal);
    }

    private static ClipFindings Findings(params SideFindings[] sides) => new([], [.. sides], []);

    private static SideFindings Side(BodySide side) => new(
        side, Signal(SignalKind.AnkleAngle, SignalUnit.Deg),
        new ClonusFinding(
            ClonusStatus.Detected, 2, 2, false, false, true, false, new AppliedRule("more-than-5", 6, ""), 2, 2, 0.9, 2,
            [new ClonusEpisode(1, 3600.2, 3599.2, 2, Truncation.None, null, null, null, null, 8, 8, 8, null, null, TriggerKind.Stretch, 0.9, 0.1, false, null, null, 0.9, [])],
            [new Beat(1.1, 1, 1.15, 8.25, 0.9, 0), new Beat(3600.1, 3600, 3600.2, 7, 0.9, 0)], []),
        []);

    private static SignalSummary Signal(SignalKind kind, SignalUnit unit) => new(kind, unit, 0.1, 250, true, 10, null, null);

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
