namespace Clonus.Synthesis.Walking;

/// <summary>The triangle of thigh, shank and the line from hip to ankle.</summary>
internal static class LegBones
{
    // A leg is hardly ever straighter than this share of its length, and never longer.
    private const double StraightShare = 0.99998;

    /// <summary>From hip to ankle where the knee is bent by so much, to either side.</summary>
    public static double Reach(WalkerBody body, double kneeDegrees) =>
        Math.Sqrt((body.Thigh * body.Thigh) + (body.Shank * body.Shank) + (2 * body.Thigh * body.Shank * Math.Cos(kneeDegrees * Math.PI / 180)));

    /// <summary>How far the knee is bent where hip and ankle are so far apart.</summary>
    public static double KneeDegrees(WalkerBody body, double reach) =>
        Math.Acos(Math.Clamp(((reach * reach) - (body.Thigh * body.Thigh) - (body.Shank * body.Shank)) / (2 * body.Thigh * body.Shank), -1, 1)) * 180 / Math.PI;

    /// <summary>The knee, and the ankle as far as the leg can reach it.</summary>
    /// <param name="beyondStraight">The knee lies behind the line from hip to ankle and not ahead of it.</param>
    public static (Point3 Knee, Point3 Ankle) Place(Point3 hip, Point3 ankle, WalkerBody body, bool beyondStraight)
    {
        var axis = (ankle - hip).Direction();
        var asked = (ankle - hip).Length;
        var reach = Within(asked, body.Leg);
        var along = ((reach * reach) + (body.Thigh * body.Thigh) - (body.Shank * body.Shank)) / (2 * reach);
        var aside = Math.Sqrt(Math.Max((body.Thigh * body.Thigh) - (along * along), 0)) * (beyondStraight ? -1 : 1);
        return (hip + (axis * along) + (Point3.Ahead.Across(axis) * aside), asked > reach ? hip + (axis * reach) : ankle);
    }

    /// <summary>A bone against the vertical in the plane of walking, positive with its lower end ahead.</summary>
    public static double AheadOfVertical(Point3 down) => Math.Atan2(down.X, -down.Y) * 180 / Math.PI;

    // What is asked for, as far as the leg can reach; the limit comes gently.
    private static double Within(double asked, double leg)
    {
        var (straight, left) = (StraightShare * leg, (1 - StraightShare) * leg);
        return asked <= straight ? asked : straight + (left * (1 - Math.Exp((straight - asked) / left)));
    }
}
