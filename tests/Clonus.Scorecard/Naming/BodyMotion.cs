using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Naming;

/// <summary>Where on a segment the stickers sit.</summary>
internal enum Placement
{
    /// <summary>On the side that a camera beside the person sees.</summary>
    Lateral,
    Front,
    Back,
}

/// <summary>A body that walks or whose ankle is stretched, in space: only bones and angles, no picture.</summary>
/// <param name="Stature">Metres.</param>
/// <param name="Proportions">Of thigh, shank and foot against the average of Drillis and Contini.</param>
internal sealed record BodyMotion(double Stature, (double Thigh, double Shank, double Foot) Proportions, Func<BodySide, double, LegAngles> Angles, Func<double, Place3> Pelvis)
{
    public double Thigh => 0.245 * Stature * Proportions.Thigh;

    public double Shank => 0.246 * Stature * Proportions.Shank;

    /// <summary>Where a sticker is at a time; thigh and patella stand for what is marked besides joints.</summary>
    public Place3 Sticker(BodySide side, Landmark landmark, double time, Placement placement)
    {
        var angles = Angles(side, time);
        var out1 = side == BodySide.Left ? 1 : -1;
        var hip = Pelvis(time) + new Place3(0, out1 * 0.055 * Stature, 0);
        var knee = hip + Place3.Polar(Thigh, angles.ThighForward);
        var shank = angles.ThighForward - angles.KneeFlexion;
        var ankle = knee + Place3.Polar(Shank, shank);
        var sole = shank + 90 + angles.AnkleDorsiflexion;
        Place3 OnFoot(double along, double down) => ankle + Place3.Polar(along * Stature * Proportions.Foot, sole) + Place3.Polar(down * Stature, sole - 90);
        var outward = new Place3(0, out1 * 0.028 * Stature, 0);
        Place3 Skin(double thick, double direction) => placement switch
        {
            Placement.Lateral => outward,
            Placement.Front => Place3.Polar(thick * Stature, direction + 90),
            _ => Place3.Polar(thick * Stature, direction - 90),
        };
        return landmark switch
        {
            Landmark.Hip => hip + Skin(0.05, angles.ThighForward) + (placement == Placement.Lateral ? outward : default),
            Landmark.Thigh => hip + Place3.Polar(0.5 * Thigh, angles.ThighForward) + Skin(0.045, angles.ThighForward) + outward,
            Landmark.Knee => knee + Skin(0.03, shank),
            Landmark.Patella => knee + Place3.Polar(0.03 * Stature, shank + 90),
            Landmark.Ankle => ankle + Skin(0.022, shank),
            Landmark.Heel => OnFoot(-0.035, 0.025),
            Landmark.Toe => OnFoot(0.085, 0.02) + (placement == Placement.Lateral ? outward : default),
            Landmark.Shoulder => hip + new Place3(0.03 * Math.Sin(time * 5.5 + out1), out1 * 0.06 * Stature, 0.288 * Stature),
            _ => throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "not on this body"),
        };
    }
}

/// <summary>Degrees: the thigh forward of hanging down, knee flexion, ankle dorsiflexion.</summary>
internal readonly record struct LegAngles(double ThighForward, double KneeFlexion, double AnkleDorsiflexion);

/// <summary>Joint angles over the gait cycle from one heel strike to the next, in tenths: rounded from Winter, Biomechanics and Motor Control of Human Movement (natural cadence).</summary>
internal static class NormalGait
{
    private static readonly double[] Thigh = [22, 18, 9, 0, -7, -11, 1, 15, 23, 24];
    private static readonly double[] Knee = [4, 14, 18, 12, 6, 9, 36, 62, 53, 21];
    private static readonly double[] Ankle = [0, -4, 3, 7, 9, 3, -16, -8, 0, 1];

    public static LegAngles At(double phase, double vigour) => new(vigour * At(Thigh, phase), Math.Max(vigour, 0.7) * At(Knee, phase), At(Ankle, phase));

    private static double At(double[] table, double phase)
    {
        var place = (phase - Math.Floor(phase)) * table.Length;
        var i = (int)place;
        var u = place - i;
        double P(int k) => table[(i + k + table.Length) % table.Length];
        // Catmull-Rom through the table.
        return 0.5 * ((2 * P(0)) + ((P(1) - P(-1)) * u) + (((2 * P(-1)) - (5 * P(0)) + (4 * P(1)) - P(2)) * u * u) + (((3 * P(0)) - P(-1) - (3 * P(1)) + P(2)) * u * u * u));
    }
}
