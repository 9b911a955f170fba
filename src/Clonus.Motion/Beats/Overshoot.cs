using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>
/// A fast stretch carries the foot beyond where the hand holds it, and it falls back by itself. Where the first beat begins just then, both are one fall
/// that halts on its way: the beat is what comes after the halt.
/// </summary>
internal static class Overshoot
{
    // A fall halts where it is slower than this share of its speed on either side.
    private const double HaltRatio = 0.1;

    // The top of a stretch and the crest before a dip, of one signal that was smoothed twice, lie no farther apart.
    private const double SameCrestSeconds = 0.03;

    /// <summary>The dip without the fall back from a stretch, where it has one.</summary>
    public static Excursion TakeOff(Excursion dip, UniformSignal smooth, AmplitudeGate gate, ImmutableArray<Stretch> stretches) =>
        stretches.Any(s => Math.Abs(s.EndSeconds - dip.Before.TimeSeconds) < SameCrestSeconds) && Halt(dip, smooth, gate) is { } halt
            ? dip with { Before = halt, StartSeconds = halt.TimeSeconds }
            : dip;

    // What was fallen before and after it must be movement, not error.
    private static TurningPoint? Halt(Excursion dip, UniformSignal smooth, AmplitudeGate gate)
    {
        var (from, to) = (smooth.IndexAt(dip.Before.TimeSeconds), smooth.IndexAt(dip.TimeSeconds));
        var speeds = Enumerable.Range(from, Math.Max(to - from, 0)).Select(i => smooth.Values[i] - smooth.Values[i + 1]).ToArray();
        bool IsHalt(int i) =>
            dip.Before.Value - smooth.Values[from + i] >= gate.Value && smooth.Values[from + i] - dip.Trough.Value >= gate.Value
            && speeds[i] < HaltRatio * Math.Min(speeds[..i].Max(), speeds[(i + 1)..].Max());
        int[] halts = [.. Enumerable.Range(1, Math.Max(speeds.Length - 2, 0)).Where(IsHalt)];
        if (halts.Length == 0)
        {
            return null;
        }

        // It may even rise a little there.
        var slowest = halts.MinBy(i => speeds[i]);
        var crest = from + halts.Where(i => i >= slowest).MaxBy(i => smooth.Values[from + i]);
        return new TurningPoint(smooth.TimeSeconds(crest), smooth.Values[crest], IsCrest: true, AtEdge: false);
    }
}
