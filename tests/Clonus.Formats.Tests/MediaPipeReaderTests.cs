namespace Clonus.Formats.Tests;

public sealed class MediaPipeReaderTests
{
    [Fact]
    public void Landmarks_by_name_are_shares_of_the_picture()
    {
        var file = Reading.Of(MediaPipeReader.Read, Samples.MediaPipeNames);

        Assert.Equal(["left_knee", "left_ankle"], file.Labels());
        Assert.Equal([0, 2], file.Frames);
        Assert.Equal([0, 0.0665], file.TimesSeconds!.Value);
        Assert.Equal(LengthUnit.PictureShare, file.Unit);
        Assert.False(file.IsSpatial);
        Assert.Null(file.Points[0].Z);
        Assert.Equal([0.5, 0.51], file.Point("left_knee").X.Numbers());
        Assert.Equal([0.98, 0], file.Point("left_ankle").Confidence!.Value.Numbers());
        Assert.Null(file.Point("left_ankle").At(1));
    }

    [Theory]
    [InlineData("left_knee_x,left_knee_y,left_ankle_x,left_ankle_y")]
    [InlineData("LEFT_KNEE_X,LEFT_KNEE_Y,LEFT_ANKLE_X,LEFT_ANKLE_Y")]
    [InlineData("leftKneeX,leftKneeY,leftAnkleX,leftAnkleY")]
    [InlineData("Left Knee x,Left Knee y,Left Ankle x,Left Ankle y")]
    [InlineData("left_knee.x,left_knee.y,left_ankle.x,left_ankle.y")]
    [InlineData("x_left_knee,y_left_knee,x_left_ankle,y_left_ankle")]
    [InlineData("KNEE_LEFT_x,KNEE_LEFT_y,ANKLE_LEFT_x,ANKLE_LEFT_y")]
    [InlineData("LKnee_x,LKnee_y,LAnkle_x,LAnkle_y")]
    [InlineData("x25,y25,x27,y27")]
    [InlineData("x_25,y_25,x_27,y_27")]
    [InlineData("25_x,25_y,27_x,27_y")]
    [InlineData("landmark_25_x,landmark_25_y,landmark_27_x,landmark_27_y")]
    [InlineData("lmk25_x,lmk25_y,lmk27_x,lmk27_y")]
    [InlineData("pose_25_x,pose_25_y,pose_27_x,pose_27_y")]
    [InlineData("left_knee_x_norm,left_knee_y_norm,left_ankle_x_norm,left_ankle_y_norm")]
    public void People_name_columns_in_many_ways(string header)
    {
        var text = $"{header}\n0.5,0.25,0.6,0.75\n0.51,0.26,0.61,0.76\n";
        var file = Reading.Of(MediaPipeReader.Read, text);

        Assert.True(MediaPipeReader.Recognises(text));
        Assert.Equal(["left_knee", "left_ankle"], file.Labels());
        Assert.Equal([0.26], file.Point("left_knee").Y.Numbers()[1..]);
        Assert.Equal([0, 1], file.Frames);
        Assert.Null(file.TimesSeconds);
        Assert.Equal(LengthUnit.PictureShare, file.Unit);
    }

    [Fact]
    public void All_33_may_be_counted_from_0_or_from_1()
    {
        Assert.Equal("right_foot_index", Reading.Of(MediaPipeReader.Read, Counted(0)).Points[^1].Label);
        Assert.Equal("right_foot_index", Reading.Of(MediaPipeReader.Read, Counted(1)).Points[^1].Label);
        Assert.Equal("nose", Reading.Of(MediaPipeReader.Read, Counted(1)).Points[0].Label);
        Assert.Equal(33, Reading.Of(MediaPipeReader.Read, Counted(1)).Points.Length);

        static string Counted(int first) => string.Join(',', Enumerable.Range(first, 33).Select(i => $"x{i},y{i},z{i},v{i}")) + "\n" + string.Join(',', Enumerable.Repeat("0.5,0.5,0,1", 33)) + "\n";
    }

    [Fact]
    public void Hands_faces_and_metres_around_the_hips_are_passed_over()
    {
        var file = Reading.Of(MediaPipeReader.Read, "file_name,frame_number,face_25_x,face_25_y,left_hand_25_x,left_hand_25_y,world_left_knee_x,world_left_knee_y,left_knee_x,left_knee_y,left_ankle_x,left_ankle_y\nme.mp4,3,9,9,9,9,9,9,0.5,0.25,0.6,0.7\n");

        Assert.Equal([0.5], file.Point("left_knee").X.Numbers());
        Assert.Equal(["left_knee", "left_ankle"], file.Labels());
        Assert.Equal([3], file.Frames);
    }

