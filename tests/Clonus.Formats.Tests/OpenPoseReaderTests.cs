using System.Globalization;
using Clonus.Motion;

namespace Clonus.Formats.Tests;

public sealed class OpenPoseReaderTests : IDisposable
{
    private const int RKnee = 10;
    private const int RAnkle = 11;
    private readonly string _folder = Directory.CreateTempSubdirectory("clonus-openpose").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Points_have_the_names_of_BODY_25()
    {
        Write("clip_000000000000_keypoints.json", Frame(Person(100, 0.9)));
        Write("clip_000000000001_keypoints.json", Frame(Person(110, 0.8)));

        var file = Read();

        Assert.Equal(TrajectoryFormat.OpenPose, file.Format);
        Assert.Equal(25, file.Points.Length);
        Assert.Equal([100 + RKnee, 110 + RKnee], file.Point("RKnee").X.Numbers());
        Assert.Equal([0.9, 0.8], file.Point("RHeel").Confidence!.Value.Numbers());
        Assert.Equal("RAnkle", file.Points[RAnkle].Label);
        Assert.Equal([0, 1], file.Frames);
        Assert.Null(file.TimesSeconds);
        Assert.Equal(LengthUnit.Pixel, file.Unit);
        Assert.Empty(file.Issues);
    }

    [Theory]
    [InlineData(17, "RAnkle", 16)]
    [InlineData(18, "RAnkle", 10)]
    [InlineData(25, "LBigToe", 19)]
    [InlineData(26, "RHeel", 25)]
    [InlineData(133, "RHeel", 22)]
    [InlineData(136, "LSmallToe", 22)]
    public void The_number_of_points_tells_the_model(int points, string label, int place)
    {
        Write("clip_0_keypoints.json", Frame(Person(100, 0.9, points)));

        Assert.Equal([100.0 + place], Read().Point(label).X.Numbers());
    }

    [Fact]
    public void Files_are_ordered_by_their_numbers_and_other_files_do_no_harm()
    {
        Write("clip2_9.json", Frame(Person(109, 1)));
        Write("clip2_10.json", Frame(Person(110, 1)));
        Write("clip2_2.json", Frame(Person(102, 1)));
        Write("camera.json", "{\"fx\": 1}");
        Write("settings_1.json", "[1, 2]");
        Write("notes.txt", "notes");

        var file = Read();

        Assert.Equal([2, 9, 10], file.Frames);
        Assert.Equal([102, 109, 110], file.Point("Nose").X.Numbers());
    }

    [Fact]
    public void Nobody_in_a_frame_and_a_point_not_found_are_no_positions()
    {
        Write("a_0.json", Frame());
        Write("a_1.json", Frame("{\"person_id\":[-1],\"pose_keypoints_2d\":[" + string.Join(",", Enumerable.Range(0, 25).Select(i => i == RKnee ? "0,0,0" : i == RAnkle ? "NaN,NaN,0.5" : "5,6,0.5")) + "]}"));

        var file = Read();

        Assert.Null(file.Point("Nose").At(0));
        Assert.Equal(0, file.Point("Nose").Confidence!.Value[0]);
        Assert.Null(file.Point("RKnee").At(1));
        Assert.Null(file.Point("RAnkle").At(1));
        Assert.NotNull(file.Point("LAnkle").At(1));
    }

    [Fact]
    public void The_old_name_of_the_list_is_read()
    {
        Write("a_0.json", Frame(Person(100, 1, 18)).Replace("pose_keypoints_2d", "pose_keypoints", StringComparison.Ordinal));

        Assert.Equal(18, Read().Points.Length);
    }

