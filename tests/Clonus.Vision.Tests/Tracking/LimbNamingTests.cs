using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using Clonus.Scorecard.Naming;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

/// <summary>Legs of scripted tracks: no picture is needed to know which sticker is which.</summary>
public class LimbNamingTests
{
    private static readonly TrackingSettings Settings = new();
    private static readonly Landmark[] Chain = [Landmark.Knee, Landmark.Ankle, Landmark.Toe];

    [Fact]
    public void A_leg_is_named_whatever_its_posture_and_whichever_way_up_the_picture()
    {
        var random = new Random(7);
        var unnamed = 0;
        for (var round = 0; round < 300; round++)
        {
            Landmark[] landmarks = [.. Chain, .. random.Next(2) == 0 ? new[] { Landmark.Heel } : [], .. random.Next(2) == 0 ? new[] { Landmark.Hip } : []];
            var leg = Leg.Random(random);
            // In any order: the order in which stickers were found says nothing.
            var shuffled = landmarks.OrderBy(_ => random.Next()).ToArray();
            var names = MarkerNaming.Automatic([.. shuffled.Select(landmark => leg.Candidate(landmark, random))], Settings);

            Assert.All(names.Markers, m => Assert.Equal(shuffled[m.Track], m.Name.Landmark));
            unnamed += names.Markers.Length < shuffled.Length ? 1 : 0;
        }

        // A foot that hardly moves says little about which of its ends is the ankle.
        Assert.InRange(unnamed, 0, 6);
    }

    [Fact]
    public void A_leg_among_spots_of_the_room_is_found()
    {
        var random = new Random(3);
        var unnamed = 0;
        for (var round = 0; round < 50; round++)
        {
            var leg = Leg.Random(random);
            var spots = Enumerable.Range(0, 8).Select(_ => Still(random, Colour.FromBgr(random.Next(256), random.Next(256), random.Next(256)), 0.4));
            var names = MarkerNaming.Automatic([.. Chain.Select(landmark => leg.Candidate(landmark, random)), .. spots], Settings);

            Assert.All(names.Markers.Where(m => m.Track < 3), m => Assert.Equal(Chain[m.Track], m.Name.Landmark));
            unnamed += names.Markers.Count(m => m.Track < 3) < 3 ? 1 : 0;
        }

        Assert.InRange(unnamed, 0, 2);
    }

    [Fact]
    public void Blocks_of_the_stickers_colour_that_stand_still_are_furniture()
    {
        var random = new Random(11);
        Landmark[] usual = [.. Chain, Landmark.Heel];
        var named = 0;
        for (var round = 0; round < 6; round++)
        {
            var leg = Leg.Random(random);
            var blocks = Enumerable.Range(0, 10).Select(_ => Still(random, leg.Candidate(Landmark.Toe, random).Colour, 1)).ToArray();
            var names = MarkerNaming.Automatic([.. usual.Select(landmark => leg.Candidate(landmark, random)), .. blocks], Settings);

            Assert.All(names.Markers.Where(m => m.Name.Landmark != Landmark.Hip), m => Assert.Equal(Array.IndexOf(usual, m.Name.Landmark), m.Track));
            named += names.Markers.Count(m => m.Track < usual.Length) >= 3 ? 1 : 0;
            Assert.Empty(MarkerNaming.Automatic(blocks, Settings).Markers);
        }

        Assert.InRange(named, 5, 6);
    }

    [Theory]
    [InlineData(LegView.Side, 3)]
    [InlineData(LegView.Front, 0)]
    public void A_view_that_was_given_is_the_only_one_that_legs_are_looked_for_in(LegView view, int named)
    {
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        var names = MarkerNaming.Automatic([.. Chain.Select(landmark => leg.Candidate(landmark, new Random(1)))], Settings with { View = view });

        Assert.Equal(named, names.Markers.Length);
        Assert.Equal(named == 0, names.Issues.Any(i => i.Message.Contains("--view auto", StringComparison.Ordinal)));
    }

    [Fact]
    public void Three_tags_are_the_limbs_markers_and_the_cells_of_fewer_are_no_stickers()
    {
        var random = new Random(1);
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        LimbCandidate Tag(Landmark landmark, int id) => leg.Candidate(landmark, random) with { DiameterPixels = 30, Tag = new ArucoSpec($"aruco:{id}", "DICT_4X4_50", id) };
        LimbCandidate[] tags = [.. Chain.Select(Tag)], cells = [.. Chain.Select(landmark => leg.Candidate(landmark, random))];
        LimbCandidate[] spots = [.. cells, Still(random, Colour.FromBgr(200, 20, 20), 1)];

        Assert.Equal(tags, LimbCandidate.WithTags(spots, tags));
        Assert.Equal([.. cells[1..], spots[^1], tags[0]], LimbCandidate.WithTags(spots, tags[..1]));
        Assert.Equal(["aruco:0", "aruco:1", "aruco:2"], MarkerNaming.Automatic(tags, Settings).Markers.OrderBy(m => m.Track).Select(m => m.Spec));
    }

