using Clonus.Motion.Beats;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>Troughs are where the smoothed signal turns: what the count does, without its own judgement of the dips. It shows how much that judgement does.</summary>
internal static class PlainDips
{
    // Of the gate. Smaller turns are not looked at.
    private const double LeastTurn = 0.5;

    public static IEnumerable<double> Find(MethodInput input) =>
        TurningPoints.Find(input.Smooth, LeastTurn * input.Gate.Value).Where(p => !p.IsCrest).Select(p => p.TimeSeconds);
}
