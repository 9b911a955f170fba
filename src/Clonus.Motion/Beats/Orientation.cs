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
        limb.SignKnown ? limb.BeatSign < 0 : IsUpright(smooth, gate, policy);

    private static bool IsUpright(ImmutableArray<UniformSignal> smooth, AmplitudeGate gate, ClonusPolicy policy)
    {
        var up = smooth.SelectMany(part => StretchFinder.Find(part, gate, policy)).ToArray();
        var down = smooth.SelectMany(part => StretchFinder.Find(part.Flipped(), gate, policy)).ToArray();

        // The release is as large as the stretch and goes the other way, but comes after it.
        var large = up.Concat(down).Select(s => s.Size).DefaultIfEmpty(0).Max() / 2;
        var first = up.Concat(down).Where(s => s.Size >= large).MinBy(s => s.TimeSeconds);
        if (first is not null)
        {
            return up.Contains(first);
        }

        var turn = smooth.SelectMany(part => TurningPoints.Find(part, gate.Value)).Cast<TurningPoint?>().FirstOrDefault(p => !p!.Value.AtEdge);
        return turn is not { IsCrest: true };
    }
}