    [Fact]
    public void Spots_that_do_not_move_as_a_leg_are_none_however_many()
    {
        var random = new Random(5);
        for (var round = 0; round < 6; round++)
        {
            var spots = Enumerable.Range(0, 30).Select(_ => Still(random, Colour.FromBgr(random.Next(256), random.Next(256), random.Next(256)), 0.8));
            var names = MarkerNaming.Automatic([.. spots], Settings);

            Assert.Empty(names.Markers);
            Assert.Equal("markers_not_found", Assert.Single(names.Issues).Code);
        }
    }

    [Fact]
    public void A_leg_at_rest_is_a_leg_when_its_stickers_are_beyond_doubt()
    {
        var leg = new Leg(300, 0.25, 0, false, 100, 0, 0.36);
        var names = MarkerNaming.Automatic([.. Chain.Select(landmark => leg.Candidate(landmark, new Random(1)))], Settings);

        Assert.Equal(Chain, names.Markers.Select(m => m.Name.Landmark));
    }

    [Fact]
    public void A_foot_that_swings_without_its_shank_is_ankle_and_toe_but_never_a_leg()
    {
        var random = new Random(1);
        var leg = new Leg(300, 0.3, 0, false, 100, 12, 0.36);
        var names = MarkerNaming.Automatic([leg.Candidate(Landmark.Toe, random), leg.Candidate(Landmark.Ankle, random), leg.Candidate(Landmark.Heel, random)], Settings);

        Assert.DoesNotContain(names.Markers, m => m.Name.Landmark == Landmark.Knee);
        Assert.Equal(0, names.Markers.Single(m => m.Name.Landmark == Landmark.Toe).Track);
    }

    [Theory]
    [InlineData(BodySide.Right, BodySide.Right)]
    [InlineData(BodySide.Left, BodySide.Left)]
    public void The_side_that_was_given_names_the_markers(BodySide given, BodySide named)
    {
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        var names = MarkerNaming.Automatic([.. Chain.Select(landmark => leg.Candidate(landmark, new Random(1)))], Settings with { Side = given });

        Assert.All(names.Markers, m => Assert.Equal(named, m.Name.Side));
    }

    [Theory]
    [InlineData(BodySide.Unknown, false, BodySide.Right)]
    [InlineData(BodySide.Unknown, true, BodySide.Left)]
    [InlineData(BodySide.Left, false, BodySide.Left)]
    public void Of_two_legs_the_nearer_one_is_of_the_side_that_faces_the_camera(BodySide given, bool mirror, BodySide near)
    {
        var random = new Random(1);
        // Hanging shanks, toes to the right of the picture; the second leg is farther away and lags behind.
        var (first, second) = (new Leg(300, Math.PI / 2, 0, false, 100, 10, 0.36), new Leg(250, (Math.PI / 2) + 0.4, 0, false, 100, 8, 0.36) { OriginX = 480 });
        var names = MarkerNaming.Automatic(
            [.. Chain.Select(landmark => second.Candidate(landmark, random)), .. Chain.Select(landmark => first.Candidate(landmark, random))],
            Settings with { Side = given, Mirror = mirror });

        Assert.Equal(6, names.Markers.Length);
        Assert.All(names.Markers.Where(m => m.Track >= 3), m => Assert.Equal(near, m.Name.Side));
        Assert.All(names.Markers.Where(m => m.Track < 3), m => Assert.NotEqual(near, m.Name.Side));
    }

    [Fact]
    public void Markers_of_one_colour_are_told_apart_by_the_leg_and_of_different_colours_by_their_colour()
    {
        var random = new Random(1);
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        var green = Colour.FromBgr(70, 170, 40);
        var (toe, knee, ankle) = (leg.Candidate(Landmark.Toe, random) with { Colour = Colour.FromBgr(200, 60, 30) }, leg.Candidate(Landmark.Knee, random) with { Colour = green }, leg.Candidate(Landmark.Ankle, random) with { Colour = green });
        var names = RequestedNaming.Name([toe, ankle, knee], Settings with { Markers = [Request("left.toe", "blue"), Request("left.knee", "green"), Request("left.ankle", "green")] });

        Assert.Equal([0, 2, 1], names.Markers.Select(m => m.Track));
        Assert.Empty(names.Issues);
    }

