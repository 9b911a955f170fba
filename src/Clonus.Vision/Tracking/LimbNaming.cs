using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>What the candidates are likely to be.</summary>
/// <param name="Legs">The likeliest legs, none to two, with only those markers whose name is sure.</param>
/// <param name="NoLeg">Probability that there is no marked leg at all.</param>
/// <param name="Doubtful">Names that were likely, but not sure enough: the candidate, its likeliest landmark and how sure that is.</param>
internal sealed record LimbReading(ImmutableArray<LegGuess> Legs, double NoLeg, ImmutableArray<(int Track, Landmark Landmark, double Probability)> Doubtful);

/// <summary>
/// Finds the legs among tracks without names. Every way to take candidates for one leg or two is weighed by how much better it explains
/// what is seen than unrelated spots would (Bayes' rule); a name is given only when the ways that agree on it outweigh all others.
/// </summary>
internal static class LimbNaming
{
    /// <param name="allowed">Whether a candidate may be a landmark; null allows hip, knee, ankle, heel and toe.</param>
    /// <param name="view">From where legs are seen; null when it is not known.</param>
    /// <param name="vouched">Somebody knows that the leg is there.</param>
    public static LimbReading Read(
        LimbGeometry geometry, IReadOnlySet<int> used, LimbPolicy policy, LegView? view, int mostLegs, bool vouched, Func<Landmark, int, bool>? allowed = null)
    {
        var spots = new SpotEvidence(geometry, policy);
        var front = new FrontLeg(geometry, spots, policy);
        var guesses = LegSearch.Find(geometry, spots, front, view, used, policy, allowed ?? ((_, _) => true));
        if (guesses.Count == 0)
        {
            return new LimbReading([], 1, []);
        }

        var ways = guesses.Select(g => new Way(g, null, g.Evidence + Math.Log(policy.OneLegShare), g.Evidence >= policy.MinLegEvidence)).ToList();
        if (mostLegs > 1)
        {
            // A second leg that would not be believed is no explanation of anything.
            ways.AddRange(Pairs(geometry, front, guesses, policy).Where(w => vouched || w.IsBelievable));
        }

        var best = ways.MaxBy(w => w.Evidence)!;
        var weights = ways.Select(w => Math.Exp(w.Evidence - best.Evidence)).ToArray();
        var none = vouched ? 0 : policy.NoLegShare * Math.Exp(-best.Evidence);
        var all = weights.Sum() + none;
        var least = vouched ? policy.MinRequestedProbability : policy.MinProbability;
        if (!vouched && !best.IsBelievable)
        {
            return new LimbReading([], none / all, []);
        }

        var legs = ImmutableArray.CreateBuilder<LegGuess>();
        var doubtful = ImmutableArray.CreateBuilder<(int, Landmark, double)>();
        foreach (var leg in best.Legs)
        {
            var sure = leg;
            foreach (var (landmark, track) in leg.Markers)
            {
                var probability = ways.Zip(weights).Where(w => w.First.Legs.Any(l => Agrees(geometry, l, leg, landmark))).Sum(w => w.Second) / all;
                if (probability < least)
                {
                    sure = sure.Without(landmark);
                    doubtful.Add((track, landmark, probability));
                }
            }

            if (sure.Ankle != LegGuess.None && sure.Markers.Count() >= 3)
            {
                legs.Add(sure);
            }
        }

        return new LimbReading(legs.ToImmutable(), none / all, doubtful.ToImmutable());
    }

    /// <summary>
    /// Whether another explanation has the same marker for a landmark of the same leg, which is one of the same ankle or of two more markers;
    /// what is never seen at the same time may be two pieces of one marker's track.
    /// </summary>
    private static bool Agrees(LimbGeometry geometry, LegGuess other, LegGuess leg, Landmark landmark)
    {
        var (mine, others) = (leg[landmark], other[landmark]);
        return others != LegGuess.None && (mine == others || geometry.Bone(mine, others).Together == 0)
            && (leg.Ankle == other.Ankle || leg.Markers.Count(m => m.Landmark != landmark && other[m.Landmark] == m.Track) >= 2);
    }

    private static IEnumerable<Way> Pairs(LimbGeometry geometry, FrontLeg front, IReadOnlyList<LegGuess> guesses, LimbPolicy policy)
    {
        for (var i = 0; i < guesses.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (guesses[i].View == guesses[j].View && !guesses[i].SharesWith(guesses[j]))
                {
                    var together = guesses[i].View == LegView.Front ? front.Pair(guesses[j], guesses[i]) : OfOnePerson(geometry, guesses[j], guesses[i], policy);
                    yield return Pair(guesses[j], guesses[i], together + Math.Log(policy.TwoLegsShare), policy);
                }
            }
        }
    }

    /// <summary>Both move, or one of them rests.</summary>
    private static Way Pair(LegGuess first, LegGuess second, double together, LimbPolicy policy)
    {
        Way Resting(LegGuess moving, LegGuess resting) => new(
            first, second, moving.Evidence + resting.AtRest + Math.Log(policy.OtherRestsShare) + together,
            moving.Evidence >= policy.MinLegEvidence && resting.AtRest >= policy.MinRestingLegEvidence);
        var (strong, weak) = (Math.Max(first.Evidence, second.Evidence), Math.Min(first.Evidence, second.Evidence));
        Way[] ways =
        [
            new(first, second, strong + weak + together, strong >= policy.MinLegEvidence && weak >= policy.MinSecondLegEvidence),
            Resting(first, second), Resting(second, first),
        ];
        return ways.OrderByDescending(w => w.IsBelievable).ThenByDescending(w => w.Evidence).First();
    }

    /// <summary>Two legs of one person are equally long, and neither is the other one's double.</summary>
    private static double OfOnePerson(LimbGeometry geometry, LegGuess a, LegGuess b, LimbPolicy policy)
    {
        var evidence = 0.0;
        foreach (var (from, to) in new[] { (Landmark.Knee, Landmark.Ankle), (Landmark.Ankle, Landmark.Toe), (Landmark.Hip, Landmark.Knee) })
        {
            if (a[from] != LegGuess.None && a[to] != LegGuess.None && b[from] != LegGuess.None && b[to] != LegGuess.None)
            {
                evidence += Math.Max(policy.OtherLeg.Evidence(geometry.Bone(a[from], a[to]).LengthPixels / geometry.Bone(b[from], b[to]).LengthPixels), policy.Excluded);
            }
        }

        // What only one of two legs shows, the nearer one shows.
        var (more, less) = (a.Markers.Count(m => b[m.Landmark] == LegGuess.None), b.Markers.Count(m => a[m.Landmark] == LegGuess.None));
        return evidence - ((more + less) * Math.Log(2))
            - (more != less ? Math.Log(1 + Math.Exp(Math.Clamp((more > less ? -1 : 1) * LegSides.Nearer(geometry, a, b, policy), -4, 4))) : 0);
    }

    /// <summary>One explanation of the clip: a leg, or two, and all else unrelated.</summary>
    /// <param name="IsBelievable">Each leg has evidence enough of its own.</param>
    private sealed record Way(LegGuess First, LegGuess? Second, double Evidence, bool IsBelievable)
    {
        public IEnumerable<LegGuess> Legs => Second is null ? [First] : [First, Second];
    }
}