    [Fact]
    public void Pixels_are_taken_before_shares()
    {
        var file = Reading.Of(MediaPipeReader.Read, "left_knee_x,left_knee_y,left_ankle_x,left_ankle_y,left_knee_x_px,left_knee_y_px,left_ankle_x_px,left_ankle_y_px\n0.5,0.5,0.6,0.6,320,240,384,288\n");

        Assert.Equal(LengthUnit.Pixel, file.Unit);
        Assert.Equal([320], file.Point("left_knee").X.Numbers());
    }

    [Fact]
    public void Large_numbers_are_pixels()
    {
        Assert.Equal(LengthUnit.Pixel, Reading.Of(MediaPipeReader.Read, "x25,y25,x27,y27\n320,240,330,400\n").Unit);
    }

    [Fact]
    public void Zeros_where_nobody_was_found_are_no_position()
    {
        var file = Reading.Of(MediaPipeReader.Read, "x25,y25,v25,x27,y27,v27\n0.5,0.5,0.9,0.6,0.6,0.9\n0.0,0.0,0.0,0,0,0\n");

        Assert.Null(file.Point("left_knee").At(1));
    }

    [Theory]
    [InlineData("frame_idx,ms,lmk25_x,lmk25_y,lmk25_z,lmk25_vis,lmk27_x,lmk27_y,lmk27_z,lmk27_vis")]
    [InlineData("frameIndex,t_ms,LEFT_KNEE_x,LEFT_KNEE_y,LEFT_KNEE_z,LEFT_KNEE_visibility,LEFT_ANKLE_x,LEFT_ANKLE_y,LEFT_ANKLE_z,LEFT_ANKLE_visibility")]
    [InlineData("frame,timestamp (ms),lm_25_x,lm_25_y,lm_25_presence,lm_25_visibility,lm_27_x,lm_27_y,lm_27_presence,lm_27_visibility")]
    public void Leading_columns_of_frames_and_times_are_told_by_their_words(string header)
    {
        var text = header + "\n4,133,0.5,0.25,0,0.9,0.6,0.75,0,0.8\n6,200,0.5,0.25,0,0.9,,,,\n";
        var file = Reading.Of(MediaPipeReader.Read, text);

        Assert.True(MediaPipeReader.Recognises(text));
        Assert.Equal([4, 6], file.Frames);
        Assert.Equal([0.133, 0.2], file.TimesSeconds!.Value.Select(t => Math.Round(t, 9)));
        Assert.Equal([0.8, 0], file.Point("left_ankle").Confidence!.Value.Numbers());
    }

    [Theory]
    [InlineData("time", "0;0.033;0.067", 0.067)]
    [InlineData("timestamp", "0;33;67", 0.067)]
    [InlineData("timestamp_us", "0;33000;67000", 0.067)]
    [InlineData("time (\u00b5s)", "0;33000;67000", 0.067)]
    [InlineData("t_sec", "10;11;12", 12)]
    [InlineData("timestamp", "0:00:00.000;0:00:00.033;0:00:00.067", 0.067)]
    public void Times_are_read_in_their_unit(string header, string times, double last)
    {
        var file = Reading.Of(MediaPipeReader.Read, $"{header},x25,y25,x27,y27\n" + string.Concat(times.Split(';').Select(t => $"{t},0.1,0.2,0.3,0.4\n")));

        Assert.Equal(last, file.TimesSeconds!.Value[^1], 9);
    }

    [Fact]
    public void A_date_is_no_time_of_a_frame_and_is_not_kept()
    {
        var file = Reading.Of(MediaPipeReader.Read, "timestamp,x25,y25,x27,y27\n2024-05-01 10:00:00,0.1,0.2,0.3,0.4\n2024-05-01 10:00:00,0.1,0.2,0.3,0.4\n");

        Assert.Null(file.TimesSeconds);
        Assert.Equal("times_unread", Assert.Single(file.Issues).Code);
    }

