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
        var named = NamedPoints.Find(labels.Split(' '), Nothing, isMirrored: false);

        Assert.Equal(expected, Written(named));
        Assert.Contains(set, Assert.Single(named.Issues).Message, StringComparison.Ordinal);
        Assert.Equal("labels_named", named.Issues[0].Code);
    }

    [Fact]
    public void Our_own_names_are_no_guess()
    {
        var named = NamedPoints.Find(["left.knee", "unknown.toe", "point", "reference"], Nothing, isMirrored: false);

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
        var named = NamedPoints.Find(["head", label], Nothing, isMirrored: false);

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
        var named = NamedPoints.Find([label], Nothing, isMirrored: false);

        Assert.Empty(named.Markers);
        Assert.Equal("labels_unknown", Assert.Single(named.Issues).Code);
        Assert.Contains(label, named.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_names_come_before_all_others_and_a_side_fills_what_has_none()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Knee), "Wand 3")], BodySide.Left);

        var named = NamedPoints.Find(["LKNE", "wand 3", "ankle", null], request, isMirrored: false);

        Assert.Equal("left.knee=wand 3 left.ankle=ankle", Written(named));
    }

    [Fact]
    public void A_label_that_is_not_there_is_a_wrong_setting_that_lists_those_that_are()
    {
        var request = new ImportRequest([new LabelledMarker(MarkerName.Point, "W1")], BodySide.Unknown);

        var error = Assert.Throws<InputException>(() => NamedPoints.Find(["W2", "W3"], request, isMirrored: false));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains("W2, W3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirrored_picture_exchanges_left_and_right_but_not_what_the_user_named()
    {
        var request = new ImportRequest([new LabelledMarker(new MarkerName(BodySide.Left, Landmark.Heel), "left_heel")], BodySide.Unknown);

        var named = NamedPoints.Find(["left_knee", "left_ankle", "left_heel"], request, isMirrored: true);

        Assert.Equal("right.knee=left_knee right.ankle=left_ankle left.heel=left_heel", Written(named));
    }

    private static string Written(NamedPoints named) => string.Join(' ', named.Markers.Select(m => $"{m.Name}={m.Label}"));
}
