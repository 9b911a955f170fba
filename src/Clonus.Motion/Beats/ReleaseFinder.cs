using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

/// <summary>Finds when the examiner let go: the foot left the level at which the stretch held it and did not come back.</summary>
public static class ReleaseFinder
{
    /// <summary>
    /// The time at which the signal was down by <see cref="ClonusPolicy.ReleaseRatio"/> of the stretch, at the latest when the next stretch begins; null when it was
    /// not seen to stay down.
    /// </summary>
    /// <param name="smooth">Dorsiflexion positive, beats are troughs.</param>
    /// <param name="beats">Those that the stretch set off; the crests beside the first are the level that it held.</param>
    /// <param name="stretches">All of this part of the signal.</param>
    public static double? Find(
        UniformSignal smooth, ImmutableArray<Excursion> beats, Stretch stretch, ImmutableArray<Stretch> stretches, ClonusPolicy policy)
    {
        var held = Math.Max(beats[0].Before.Value, beats[0].After.Value);
        var level = held - (policy.ReleaseRatio * stretch.Size);
        var next = stretches.FirstOrDefault(s => s.StartSeconds >= beats[^1].EndSeconds);
        var last = next is null ? smooth.Length - 1 : smooth.IndexAt(next.StartSeconds);
        double? left = null;
        for (var i = smooth.IndexAt(beats[0].StartSeconds); i <= last; i++)
        {
            if (smooth.Values[i] > level)
            {
                left = null;
                continue;
            }

            left ??= smooth.TimeSeconds(i);
            if (smooth.TimeSeconds(i) - left >= policy.ReleaseStaysSeconds)
            {
                return left;
            }
        }

        return next is null ? null : left;
    }
}