    [Theory]
    [InlineData(Samples.MediaPipeLong)]
    [InlineData("frame,landmark,x,y,z,visibility\n0,25,0.5,0.25,0,0.9\n0,27,0.6,0.75,0,0.8\n1,25,0.51,0.26,0,0.7\n")]
    [InlineData("frame_id,landmark_name,x,y,z,visibility\n0,PoseLandmark.LEFT_KNEE,0.5,0.25,0,0.9\n0,left ankle,0.6,0.75,0,0.8\n1,left_knee,0.51,0.26,0,0.7\n")]
    [InlineData("Frame,ID,X,Y,Z,Visibility\n0,25,0.5,0.25,0,0.9\n1,25,0.51,0.26,0,0.7\n0,27,0.6,0.75,0,0.8\n")]
    [InlineData("Frame,Time,FPS,Landmark_ID,Visibility,Detection_OK,X_raw,Y_raw,Z_raw\n0,0,30,25,0.9,True,0.5,0.25,0\n0,0,30,27,0.8,True,0.6,0.75,0\n1,0.033,30,25,0.7,True,0.51,0.26,0\n")]
    [InlineData("frame,landmark_id,x_norm,y_norm,z_norm,visibility\n0,25,0.5,0.25,0,0.9\n0,27,0.6,0.75,0,0.8\n1,25,0.51,0.26,0,0.7\n")]
    [InlineData("frame_index,timestamp_ms,landmark_index,name,x,y,z,visibility\n0,45.2,25,left_knee,0.5,0.25,0,0.9\n0,45.2,27,left_ankle,0.6,0.75,0,0.8\n1,78.5,25,left_knee,0.51,0.26,0,0.7\n")]
    public void A_row_a_landmark_is_read_too(string text)
    {
        var file = Reading.Of(MediaPipeReader.Read, text);

        Assert.True(MediaPipeReader.Recognises(text));
        Assert.Equal(["left_knee", "left_ankle"], file.Labels());
        Assert.Equal([0, 1], file.Frames);
        Assert.Equal([0.5, 0.51], file.Point("left_knee").X.Numbers());
        Assert.Equal([0.8, 0], file.Point("left_ankle").Confidence!.Value.Numbers());
    }

    [Fact]
    public void Rows_of_landmarks_have_the_time_of_their_frame()
    {
        var file = Reading.Of(MediaPipeReader.Read, "frame,timestamp_ms,landmark,x,y\n0,0.0,left_knee,0.1,0.2\n0,0.0,left_ankle,0.1,0.2\n1,33.3,left_knee,0.1,0.2\n");

        Assert.Equal([0, 0.0333], file.TimesSeconds!.Value.Select(t => Math.Round(t, 9)));
    }

    [Theory]
    [InlineData("0,0,0.5", "0,0,abc", "line 2: 'abc' in column 3 is no number")]
    [InlineData("\n2,66.5", "\n0,66.5", "line 3: frame 0 comes after frame 0: they must rise")]
    [InlineData("\n2,66.5", "\n2,0", "line 3: time 0 comes after time 0: they must rise")]
    [InlineData("\n2,66.5", "\n2,x", "line 3: 'x' in column 2 is no number")]
    [InlineData("0.97,,,,", "0.97", "line 3: has 6 cells where the header has 10")]
    [InlineData("LEFT_KNEE_x", "x", "line 1: the header has no columns such as left_knee_x and left_knee_y, nor frame, landmark, x and y, of a pose with legs")]
    public void A_broken_wide_table_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(MediaPipeReader.Read, Samples.MediaPipeNames.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0,27,LEFT_ANKLE", "0,25,LEFT_KNEE", "line 3: 'left_knee' is there twice in frame 0")]
    [InlineData("\n1,25", "\nx,25", "line 4: 'x' in column 1 is no frame number")]
    [InlineData("0,0.7", "0", "line 4: has 6 cells where the header has 7")]
    public void A_broken_long_table_is_told_by_its_line(string good, string bad, string error)
    {
        Assert.Equal("sample.csv, " + error, Reading.ErrorOf(MediaPipeReader.Read, Samples.MediaPipeLong.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hand_is_no_leg()
    {
        Assert.Contains("of a pose with legs", Reading.ErrorOf(MediaPipeReader.Read, "frame,landmark,x,y,visibility\n0,0,0.1,0.1,1\n0,20,0.1,0.2,1\n"), StringComparison.Ordinal);
    }
}
