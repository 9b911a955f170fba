using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Clonus.Formats.Tests.RoundTrips;

/// <summary>What is written comes back. Random recordings, the same ones in each run.</summary>
public sealed class RoundTripTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(80)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_240_601, 2_024_061), FSharpOption<int>.None)));

    [Fact]
    public void A_recording_survives_C3D() => Check.One(Repeatable, Prop.ForAll(TrialPlan.Any, plan =>
    {
        var before = plan.Make();

        var after = ThroughC3d(before);

        Same(before, after, label => label, isSingle: true, timeTolerance: 1e-6 + (2e-7 * before.TimesSeconds!.Value[^1]));
        Assert.Equal(before.RateHz!.Value, after.RateHz!.Value, 1e-6 * before.RateHz.Value);
        Assert.Equal(before.Events.Select(e => (e.Label, e.Context)), after.Events.Select(e => (e.Label, e.Context)));
        foreach (var (there, here) in before.Events.Zip(after.Events))
            Assert.Equal(there.TimeSeconds, here.TimeSeconds, 1e-5 + (2e-7 * before.TimesSeconds.Value[^1]));
    }));

    [Fact]
    public void A_recording_survives_TRC() => Check.One(Repeatable, Prop.ForAll(TrialPlan.Any, plan =>
    {
        var before = plan.Make();

        var after = ThroughTrc(before);

        Same(before, after, TrcWriter.Name, plan.IsSingle, timeTolerance: 0);
        Assert.Equal(before.RateHz, after.RateHz);
    }));

    [Fact]
    public void A_recording_survives_tracks_csv() => Check.One(Repeatable, Prop.ForAll(TrialPlan.Any, plan =>
    {
        var before = plan.Make();

        var after = ThroughTracksCsv(before);

        Same(before, after, label => label, plan.IsSingle, timeTolerance: 0);
    }));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(300, 3, 1)]
    [InlineData(256, 2, 77)]
    [InlineData(1, 70_000, 1)]
    [InlineData(2, 65_535, 1)]
    [InlineData(2, 65_536, 5)]
    public void Many_markers_and_frames_beyond_16_bits_survive_all_formats(int markers, int frames, int first)
    {
        var before = new TrialPlan(5, markers, frames, first, 59.94005994, 3, IsPicture: false, IsSingle: true).Make();

        Same(before, ThroughC3d(before), label => label, isSingle: true, timeTolerance: 1e-3);
        Same(before, ThroughTrc(before), TrcWriter.Name, isSingle: true, timeTolerance: 0);
        Same(before, ThroughTracksCsv(before), label => label, isSingle: true, timeTolerance: 0);
    }

    [Fact]
    public void A_missing_marker_stays_missing_in_the_last_column_too()
    {
        float[] seen = [1, float.NaN, 3];
        var before = Small(new PointTrack("whole", Series.Of([1f, 2, 3]), Series.Of([1f, 2, 3]), Series.Of([1f, 2, 3])), new PointTrack("torn", Series.Of(seen), Series.Of(seen), Series.Of(seen)));

        foreach (var after in new[] { ThroughC3d(before), ThroughTrc(before), ThroughTracksCsv(before) })
        {
            Assert.NotNull(after.Points[1].At(0));
            Assert.Null(after.Points[1].At(1));
            Assert.NotNull(after.Points[1].At(2));
        }
    }

    [Fact]
    public void An_event_in_the_second_minute_keeps_its_time()
    {
        var before = Small(new PointTrack("a", Series.Of([1f, 2, 3]), Series.Of([1f, 2, 3]), Series.Of([1f, 2, 3]))) with
        {
            Events = [new TrialEvent(61.5, "Clonus Beat", "Left"), new TrialEvent(59.9999999, "Clonus Beat", "Left"), new TrialEvent(3600, "Clonus End", "General")],
        };

        Assert.Equal([61.5, 60, 3600], ThroughC3d(before).Events.Select(e => Math.Round(e.TimeSeconds, 5)));
    }

    [Fact]
    public void What_comes_out_of_one_format_goes_through_the_next_unchanged()
    {
        var before = new TrialPlan(11, 5, 50, 42, 120, 4, IsPicture: false, IsSingle: true).Make();

        var after = ThroughTracksCsv(ThroughTrc(ThroughC3d(before)));

        Same(before, after, TrcWriter.Name, isSingle: true, timeTolerance: 1e-6);
    }

    private static Trajectories Small(params PointTrack[] points) => new(TrajectoryFormat.Tracks, [0, 1, 2], [0, 0.01, 0.02], [.. points]) { RateHz = 100, Unit = LengthUnit.Millimetre, IsSpatial = true };

    private static Trajectories ThroughC3d(Trajectories before) => Through(before, C3dWriter.Write, stream => C3dReader.Read(stream, "trial.c3d"));

    private static Trajectories ThroughTrc(Trajectories before) => Through(before, TrcWriter.Write, stream => TrcReader.Read(stream, "trial.trc"));

    private static Trajectories ThroughTracksCsv(Trajectories before) => Through(before, TracksCsvWriter.Write, stream => TracksCsvReader.Read(stream, "tracks.csv"));

    private static Trajectories Through(Trajectories before, Action<Stream, Trajectories> write, Func<Stream, Trajectories> read)
    {
        using var stream = new MemoryStream();
        write(stream, before);
        return read(stream);
    }

    private static void Same(Trajectories before, Trajectories after, Func<string, string> label, bool isSingle, double timeTolerance)
    {
        Assert.Equal(before.Frames.AsEnumerable(), after.Frames.AsEnumerable());
        foreach (var (there, here) in before.TimesSeconds!.Value.Zip(after.TimesSeconds!.Value))
            Assert.True(Math.Abs(there - here) <= timeTolerance, $"{there:R} became {here:R}");
        Assert.Equal(before.Unit, after.Unit);
        Assert.Equal(before.IsSpatial, after.IsSpatial);
        Assert.Equal(before.Points.Select(p => label(p.Label)), after.Points.Select(p => p.Label));
        foreach (var (there, here) in before.Points.Zip(after.Points))
        {
            var (upBefore, upAfter) = (there.Upward(before), here.Upward(after));
            for (var frame = 0; frame < before.FrameCount; frame++)
            {
                Assert.Equal(there.At(frame) is null, here.At(frame) is null);
                if (there.At(frame) is null)
                    continue;
                Assert.Equal(Kept(there.X[frame]), Kept(here.X[frame]));
                Assert.Equal(Kept(upBefore[frame]), Kept(upAfter[frame]));
                Assert.Equal(Kept(there.Z?[frame] ?? 0), Kept(here.Z?[frame] ?? 0));
            }
        }

        // Adding 0 makes one of both zeros.
        double Kept(double value) => (isSingle ? (float)value : value) + 0;
    }
}