    [Fact]
    public void A_heel_of_the_same_colour_that_was_not_asked_for_confuses_nothing()
    {
        var random = new Random(1);
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        Landmark[] marked = [Landmark.Toe, Landmark.Heel, Landmark.Knee, Landmark.Ankle];
        var spec = NamedColour.Describe(leg.Candidate(Landmark.Toe, random).Colour);
        var names = RequestedNaming.Name(
            [.. marked.Select(l => leg.Candidate(l, random))],
            Settings with { Markers = [Request("left.toe", spec), Request("left.knee", spec), Request("left.ankle", spec)] });

        Assert.Equal([0, 2, 3], names.Markers.Select(m => m.Track));
        Assert.Empty(names.Issues);
    }

    [Fact]
    public void Several_markers_of_a_colour_that_is_not_there_are_said_to_be_missing()
    {
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        var blue = leg.Candidate(Landmark.Toe, new Random(1)) with { Colour = Colour.FromBgr(200, 60, 30) };
        var names = RequestedNaming.Name([blue], Settings with { Markers = [Request("left.toe", "green"), Request("left.knee", "green")] });

        Assert.All(names.Issues, issue => Assert.Contains("no green marker", issue.Message, StringComparison.Ordinal));
        Assert.Equal(2, names.Issues.Length);
    }

    [Fact]
    public void A_colour_that_is_not_there_is_an_issue_of_its_marker()
    {
        var leg = new Leg(300, 0.25, 0, false, 100, 10, 0.36);
        var names = RequestedNaming.Name([leg.Candidate(Landmark.Toe, new Random(1))], Settings with { Markers = [Request("left.toe", "green"), Request("left.knee", "blue")] });

        Assert.Equal("left.toe", Assert.Single(names.Markers).Name.ToString());
        Assert.Equal("left.knee", Assert.Single(names.Issues).Marker.ToString());
    }

    [Theory]
    [InlineData("stretch lying, with heel, 12 spots in the room")]
    [InlineData("stretch sitting, thigh, patella, shoulder marked too")]
    [InlineData("stretch lying, foot only")]
    [InlineData("walk from the side, both legs")]
    [InlineData("walk from the side, one leg, hip knee ankle")]
    [InlineData("walk from the front, both legs")]
    [InlineData("walk from behind, both legs, treadmill")]
    public void Bodies_in_space_are_named_without_a_wrong_name(string text)
    {
        var outcomes = Outcomes(text, 1);

        Assert.DoesNotContain(NamingOutcome.Wrong, outcomes);
        Assert.InRange(outcomes.Count(o => o == NamingOutcome.Right), 10, 12);
    }

    [Fact]
    public void Beside_a_leg_that_moves_one_at_rest_is_named_too_though_the_nearer_one_hides_some_of_the_farther_ones_markers()
    {
        var outcomes = Outcomes("stretch sitting, both legs, apart, one moves", 7);

        Assert.DoesNotContain(NamingOutcome.Wrong, outcomes);
        Assert.InRange(outcomes.Count(o => o == NamingOutcome.Right), 8, 12);
    }

    [Fact]
    public void Stickers_of_a_trunk_that_lie_like_those_of_a_foot_are_no_foot()
    {
        var condition = NamingConditions.WithoutMarkers.Single(c => c.Extra.Length > 0);

        Assert.Empty(MarkerNaming.Automatic(NamingCase.Of(condition, 73).Candidates, Settings).Markers);
    }

    [Fact]
    public void Where_no_joint_is_marked_nothing_is_named()
    {
        foreach (var condition in NamingConditions.WithoutMarkers)
        {
            Assert.All(Enumerable.Range(1, 4), seed => Assert.Empty(MarkerNaming.Automatic(NamingCase.Of(condition, seed).Candidates, Settings).Markers));
        }
    }

    [Fact]
    public void Two_legs_asked_for_by_one_colour_are_told_apart_by_the_walk()
    {
        var condition = new NamingCondition("walk", Scene.WalkFront, 2, [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Toe], [], false, 2);
        var clip = NamingCase.Of(condition, 3);
        var spec = NamedColour.Describe(clip.Candidates[clip.Truth.IndexOf(new MarkerName(BodySide.Left, Landmark.Ankle))].Colour);
        string[] landmarks = ["hip", "knee", "ankle", "toe"];
        var names = RequestedNaming.Name(
            clip.Candidates, Settings with { Markers = [.. landmarks.Select(l => Request("left." + l, spec)), .. landmarks.Select(l => Request("right." + l, spec))] });

        Assert.Equal(8, names.Markers.Length);
        Assert.All(names.Markers, m => Assert.Equal(clip.Truth[m.Track], m.Name));
    }

