using Clonus.Motion.Tracks;
using Clonus.Scorecard.Naming;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Which of two legs of a walk is the left one, by what the picture shows and by what was given.</summary>
public class LegSidesTests
{
    private static readonly TrackingSettings Settings = new();

    [Fact]
    public void Left_and_right_that_nothing_tells_apart_are_not_guessed()
    {
        var condition = new NamingCondition("walk", Scene.WalkFront, 2, [Landmark.Hip, Landmark.Knee, Landmark.Ankle], [], false, 0, Treadmill: true);
        var names = MarkerNaming.Automatic(NamingCase.Of(condition, 2).Candidates, Settings);

        Assert.All(names.Markers, m => Assert.Equal(BodySide.Unknown, m.Name.Side));
        Assert.Contains(names.Issues, i => i.Code == "second_leg_ignored" && i.Message.Contains("from behind", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(WalkView.Front)]
    [InlineData(WalkView.Back)]
    public void Standing_feet_that_go_back_tell_the_front_from_the_back_where_toes_hang_like_heels(WalkView view)
    {
        foreach (var seed in new[] { 111, 703, 1480 })
        {
            var clip = NamingCase.Of(new WalkScene
            {
                Motion = new WalkMotion { Treadmill = true },
                Subject = new WalkSubject { View = view, Framing = WalkFraming.Legs },
                Camera = new StretchCamera { WidthPixels = 540, HeightPixels = 720, DurationSeconds = 6 },
                Seed = seed,
            });
            var names = MarkerNaming.Automatic(clip.Candidates, Settings);

            Assert.Equal(8, names.Markers.Length);
            Assert.All(names.Markers, m => Assert.Equal(clip.Truth[m.Track], m.Name));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_is_said_to_face_the_camera_has_his_right_on_the_pictures_left(bool faces)
    {
        var condition = new NamingCondition("walk", Scene.WalkFront, 2, [Landmark.Hip, Landmark.Knee, Landmark.Ankle], [], false, 0, Treadmill: true);
        var clip = NamingCase.Of(condition, 2);
        var names = MarkerNaming.Automatic(clip.Candidates, Settings with { View = LegView.Front, FacesCamera = faces });

        Assert.Equal(6, names.Markers.Length);
        Assert.All(names.Markers, m => Assert.Equal(faces, clip.Truth[m.Track]!.Value.Side == m.Name.Side));
        Assert.Empty(names.Issues);
    }

    [Fact]
    public void A_side_that_the_picture_does_not_show_is_kept_and_contradicted_unless_it_is_mirrored()
    {
        var candidates = NamingCase.Of(NamingConditions.WithMarkers.Single(c => c.Text == "walk from the side, both legs"), 1).Candidates;
        var inferred = MarkerNaming.Automatic(candidates, Settings);
        var near = Assert.Single(inferred.Issues).Message.Contains("--side left", StringComparison.Ordinal) ? BodySide.Left : BodySide.Right;
        MarkerNames Named(BodySide side, bool mirror) => MarkerNaming.Automatic(candidates, Settings with { Side = side, Mirror = mirror });

        Assert.Empty(Named(near, false).Issues);
        Assert.Empty(Named(near.Opposite, true).Issues);
        var contradicted = Named(near.Opposite, false);
        Assert.All(inferred.Markers, m => Assert.Equal(m.Name.Side.Opposite, contradicted.Markers.Single(o => o.Track == m.Track).Name.Side));
        var issue = Assert.Single(contradicted.Issues);
        Assert.Equal("side_contradicted", issue.Code);
        Assert.Contains("--mirror", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirrored_walk_changes_left_and_right()
    {
        var condition = NamingConditions.WithMarkers.Single(c => c.Text == "walk from behind, both legs");
        var candidates = NamingCase.Of(condition, 4).Candidates;
        var (plain, mirrored) = (MarkerNaming.Automatic(candidates, Settings), MarkerNaming.Automatic(candidates, Settings with { Mirror = true }));

        Assert.Equal(8, plain.Markers.Length);
        Assert.All(plain.Markers, m => Assert.NotEqual(m.Name.Side, mirrored.Markers.Single(o => o.Track == m.Track).Name.Side));
    }
}
