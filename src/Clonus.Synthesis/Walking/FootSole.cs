using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>
/// What of a foot can touch the floor, in the plane of walking and in its axes from the ankle, for a scale and a pitch of the sole that is positive with the toes up: the heel's
/// edge, the level sole, the ball, and before it the toes. While the heel rises little the toes lie flat and the foot turns about its ball; higher it rolls over the toes, which
/// bend, from the ball to their tip; higher still it turns about the tip. Against the rest of the foot the places it rolls over are an arc.
/// </summary>
internal static class FootSole
{
    /// <summary>From heel to ball, of a foot of 257 mm.</summary>
    public const double Millimetres = 180;

    private const double ToesMillimetres = 67;
    private const double BallUntilDegrees = 24;
    private const double TipFromDegrees = 62;
    private const double ArcMillimetres = ToesMillimetres / ((TipFromDegrees - BallUntilDegrees) * Math.PI / 180);

    private static readonly Place HeelOnFoot = new(-50, -78);
    private static readonly Place BallOnFoot = new(130, -78);

    // The arc is level where the ball's turn ends, and the ball is on it.
    private static readonly Place ArcsMiddle = BallOnFoot + new Place(0, ArcMillimetres).Turned(BallUntilDegrees);

    public static Place Heel(double scale, double pitchDegrees) => (HeelOnFoot * scale).Turned(pitchDegrees);

    public static Place Ball(double scale, double pitchDegrees) => (BallOnFoot * scale).Turned(pitchDegrees);

    /// <summary>The lowest place of the ball and the toes: where a foot with its heel up touches the floor.</summary>
    public static Place Front(double scale, double pitchDegrees) => ((ArcsMiddle - new Place(0, ArcMillimetres).Turned(OnArc(pitchDegrees))) * scale).Turned(pitchDegrees);

    /// <summary>How far ahead of the ball's own place on the floor the foot touches it: as far as along the arc, since nothing slides.</summary>
    public static double Rolled(double scale, double pitchDegrees) => ArcMillimetres * scale * (OnArc(pitchDegrees) - BallUntilDegrees) * Math.PI / 180;

    /// <summary>The lowest place of all is so high over the ankle.</summary>
    public static double Lowest(double scale, double pitchDegrees) => Math.Min(Heel(scale, pitchDegrees).Y, Front(scale, pitchDegrees).Y);

    private static double OnArc(double pitchDegrees) => Math.Clamp(-pitchDegrees, BallUntilDegrees, TipFromDegrees);
}
