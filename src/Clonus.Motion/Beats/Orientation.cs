using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>Whether beats are a signal's troughs or its crests.</summary>
public static class Orientation
{
    /// <summary>
    /// By the limb's own sign where it is known. Where it is not: an imposed stretch goes up, whichever way that is in the picture; without one the first
    /// excursion goes the way of a beat.
    /// </summary>
    public static bool BeatsDown(ImmutableArray<UniformSignal> smooth, LimbSignal limb, AmplitudeGate gate, ClonusPolicy policy) =>
        limb.SignKnown ? limb.BeatSign < 0 : IsUpright(smooth, limb.Unit, gate, policy);

    private static bool IsUpright(ImmutableArray<UniformSignal> smooth, SignalUnit unit, AmplitudeGate gate, ClonusPolicy policy)
    {
        if (unit == SignalUnit.Deg)
        {
            var up = smooth.SelectMany(part => StretchFinder.Find(part, gate.NoiseRms, policy)).FirstOrDefault();
            var down = smooth.SelectMany(part => StretchFinder.Find(part.Flipped(), gate.NoiseRms, policy)).FirstOrDefault();
            if (up is not null || down is not null)
            {
                return down is null || up?.TimeSeconds < down.TimeSeconds;
            }
        }

        var first = smooth.SelectMany(part => TurningPoints.Find(part, gate.Value)).Cast<TurningPoint?>().FirstOrDefault(p => !p!.Value.AtEdge);
        return first is not { IsCrest: true };
    }
}