    [Fact]
    public void People_are_told_apart_by_where_they_were()
    {
        for (var i = 0; i < 20; i++)
        {
            // Files list people in any order.
            var (patient, examiner) = (Person(100 + i, 0.9), Person(900 - i, 0.4));
            Write($"a_{i}.json", i % 3 == 0 ? Frame(examiner, patient) : Frame(patient, examiner));
        }

        var file = Read();

        Assert.Equal(Enumerable.Range(0, 20).Select(i => 100.0 + i), file.Point("Nose").X.Numbers());
        var issue = Assert.Single(file.Issues);
        Assert.Equal(("several_people", IssueSeverity.Warning), (issue.Code, issue.Severity));
        Assert.Contains("followed in 2 pieces", issue.Message, StringComparison.Ordinal);
        Assert.Contains("at 112, 12 in frame 0, seen in 20 of 20 frames", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_a_person_is_believed()
    {
        for (var i = 0; i < 5; i++)
            Write($"a_{i}.json", Frame(Person(100, 0.5, id: i % 2 == 0 ? 0 : 1), Person(104, 0.5, id: i % 2 == 0 ? 1 : 0)));
        Write("a_5.json", Frame(Person(108, 0.5, id: 1)));

        var file = Read();

        Assert.Equal([104, 100, 104, 100, 104, 108], file.Point("Nose").X.Numbers());
        Assert.Contains("number 1, seen in 6 of 6 frames", file.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_stays_is_the_patient_and_not_who_walks_past_nearly_as_long()
    {
        for (var i = 0; i < 10; i++)
            Write($"a_{i}.json", i < 8 ? Frame(Person(100 + (2 * i), 0.9, id: 1), Person(300, 0.6, id: 2)) : Frame(Person(300, 0.6, id: 2)));

        Assert.Equal(Enumerable.Repeat(300.0, 10), Read().Point("Nose").X.Numbers());
    }

    [Fact]
    public void Somebody_alone_is_followed_however_far_he_goes()
    {
        Write("a_0.json", Frame(Person(100, 0.5)));
        Write("a_90.json", Frame(Person(900, 0.5)));

        Assert.Equal([100, 900], Read().Point("Nose").X.Numbers());
        Assert.Empty(Read().Issues);
    }

    [Theory]
    [InlineData(0.25, 0.001, 0.25)]
    [InlineData(-0.5, 0.01, 0.25)]
    public void Coordinates_of_a_scaled_picture_are_shares_of_it(double first, double step, double share)
    {
        Write("a_0.json", Frame("{\"pose_keypoints_2d\":[" + string.Join(",", Enumerable.Range(0, 25).Select(i => string.Create(CultureInfo.InvariantCulture, $"{first + (i * step)},0.75,0.5"))) + "]}"));

        var file = Read();

        Assert.Equal(LengthUnit.PictureShare, file.Unit);
        Assert.Equal(share, file.Point("Nose").X[0], 12);
    }

    [Fact]
    public void A_file_that_is_cut_is_an_error_of_its_own()
    {
        Write("a_0.json", Frame(Person(100, 0.5)));
        Write("a_1.json", Frame(Person(100, 0.5))[..^20]);

        Assert.Equal("a_1.json, line 1: is not JSON, or cut off", Error());
    }

    [Theory]
    [InlineData("{\"people\":[{\"pose_keypoints_2d\":[1,2,3]}]}", "a_1.json: a person has 3 numbers; known are 17, 18, 25, 26, 133 and 136 points of three")]
    [InlineData("{\"people\":[1]}", "a_1.json: 'people' holds what is no object")]
    [InlineData("{\"people\":[{\"pose_keypoints_2d\":\"x\"}]}", "a_1.json: 'pose_keypoints_2d' is no list")]
    [InlineData("", "a_1.json: is empty")]
    [InlineData("{\"people\":{}}", "a_1.json: has no list 'people'")]
    public void What_is_no_frame_among_frames_is_told(string text, string error)
    {
        Write("a_0.json", Frame(Person(100, 0.5)));
        Write("a_1.json", text);

        Assert.Equal(error, Error());
    }

    [Fact]
    public void Different_models_do_not_mix()
    {
        Write("a_0.json", Frame(Person(100, 0.5)));
        Write("a_1.json", Frame(Person(100, 0.5, 26)));

        Assert.EndsWith(": people have 25 points in one frame and 26 in another", Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_has_one_file()
    {
        Write("a_1.json", Frame());
        Write("a_01.json", Frame());

        Assert.Equal("a_1.json: frame 1 has a file already", Error());
    }

    [Fact]
    public void Two_recordings_in_a_folder_are_not_mixed()
    {
        Write("left_0.json", Frame(Person(100, 0.5)));
        Write("right_0.json", Frame(Person(100, 0.5)));

        Assert.EndsWith(": holds the files of several recordings; give each a folder of its own", Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_known_by_what_its_files_hold()
    {
        Assert.False(OpenPoseReader.RecognisesFolder(Path.Combine(_folder, "none")));
        Assert.False(OpenPoseReader.RecognisesFolder(_folder));
        Write("settings_1.json", "{}");
        Assert.False(OpenPoseReader.RecognisesFolder(_folder));
        Assert.EndsWith(": holds no JSON files with people and a number in their names", Error(), StringComparison.Ordinal);
        Write("clip_000000000007_keypoints.json", Frame());
        Assert.True(OpenPoseReader.RecognisesFolder(_folder));
        Assert.EndsWith(": shows nobody in any frame", Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        Assert.Throws<InputException>(() => OpenPoseReader.Read(Path.Combine(_folder, "none")));
    }

    private static string Frame(params string[] people) => "{\"version\":1.3,\"people\":[" + string.Join(",", people) + "]}";

    // Point i is i to the right and i below of where the first one is.
    private static string Person(double x, double confidence, int points = 25, int id = -1) =>
        $"{{\"person_id\":[{id}],\"pose_keypoints_2d\":[" + string.Join(",", Enumerable.Range(0, points).Select(i => string.Create(CultureInfo.InvariantCulture, $"{x + i},{i},{confidence}"))) + "],\"face_keypoints_2d\":[]}";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private Trajectories Read() => OpenPoseReader.Read(_folder);

    private string Error() => Assert.Throws<InputException>(Read).Message;
}
