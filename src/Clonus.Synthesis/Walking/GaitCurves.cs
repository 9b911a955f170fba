using System.Collections.Immutable;

namespace Clonus.Synthesis.Walking;

/// <summary>
/// The sagittal angles of normal walking over one cycle, from initial contact (phase 0) to the next contact of the same foot (phase 1), degrees.
/// The hip's and the knee's are drawn after the mean curves at natural cadence in Winter, Biomechanics and Motor Control of Human Movement (4th ed. 2009),
/// every twentieth of the cycle and not exact to the degree: a walker, not a norm. The foot's pitch is what they and the ankle leave it, level while the whole sole stands.
/// </summary>
public static class GaitCurves
{
    private static readonly ImmutableArray<double> Hip = [19, 19, 17, 13, 9, 5, 1, -3, -7, -10, -11, -9, -3, 6, 13, 18, 21, 22, 21, 20];
    private static readonly ImmutableArray<double> Knee = [4, 11, 18, 21, 20, 16, 12, 9, 7, 8, 13, 23, 38, 54, 64, 64, 54, 36, 16, 4];

    private static readonly ImmutableArray<(double Phase, double Degrees)> Pitch =
    [
        (0, 20), (0.03, 13), (0.06, 5), (0.09, 1), (0.12, 0), (0.30, 0), (0.35, -1.5), (0.40, -5), (0.45, -11), (0.50, -22), (0.55, -39), (0.60, -57),
        (0.65, -67), (0.70, -63), (0.75, -51), (0.80, -33), (0.85, -13), (0.90, 7), (0.95, 18),
    ];

    /// <summary>The thigh against the vertical, positive in flexion.</summary>
    public static double HipDegrees(double phase) => Periodic(Hip, phase);

    /// <summary>Positive in flexion.</summary>
    public static double KneeDegrees(double phase) => Periodic(Knee, phase);

    /// <summary>The sole against the floor, positive with the toes up.</summary>
    public static double FootPitchDegrees(double phase)
    {
        phase -= Math.Floor(phase);
        var i = Pitch.Length - 1;
        while (Pitch[i].Phase > phase)
        {
            i--;
        }

        var (start, end) = (Knot(i), Knot(i + 1));
        var width = end.Phase - start.Phase;
        return MonotoneCurve.Cubic((phase - start.Phase) / width, start.Degrees, end.Degrees, MonotoneSlope(i) * width, MonotoneSlope(i + 1) * width);
    }

    private static double Periodic(ImmutableArray<double> values, double phase)
    {
        var n = values.Length;
        var place = (phase - Math.Floor(phase)) * n;
        var i = (int)place;
        double Value(int k) => values[(k + n) % n];
        return MonotoneCurve.Cubic(place - i, Value(i), Value(i + 1), (Value(i + 1) - Value(i - 1)) / 2, (Value(i + 2) - Value(i)) / 2);
    }

    private static (double Phase, double Degrees) Knot(int i)
    {
        var (turn, index) = ((int)Math.Floor((double)i / Pitch.Length), ((i % Pitch.Length) + Pitch.Length) % Pitch.Length);
        return (Pitch[index].Phase + turn, Pitch[index].Degrees);
    }

    private static double MonotoneSlope(int i) => MonotoneCurve.Slope(Knot(i - 1), Knot(i), Knot(i + 1));
}
