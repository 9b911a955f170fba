using System.Collections.Immutable;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Recording;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.Import;

public sealed class TrackImportTests
{
    private static readonly ImportRequest Nothing = new([], BodySide.Unknown);

    [Fact]
    public void A_file_with_times_counts_from_its_first_frame_and_keeps_where_that_was()
    {
        var clip = TrackImport.Import(File([7.24, 7.25, 7.26]) with { RateHz = 100 }, "trial", new ImportSettings(), Nothing);

        Assert.Equal([0, 0.01, 0.02], clip.Tracks.FrameTimesSeconds.Select(t => Math.Round(t, 9)));
        Assert.Equal(7.24, clip.Clip.StartTimeSeconds);
        Assert.Equal(100, clip.Clip.FpsNominal);
        Assert.Equal(ClipKind.Tracks, clip.Clip.Kind);
        Assert.Equal("c3d", clip.Clip.Format);
        Assert.False(clip.Clip.VariableFrameRate);
        Assert.Equal(0.03, clip.Clip.DurationSeconds, 9);
    }

    [Fact]
    public void A_room_comes_in_millimetres_and_what_lies_at_its_origin_was_not_seen()
    {
        var clip = TrackImport.Import(File([0, 0.01, 0.02], x: [0.1, 0, 0.3], rest: [0, 0, 0]) with { Unit = LengthUnit.Metre }, "trial", new ImportSettings(), Nothing);

        Assert.True(clip.Tracks.IsSpatial);
        Assert.Equal(100, clip.Tracks.Markers[0].Samples[0]!.Value.Position.X, 9);
        Assert.Null(clip.Tracks.Markers[0].Samples[1]);
        Assert.Equal("LKNE", clip.Tracks.Markers[0].Spec);
    }

    [Fact]
    public void A_picture_whose_y_points_up_is_turned_over()
    {
        var clip = TrackImport.Import(Picture() with { YPointsUp = true }, "clip", new ImportSettings { Fps = 50 }, Nothing);

        Assert.Equal(-20, clip.Tracks.Markers[0].Samples[0]!.Value.Position.Y);
    }

    [Fact]
    public void A_plane_whose_lengths_are_known_comes_in_millimetres()
    {
        var clip = TrackImport.Import(Picture() with { Unit = LengthUnit.Centimetre, YPointsUp = true }, "clip", new ImportSettings { Fps = 50 }, Nothing);

        Assert.True(clip.Tracks.IsSpatial);
        Assert.Equal(new SpacePoint(100, 200, 0), clip.Tracks.Markers[0].Samples[0]!.Value.Position);
    }

    [Fact]
    public void Frames_without_times_count_from_the_videos_first_frame()
    {
        var clip = TrackImport.Import(Picture() with { Frames = [10, 11, 14] }, "clip", new ImportSettings { Fps = 50 }, Nothing);

        Assert.Equal([0.2, 0.22, 0.28], clip.Tracks.FrameTimesSeconds.Select(t => Math.Round(t, 9)));
        Assert.Equal(10, clip.Tracks.FirstFrameIndex);
        Assert.Null(clip.Clip.StartTimeSeconds);
    }

