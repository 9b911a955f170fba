using System.Collections.Immutable;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Formats.Tests.Import;

public sealed class NamedPointsTests
{
    private static readonly ImportRequest Nothing = new([], BodySide.Unknown);

    [Theory]
    [InlineData("Plug-in Gait", "LASI RASI LTHI LKNE LTIB LANK LHEE LTOE", "left.thigh=LTHI left.knee=LKNE left.ankle=LANK left.heel=LHEE left.toe=LTOE")]
    [InlineData("CGM2", "RKNE RKNM RANK RMED RHEE RFMH RVMH RSMH", "right.knee=RKNE right.ankle=RANK right.heel=RHEE right.toe=RVMH")]
    [InlineData("Helen Hayes", "V.Sacral R.Thigh R.Knee R.Shank R.Ankle R.Heel R.Toe R.Knee.Medial", "right.thigh=R.Thigh right.knee=R.Knee right.ankle=R.Ankle right.heel=R.Heel right.toe=R.Toe")]
    [InlineData("OpenSim", "RLFC RMFC RLMAL RMMAL RCAL RMT1 RMT5 RHJC", "right.knee=RLFC right.ankle=RLMAL right.heel=RCAL right.toe=RMT5 right.hip=RHJC")]
    [InlineData("BODY_25 or HALPE", "Nose RHip RKnee RAnkle RBigToe RSmallToe RHeel", "right.hip=RHip right.knee=RKnee right.ankle=RAnkle right.toe=RBigToe right.heel=RHeel")]
    [InlineData("MediaPipe", "nose left_hip left_knee left_ankle left_heel left_foot_index", "left.hip=left_hip left.knee=left_knee left.ankle=left_ankle left.heel=left_heel left.toe=left_foot_index")]
    public void The_common_sets_are_known(string set, string labels, string expected)
    {
        var named = NamedPoints.Find(labels.Split(' '), _ => true, Nothing, isMirrored: false);

        Assert.Equal(expected, Written(named));
        Assert.Contains(set, Assert.Single(named.Issues).Message, StringComparison.Ordinal);
        Assert.Equal("labels_named", named.Issues[0].Code);
    }

    [Fact]
    public void Our_own_names_are_no_guess()
    {
        var named = NamedPoints.Find(["left.knee", "unknown.toe", "point", "reference"], _ => true, Nothing, isMirrored: false);

        Assert.Equal("left.knee=left.knee unknown.toe=unknown.toe point=point reference=reference", Written(named));
        Assert.Empty(named.Issues);
    }

    [Theory]
    [InlineData("ankle_R", "right.ankle")]
    [InlineData("Left Knee", "left.knee")]
    [InlineData("R_MT_5", "right.toe")]
    [InlineData("rightHeel", "right.heel")]
    [InlineData("toe", "unknown.toe")]
    [InlineData("LKneeLat", "left.knee")]
    public void A_label_of_words_that_are_known_is_guessed_and_said_so(string label, string name)
    {
        var named = NamedPoints.Find(["head", label], _ => true, Nothing, isMirrored: false);

        Assert.Equal($"{name}={label}", Written(named));
        Assert.Contains(named.Issues, i => i.Code is "labels_guessed" or "labels_named" && i.Message.Contains($"{label} is {name}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LKneeAngles")]
    [InlineData("R.Knee.Medial")]
    [InlineData("Rknee_cluster2")]
    [InlineData("L")]
    [InlineData("kneecap brace")]
    public void A_label_with_a_word_too_many_is_not_guessed(string label)
    {
        var named = NamedPoints.Find([label], _ => true, Nothing, isMirrored: false);

        Assert.Empty(named.Markers);
        Assert.Equal("labels_unknown", Assert.Single(named.Issues).Code);
        Assert.Contains(label, named.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_names_come_before_all_others_and_a_side_fills_what_has_none()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Knee), "Wand 3")], BodySide.Left);

        var named = NamedPoints.Find(["LKNE", "wand 3", "ankle", null], _ => true, request, isMirrored: false);

        Assert.Equal("left.knee=wand 3 left.ankle=ankle", Written(named));
    }

    [Fact]
    public void A_label_that_is_not_there_is_a_wrong_setting_that_lists_those_that_are()
    {
        var request = new ImportRequest([new LabelledMarker(MarkerName.Point, "W1")], BodySide.Unknown);

        var error = Assert.Throws<InputException>(() => NamedPoints.Find(["W2", "W3"], _ => true, request, isMirrored: false));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("W2, W3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("l_knee l_ankle l_foot l_heel", "left.knee=l_knee left.ankle=l_ankle left.toe=l_foot left.heel=l_heel")]
    [InlineData("Foot Knee Ankle Toe", "unknown.knee=Knee unknown.ankle=Ankle unknown.toe=Toe")]
    public void A_foot_is_its_front_where_nothing_else_is_called_toe(string labels, string expected)
    {
        Assert.Equal(expected, Written(NamedPoints.Find(labels.Split(' '), _ => true, Nothing, isMirrored: false)));
    }

    [Fact]
    public void Labels_without_a_side_are_of_the_leg_that_the_user_names_a_marker_of()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Ankle), "ankle")], BodySide.Unknown);

        Assert.Equal("left.knee=knee left.ankle=ankle left.toe=toe", Written(NamedPoints.Find(["knee", "ankle", "toe"], _ => true, request, isMirrored: false)));
    }

    [Fact]
    public void A_leg_that_lacks_a_marker_is_said_with_the_labels_that_are_left()
    {
        var named = NamedPoints.Find(["left_knee", "left_ankle", "sole", "nose"], _ => true, Nothing, isMirrored: false);

        var issue = Assert.Single(named.Issues, i => i.Code == "labels_incomplete");
        Assert.Contains("left leg has no toe", issue.Message, StringComparison.Ordinal);
        Assert.Contains("sole, nose", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_never_seen_is_not_named_unless_the_user_does()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Toe), "left_foot_index")], BodySide.Unknown);

        Assert.Equal("left.knee=left_knee left.toe=left_foot_index", Written(NamedPoints.Find(["left_knee", "left_ankle", "left_foot_index"], i => i == 0, request, isMirrored: false)));
    }

    [Fact]
    public void A_side_that_the_labels_contradict_is_said()
    {
        var named = NamedPoints.Find(["LKNE", "LANK", "LTOE"], _ => true, new ImportRequest([], BodySide.Right), isMirrored: false);

        Assert.Contains(named.Issues, i => i.Code == "side_by_labels");
    }

    [Fact]
    public void A_mirrored_picture_exchanges_left_and_right_but_not_what_the_user_named()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Heel), "left_heel")], BodySide.Unknown);

        var named = NamedPoints.Find(["left_knee", "left_ankle", "left_heel"], _ => true, request, isMirrored: true);

        Assert.Equal("right.knee=left_knee right.ankle=left_ankle left.heel=left_heel", Written(named));
    }

    private static string Written(NamedPoints named) => string.Join(' ', named.Markers.Select(m => $"{m.Name}={m.Label}"));
}
