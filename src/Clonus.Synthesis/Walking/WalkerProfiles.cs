using Clonus.Synthesis.Drawing;

namespace Clonus.Synthesis.Walking;

/// <summary>A walker's parts, in millimetres of the lengths named here; upper is the front, or away from the other leg when seen from front or back.</summary>
internal static class WalkerProfiles
{
    public const double ThighMillimetres = 400;
    public const double ShankMillimetres = 350;
    public const double TrunkMillimetres = 500;

    public static readonly LimbProfile Thigh = new(
        (-40, 400),
        (-92, 20, -30), (-80, 56, -70), (-50, 78, -94), (0, 88, -102), (100, 84, -92), (200, 77, -80), (300, 65, -66), (370, 56, -56), (405, 49, -49), (434, 30, -32), (449, 2, -2));

    public static readonly LimbProfile Shorts = new((-40, 190), (-96, 20, -34), (-84, 64, -78), (-50, 88, -104), (0, 98, -112), (100, 98, -108), (184, 96, -102), (190, 88, -96));

    public static readonly LimbProfile TrouserThigh = new(
        (-40, 400), (-96, 20, -34), (-84, 62, -76), (-50, 84, -100), (0, 95, -110), (100, 92, -102), (200, 85, -90), (300, 75, -77), (400, 64, -66), (450, 40, -44), (466, 2, -2));

    public static readonly LimbProfile TrouserShank = new(
        (0, 350), (-66, 2, -4), (-50, 38, -40), (-25, 60, -62), (0, 65, -67), (100, 58, -72), (200, 55, -68), (300, 57, -66), (352, 60, -68), (360, 54, -62));

    /// <summary>The foot behind its ball, in its own axes from the ankle.</summary>
    public static readonly LimbProfile RearFoot = new(
        (-20, 130),
        (-58, -40, -46), (-55, -25, -57), (-49, -11, -66), (-42, 3, -71), (-34, 16, -74), (-22, 27, -76), (-8, 33, -77), (8, 34, -77), (24, 30, -76),
        (38, 21, -75), (54, 9, -75), (72, -2, -75), (95, -14, -76), (120, -25, -77), (136, -32, -77), (146, -42, -74), (151, -58, -64));

    /// <summary>The toes, from their joint.</summary>
    public static readonly LimbProfile Toes = new(
        (-5, 55), (-24, 3, -6), (-19, 18, -16), (-5, 27, -19), (12, 24, -19), (34, 18, -18), (52, 11, -15), (63, 3, -10), (67, -4, -6));

    public static readonly LimbProfile PelvisFromSide = new((-60, 120), (-108, 20, -40), (-92, 70, -90), (-50, 96, -118), (0, 108, -124), (60, 108, -116), (130, 104, -104));

    public static readonly LimbProfile PelvisFromFront = new((-40, 120), (-84, 60, -60), (-60, 130, -130), (0, 172, -172), (60, 166, -166), (130, 148, -148));

    public static readonly LimbProfile TrunkFromSide = new(
        (60, 420), (28, 104, -116), (40, 112, -118), (130, 112, -108), (230, 114, -104), (330, 116, -112), (420, 100, -104), (470, 72, -80), (500, 48, -56), (512, 30, -36));

    public static readonly LimbProfile TrunkFromFront = new(
        (60, 400), (28, 158, -158), (40, 166, -166), (130, 152, -152), (230, 150, -150), (330, 162, -162), (410, 168, -168), (450, 150, -150), (480, 96, -96), (500, 58, -58), (512, 40, -40));
}