    [Fact]
    public void Without_times_and_without_a_rate_there_is_no_answer_but_how_to_give_it()
    {
        var error = Assert.Throws<InputException>(() => TrackImport.Import(Picture(), "clip", new ImportSettings(), Nothing));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("--fps", error.Message, StringComparison.Ordinal);
        Assert.Contains("--times-from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_cannot_be_told_apart_are_no_times()
    {
        Assert.Throws<InputException>(() => TrackImport.Import(File([0, 1e308, Math.BitIncrement(1e308)]) with { TimesSeconds = [-1e308, 0.9e308, 1e308] }, "trial", new ImportSettings(), Nothing));
    }

    [Fact]
    public void A_videos_own_frame_times_are_taken_as_they_are()
    {
        var video = new VideoClock([0, 0.03, 0.07, 0.1], 1, 30, new PictureSize(640, 360));

        var clip = TrackImport.Import(Picture(), "clip", new ImportSettings(), Nothing with { Video = video });

        Assert.Equal([0, 0.03, 0.07], clip.Tracks.FrameTimesSeconds);
        Assert.Equal(640, clip.Clip.WidthPixels);
    }

    [Fact]
    public void A_video_with_fewer_frames_is_not_the_one_that_was_tracked()
    {
        var video = new VideoClock([0, 0.03], 1, 30, null);

        Assert.Throws<InputException>(() => TrackImport.Import(Picture(), "clip", new ImportSettings(), Nothing with { Video = video }));
    }

    [Fact]
    public void Slow_motion_is_told_by_the_rate_of_capture()
    {
        var clip = TrackImport.Import(Picture(), "clip", new ImportSettings { Fps = 30 }, Nothing with { CaptureFps = 240 });

        Assert.Equal(0.125, clip.Clip.TimeScale);
        Assert.Equal(1 / 240.0, clip.Tracks.FrameTimesSeconds[1], 9);
    }

    [Fact]
    public void A_time_range_leaves_frames_out_and_keeps_their_numbers()
    {
        var clip = TrackImport.Import(File([0, 0.01, 0.02]), "clip", new ImportSettings(), Nothing with { StartSeconds = 0.01, EndSeconds = 0.02 });

        Assert.Equal(0.01, Assert.Single(clip.Tracks.FrameTimesSeconds));
        Assert.Equal(1, clip.Tracks.FirstFrameIndex);
        Assert.Throws<InputException>(() => TrackImport.Import(File([0, 0.01, 0.02]), "clip", new ImportSettings(), Nothing with { StartSeconds = 5 }));
    }

    [Fact]
    public void What_a_network_is_unsure_of_was_not_seen()
    {
        var unsure = Picture() with { Format = TrajectoryFormat.DeepLabCut };
        unsure = unsure with { Points = [unsure.Points[0] with { Confidence = Series.Of([0.99, 0.59, 0.6]) }] };

        var clip = TrackImport.Import(unsure, "clip", new ImportSettings { Fps = 30 }, Nothing);
        var all = TrackImport.Import(unsure, "clip", new ImportSettings { Fps = 30, MinConfidence = 0 }, Nothing);

        Assert.Equal([true, false, true], clip.Tracks.Markers[0].Samples.Select(s => s is not null));
        Assert.Equal(0.99, clip.Tracks.Markers[0].Samples[0]!.Value.Confidence);
        Assert.Contains(clip.Issues, i => i.Code == "low_confidence_left_out");
        Assert.All(all.Tracks.Markers[0].Samples, s => Assert.NotNull(s));
    }

    [Fact]
    public void Shares_of_a_picture_need_its_size_for_an_angle_depends_on_its_shape()
    {
        var shares = Picture() with { Unit = LengthUnit.PictureShare };

        Assert.Throws<InputException>(() => TrackImport.Import(shares, "clip", new ImportSettings { Fps = 30 }, Nothing));
        var clip = TrackImport.Import(shares, "clip", new ImportSettings { Fps = 30, PictureSize = new PictureSize(200, 100) }, Nothing);

        Assert.Equal(new SpacePoint(1999.5, 1999.5, 0), clip.Tracks.Markers[0].Samples[0]!.Value.Position);
    }

    [Fact]
    public void Of_several_individuals_the_one_whose_legs_are_seen_best_is_read_unless_the_user_names_another()
    {
        PointTrack Of(string owner, string part, params double[] x) => new($"{owner}.{part}", Series.Of(x), Series.Of(x)) { Owner = owner };
        var file = Picture() with { Points = [Of("a", "toe", double.NaN, 2, double.NaN), Of("a", "nose", 1, 2, 3), Of("b", "toe", 4, 5, 6)] };
        var settings = new ImportSettings { Fps = 50 };

        var best = TrackImport.Import(file, "clip", settings, Nothing);
        var asked = TrackImport.Import(file, "clip", settings, new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Toe), "a.toe")], BodySide.Unknown));

        Assert.Equal(4, Assert.Single(best.Tracks.Markers).Samples[0]!.Value.Position.X);
        Assert.Contains(best.Issues, i => i.Code == "several_people" && i.Message.Contains(" b.", StringComparison.Ordinal));
        Assert.Equal(2, Assert.Single(asked.Tracks.Markers).Samples[1]!.Value.Position.X);
        Assert.DoesNotContain(asked.Issues, i => i.Code == "several_people");
    }

    [Fact]
    public void Computed_angles_are_no_markers()
    {
        var file = File([0, 0.01, 0.02]);
        file = file with { Points = [file.Points[0] with { Label = "left.knee", Kind = PointKind.Angle }] };

        Assert.Empty(TrackImport.Import(file, "clip", new ImportSettings(), Nothing).Tracks.Markers);
    }

    [Fact]
    public void Events_come_on_the_clips_clock()
    {
        var file = File([7.24, 7.25, 7.26]) with { Events = [new TrialEvent(7.25, "Foot Strike", "Left")] };

        Assert.Equal(0.01, Assert.Single(TrackImport.Import(file, "trial", new ImportSettings(), Nothing).Events).TimeSeconds, 9);
    }

    private static Trajectories File(ImmutableArray<double> times, double[]? x = null, double[]? rest = null) =>
        new(TrajectoryFormat.C3d, [0, 1, 2], times, [new PointTrack("LKNE", Series.Of(x ?? [1, 2, 3]), Series.Of(rest ?? [4, 5, 6]), Series.Of(rest ?? [7, 8, 9]))]) { Unit = LengthUnit.Millimetre, IsSpatial = true };

    private static Trajectories Picture() =>
        new(TrajectoryFormat.DltDv, [0, 1, 2], null, [new PointTrack("left.toe", Series.Of([10.0, 11, 12]), Series.Of([20.0, 21, 22]))]) { Unit = LengthUnit.Pixel };
}
