using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Signals;

namespace Clonus.Scorecard.Counting.Methods;

/// <summary>Of the troughs that a method gives, those that are excursions by the contract: as deep as the gate, with half of the depth returned, and no limb's own swing.</summary>
internal static class ExcursionJudge
{
    // A method's time of a trough may be off by so much: its filter is not the smoothing.
    private const double SnapSeconds = 0.04;

    // Where the excursion begins and ends is where this share of it is done.
    private const double Full = 0.95;
    private const double Half = 0.5;

    /// <param name="troughs">In order of time, inside of the span.</param>
    public static ImmutableArray<Excursion> Keep(
        UniformSignal smooth, (double From, double To) span, IEnumerable<double> troughs, AmplitudeGate gate, ClonusPolicy policy)
    {
        var (from, to) = (smooth.IndexAt(span.From), smooth.IndexAt(span.To));
        var at = troughs.Select(time => Lowest(smooth, time, from, to)).Distinct().Order().ToList();
        ImmutableArray<Excursion> Dips() => [.. at.Select((trough, i) => Measure(smooth, i > 0 ? at[i - 1] : from, trough, i + 1 < at.Count ? at[i + 1] : to, policy))];
        void Remove(Func<Excursion, bool> fails)
        {
            // The smallest swing goes first: without it the crests of its neighbours may be others.
            for (var dips = Dips(); dips.Where(fails).MinBy(dip => Math.Min(dip.Depth, dip.Rise)) is { } worst; dips = Dips())
            {
                at.RemoveAt(dips.IndexOf(worst));
            }
        }

        Remove(dip => Math.Min(dip.Depth, dip.Rise) < policy.TurnRatio * gate.Value);
        var turns = Dips();
        var swings = turns.Where((_, i) => IsSwing(turns, i, policy)).Select(dip => smooth.IndexAt(dip.TimeSeconds)).ToArray();
        at.RemoveAll(swings.Contains);
        Remove(dip => gate.WithoutNoise(dip.Depth) < gate.Value || dip.Rise < policy.MinReturnRatio * dip.Depth);
        return Dips();
    }

    // After its last beat a limb swings on by itself, by less than half, and then by less again.
    private static bool IsSwing(ImmutableArray<Excursion> dips, int i, ClonusPolicy policy) =>
        i > 0
        && dips[i].TimeSeconds - dips[i - 1].TimeSeconds < policy.SlowestChangeRatio * dips[i - 1].OwnIntervalSeconds
        && dips[i].Depth < policy.PassiveSwingRatio * dips[i - 1].Rise
        && !(i + 1 < dips.Length
            && dips[i + 1].TimeSeconds - dips[i].TimeSeconds < policy.SlowestChangeRatio * dips[i].OwnIntervalSeconds
            && dips[i + 1].Depth >= policy.MinReturnRatio * dips[i].Depth);

    private static int Lowest(UniformSignal smooth, double time, int from, int to)
    {
        var first = Math.Max(smooth.IndexAt(time - SnapSeconds), from);
        return first + IndexOfBest(smooth.Values.AsSpan(first..(Math.Min(smooth.IndexAt(time + SnapSeconds), to) + 1)), -1);
    }

    private static Excursion Measure(UniformSignal smooth, int previous, int trough, int next, ClonusPolicy policy)
    {
        var side = (int)(policy.SlowWidthRatio / (2 * new SignalSettings().Band.LowHz) * smooth.SampleRateHz);
        var first = Math.Max(previous, trough - side);
        var before = first + IndexOfBest(smooth.Values.AsSpan(first..(trough + 1)), 1);
        var after = trough + IndexOfBest(smooth.Values.AsSpan(trough..(Math.Min(next, trough + side) + 1)), 1);
        var smaller = Math.Min(smooth.Values[before], smooth.Values[after]) - smooth.Values[trough];
        double Crossing(double share, int end)
        {
            var i = trough;
            while (i != end && smooth.Values[i] < smooth.Values[trough] + (share * smaller))
            {
                i += Math.Sign(end - trough);
            }

            return smooth.TimeSeconds(i);
        }

        TurningPoint At(int index, bool isCrest) => new(smooth.TimeSeconds(index), smooth.Values[index], isCrest, AtEdge: false);
        return new Excursion(At(before, true), At(trough, false), At(after, true), Crossing(Half, after) - Crossing(Half, before), Crossing(Full, before), Crossing(Full, after));
    }

    private static int IndexOfBest(ReadOnlySpan<double> values, int sign)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = sign * values[i] > sign * values[best] ? i : best;
        }

        return best;
    }
}
