using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Naming;

/// <summary>The rows of the table of names.</summary>
internal static class NamingConditions
{
    private static readonly ImmutableArray<Landmark> Chain = [Landmark.Knee, Landmark.Ankle, Landmark.Toe];
    private static readonly ImmutableArray<Landmark> Usual = [Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];
    private static readonly ImmutableArray<Landmark> Whole = [Landmark.Hip, .. Usual];
    private static readonly ImmutableArray<Landmark> NoHeel = [Landmark.Hip, .. Chain];
    private static readonly ImmutableArray<Landmark> NoFoot = [Landmark.Hip, Landmark.Knee, Landmark.Ankle];
    private static readonly ImmutableArray<Landmark> FootOnly = [Landmark.Ankle, Landmark.Heel, Landmark.Toe];
    private static readonly ImmutableArray<Landmark> Extras = [Landmark.Thigh, Landmark.Patella, Landmark.Shoulder];
    private static readonly ImmutableArray<Landmark> FrontSet = [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Toe];
    private static readonly ImmutableArray<Landmark> BackSet = [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel];

    public static readonly ImmutableArray<NamingCondition> WithMarkers =
    [
        new("stretch lying, knee ankle toe", Scene.StretchLying, 1, Chain, [], false, 3),
        new("stretch lying, with heel, 12 spots in the room", Scene.StretchLying, 1, Usual, [], false, 12),
        new("stretch lying, with heel, 28 spots in the room", Scene.StretchLying, 1, Usual, [], false, 28),
        new("stretch lying, with heel, seen 20 degrees obliquely", Scene.StretchLying, 1, Usual, [], false, 3, false, 20),
        new("stretch sitting, with heel", Scene.StretchSitting, 1, Usual, [], false, 3),
        new("stretch sitting, hip to toe, a colour each", Scene.StretchSitting, 1, Whole, [], true, 6),
        new("stretch standing, hip to toe", Scene.StretchStanding, 1, NoHeel, [], false, 3),
        new("stretch sitting, thigh, patella, shoulder marked too", Scene.StretchSitting, 1, Whole, Extras, false, 3),
        new("stretch lying, foot only", Scene.StretchLying, 1, FootOnly, [], false, 2),
        new("stretch sitting, both legs, apart, one moves", Scene.StretchSitting, 2, Usual, [], false, 3),
        new("walk from the side, one leg", Scene.WalkSide, 1, Whole, [], false, 3),
        new("walk from the side, one leg, knee ankle toe", Scene.WalkSide, 1, Chain, [], false, 3),
        new("walk from the side, one leg, hip knee ankle", Scene.WalkSide, 1, NoFoot, [], false, 3),
        new("walk from the side, one leg, 20 degrees obliquely", Scene.WalkSide, 1, Whole, [], false, 3, false, 20),
        new("walk from the side, one leg, thigh, patella, shoulder marked too", Scene.WalkSide, 1, Whole, Extras, false, 3),
        new("walk from the side, both legs", Scene.WalkSide, 2, Whole, [], false, 3),
        new("walk from the side, both legs, 16 spots in the room", Scene.WalkSide, 2, Whole, [], false, 16),
        new("walk from the side, both legs, treadmill", Scene.WalkSide, 2, Whole, [], false, 3, true),
        new("walk from the side, both legs, hip knee ankle, a colour each", Scene.WalkSide, 2, NoFoot, [], true, 3),
        new("walk from the front, both legs", Scene.WalkFront, 2, FrontSet, [], false, 3),
        new("walk from the front, both legs, hip knee ankle", Scene.WalkFront, 2, NoFoot, [], false, 3),
        new("walk from the front, both legs, treadmill", Scene.WalkFront, 2, FrontSet, [], false, 3, true),
        new("walk from the front, one leg", Scene.WalkFront, 1, FrontSet, [], false, 3),
        new("walk from behind, both legs", Scene.WalkBack, 2, BackSet, [], false, 3),
        new("walk from behind, both legs, treadmill", Scene.WalkBack, 2, BackSet, [], false, 3, true),
        new("walk from behind, both legs, 16 spots in the room", Scene.WalkBack, 2, BackSet, [], false, 16),
    ];

    public static readonly ImmutableArray<NamingCondition> WithoutMarkers =
    [
        new("4 spots", Scene.StretchSitting, 1, [], [], false, 4),
        new("12 spots", Scene.WalkSide, 1, [], [], false, 12),
        new("40 spots", Scene.WalkFront, 1, [], [], false, 40),
        new("thigh, patella and shoulder marked, no joint", Scene.WalkSide, 1, [], [Landmark.Thigh, Landmark.Patella, Landmark.Shoulder], false, 6),
    ];
}