    [Fact]
    public void Ankle_and_toe_of_one_colour_are_told_apart_by_which_of_them_swings()
    {
        var random = new Random(1);
        var leg = new Leg(300, 0.3, 0, false, 100, 16, 0.36);
        var names = RequestedNaming.Name(
            [leg.Candidate(Landmark.Toe, random), leg.Candidate(Landmark.Ankle, random)],
            Settings with { Markers = [Request("unknown.ankle", "green"), Request("unknown.toe", "green")] });

        Assert.Equal([1, 0], names.Markers.Select(m => m.Track));
    }

    /// <summary>Of 12 bodies in space under a condition.</summary>
    private static NamingOutcome[] Outcomes(string text, int firstSeed)
    {
        var condition = NamingConditions.WithMarkers.Single(c => c.Text == text);
        return [.. Enumerable.Range(firstSeed, 12).Select(seed => NamingCase.Of(condition, seed))
            .Select(clip => NamingScore.Of(clip.Truth, MarkerNaming.Automatic(clip.Candidates, Settings).Markers))];
    }

    private static MarkerRequest Request(string name, string spec)
    {
        Assert.True(MarkerName.TryParse(name, out var parsed));
        return new MarkerRequest(parsed, MarkerSpec.Parse(spec));
    }

    private static LimbCandidate Still(Random random, Colour colour, double quality)
    {
        var place = new ImagePoint(random.Next(900), random.Next(600));
        return new LimbCandidate(
            [.. Enumerable.Range(0, 120).Select(_ => (MarkerSample?)new MarkerSample(place + new ImagePoint(random.NextDouble() * 0.2, random.NextDouble() * 0.2), 1))],
            quality * (0.5 + (0.5 * random.NextDouble())), 8 + (20 * random.NextDouble()), colour);
    }

    /// <summary>A leg: knee at the origin, shank along a direction, foot turning by a beat about the ankle; drawn as it is or as its mirror image.</summary>
    private sealed record Leg(double ShankPixels, double DirectionRadians, double KneeFlexionDegrees, bool Mirrored, double AnkleDegrees, double BeatDegrees, double FootRatio)
    {
        public double OriginX { get; init; } = 300;

        public static Leg Random(Random random) => new(
            120 + (300 * random.NextDouble()), 2 * Math.PI * random.NextDouble(), 100 * random.NextDouble(), random.Next(2) == 0,
            85 + (45 * random.NextDouble()), 5 + (15 * random.NextDouble()), 0.28 + (0.2 * random.NextDouble()));

        public LimbCandidate Candidate(Landmark landmark, Random random) => new(
            [.. Enumerable.Range(0, 120).Select(frame => (MarkerSample?)new MarkerSample(
                Place(landmark, frame) + new ImagePoint((random.NextDouble() - 0.5) * 0.4, (random.NextDouble() - 0.5) * 0.4), 1))],
            0.95, ShankPixels / 18, Colour.FromBgr(70, 170, 40));

        private ImagePoint Place(Landmark landmark, int frame)
        {
            var beat = frame < 30 ? 0 : BeatDegrees / 2 * Math.Sin(2 * Math.PI * 5.5 * frame / 30);
            var toe = Polar(ShankPixels * FootRatio, 180 - AnkleDegrees - beat);
            var place = landmark switch
            {
                Landmark.Knee => default,
                Landmark.Ankle => new ImagePoint(ShankPixels, 0),
                Landmark.Toe => new ImagePoint(ShankPixels, 0) + toe,
                Landmark.Heel => new ImagePoint(ShankPixels, 0) + Polar(ShankPixels * 0.17, 180 - AnkleDegrees - beat - 110),
                // Thigh as long as the shank, folded away from the side to which the foot points.
                _ => Polar(ShankPixels * 1.02, 180 + KneeFlexionDegrees),
            };
            var (x, y) = (place.X, Mirrored ? -place.Y : place.Y);
            var (cos, sin) = (Math.Cos(DirectionRadians), Math.Sin(DirectionRadians));
            return new ImagePoint(OriginX + (x * cos) - (y * sin), 200 + (x * sin) + (y * cos));
        }

        // Degrees from the shank's direction, counted towards the side of the toes.
        private static ImagePoint Polar(double length, double degrees) =>
            new(length * Math.Cos(degrees * Math.PI / 180), -length * Math.Sin(degrees * Math.PI / 180));
    }
}
