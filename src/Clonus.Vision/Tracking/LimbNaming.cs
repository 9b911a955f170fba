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

        var ways = guesses.Select(g => new Way(g, null, g.Evidence + Math.Log(policy.OneLegShare), g.Evidence >= (g.Knee == LegGuess.None ? policy.MinFootEvidence : policy.MinLegEvidence))).ToList();
        if (mostLegs > 1)
        {
            // A second leg that would not be believed is no explanation of anything.
            var choice = Math.Min(geometry.Candidates.Count - used.Count, policy.MostSpots);
            ways.AddRange(Pairs(geometry, spots, front, guesses, choice, policy).Where(w => vouched || w.IsBelievable));
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
            if (best.Legs.Any(other => other != leg && HeelForAnkle(geometry, leg, other, policy) > Math.Log((1 - least) / least)))
            {
                continue;
            }

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
    /// what is never seen at the same time may be two pieces of one marker's track, if another marker is surely the same.
    /// </summary>
    private static bool Agrees(LimbGeometry geometry, LegGuess other, LegGuess leg, Landmark landmark)
    {
        if (!MayBeOne(landmark))
        {
            return false;
        }

        var rest = leg.Markers.Where(m => m.Landmark != landmark).ToArray();
        var same = rest.Count(m => other[m.Landmark] == m.Track);
        return leg.Ankle == other.Ankle || same >= 2 || (same == 1 && rest.Count(m => MayBeOne(m.Landmark)) >= 2);

        bool MayBeOne(Landmark of) => other[of] != LegGuess.None && (leg[of] == other[of] || geometry.Bone(leg[of], other[of]).Together == 0);
    }

    /// <param name="choice">So many spots the markers of either leg were chosen from.</param>
    private static IEnumerable<Way> Pairs(
        LimbGeometry geometry, SpotEvidence spots, FrontLeg front, IReadOnlyList<LegGuess> guesses, int choice, LimbPolicy policy)
    {
        for (var i = 0; i < guesses.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (first, second) = (guesses[j], guesses[i]);
                if (first.View == second.View && !first.SharesWith(second))
                {
                    var together = (first.View == LegView.Front ? front.Pair(first, second) : OfOnePerson(geometry, first, second, policy))
                        // Markers of both legs are of one set: of one colour, or a landmark's is the same.
                        + spots.OneColour(spots.SameColour(first.Ankle, second.Ankle)) + FewerToChooseFrom(first, second, choice);
                    yield return Pair(first, second, together, policy);
                }
            }
        }
    }

    /// <summary>The second leg's markers are chosen from what the first one's leave.</summary>
    private static double FewerToChooseFrom(LegGuess first, LegGuess second, int choice)
    {
        var (taken, evidence) = (first.Markers.Count(), 0.0);
        for (var i = second.Markers.Count() - 1; i >= 0; i--)
        {
            evidence += Math.Log((double)Math.Max(choice - i, 1) / Math.Max(choice - taken - i, 1));
        }

        return evidence;
    }

    /// <summary>Both move, or one of them rests.</summary>
    /// <param name="together">Evidence for the second leg in being the first one's fellow.</param>
    private static Way Pair(LegGuess first, LegGuess second, double together, LimbPolicy policy)
    {
        Way Resting(LegGuess moving, LegGuess resting) => new(
            first, second, moving.Evidence + resting.AtRest + together + Math.Log(policy.TwoLegsShare * policy.OtherRestsShare),
            moving.Evidence >= policy.MinLegEvidence && resting.AtRest + together >= policy.MinSecondLegEvidence);
        var (strong, weak) = (Math.Max(first.Evidence, second.Evidence), Math.Min(first.Evidence, second.Evidence));
        Way[] ways =
        [
            new(first, second, strong + weak + together + Math.Log(policy.TwoLegsShare), strong + (together / 2) >= policy.MinLegEvidence && weak + together >= policy.MinSecondLegEvidence),
            Resting(first, second), Resting(second, first),
        ];
        return ways.OrderByDescending(w => w.IsBelievable).ThenByDescending(w => w.Evidence).First();
    }

    /// <summary>Two legs of one person are equally long, and neither is the other one's double.</summary>
    private static double OfOnePerson(LimbGeometry geometry, LegGuess a, LegGuess b, LimbPolicy policy)
    {
        var evidence = 0.0;
        foreach (var (from, to, alike) in new[]
        {
            (Landmark.Knee, Landmark.Ankle, policy.OtherLeg), (Landmark.Ankle, Landmark.Toe, policy.OtherLeg), (Landmark.Hip, Landmark.Knee, policy.OtherLeg),
            (Landmark.Ankle, Landmark.Heel, policy.OtherHeel),
        })
        {
            evidence += EquallyLong(geometry, a, from, to, b, from, to, alike, policy);
        }

        // Toes point the same way, and knees fold it.
        var (side, otherSide) = (LegSides.Handedness(geometry, a), LegSides.Handedness(geometry, b));
        if (Math.Min(Math.Abs(side), Math.Abs(otherSide)) > policy.SideFromDegrees)
        {
            evidence += side * otherSide > 0 ? Math.Log(2) : policy.Excluded;
        }

        if (a.Knee != LegGuess.None && b.Knee != LegGuess.None)
        {
            var (shank, other) = (geometry.Bone(a.Knee, a.Ankle), geometry.Bone(b.Knee, b.Ankle));
            var turned = Math.Atan2(shank.MeanOffset.X, shank.MeanOffset.Y) - Math.Atan2(other.MeanOffset.X, other.MeanOffset.Y);
            var apart = 2 * geometry.Bone(a.Knee, b.Knee).LengthPixels / (shank.LengthPixels + other.LengthPixels);
            evidence += policy.ShanksTurned.Evidence(Math.Abs(Math.IEEERemainder(turned, 2 * Math.PI)) * 180 / Math.PI, policy.Excluded)
                + Math.Max(Math.Log(policy.KneesNotFarApart.At(apart)), policy.Excluded);
        }

        // A leg whose ankle is hidden is one all the same, and takes its heel for it.
        evidence += Math.Log(1 + Math.Exp(HeelForAnkle(geometry, a, b, policy))) + Math.Log(1 + Math.Exp(HeelForAnkle(geometry, b, a, policy)));

        // A toe that the one leg shows is marked on the other, too, and merely hidden.
        if ((a.Toe == LegGuess.None && b.Toe != LegGuess.None && a.Heel != LegGuess.None) || (b.Toe == LegGuess.None && a.Toe != LegGuess.None && b.Heel != LegGuess.None))
        {
            evidence -= policy.HeelWithoutToe;
        }

        // What only one of two legs shows, the nearer one shows.
        var (more, less) = (a.Markers.Count(m => b[m.Landmark] == LegGuess.None), b.Markers.Count(m => a[m.Landmark] == LegGuess.None));
        return evidence - ((more + less) * Math.Log(2)) + (Math.Min(more, less) * policy.EachLackOfEither)
            - (more != less ? Math.Log(1 + Math.Exp(Math.Clamp((more > less ? -1 : 1) * LegSides.Nearer(geometry, a, b, policy), -4, 4))) : 0);
    }

    /// <summary>Log of how much likelier what is called a leg's ankle is its heel, as the lengths of the other leg tell, on which both are seen.</summary>
    private static double HeelForAnkle(LimbGeometry geometry, LegGuess leg, LegGuess other, LimbPolicy policy)
    {
        double From(Landmark ankle) => EquallyLong(geometry, leg, Landmark.Knee, Landmark.Ankle, other, Landmark.Knee, ankle, policy.OtherLeg, policy)
            + EquallyLong(geometry, leg, Landmark.Ankle, Landmark.Toe, other, ankle, Landmark.Toe, policy.OtherLeg, policy);
        return leg.Heel == LegGuess.None && leg.Toe != LegGuess.None && other.Heel != LegGuess.None && other.Toe != LegGuess.None
            ? From(Landmark.Heel) - From(Landmark.Ankle)
            : double.NegativeInfinity;
    }

    /// <summary>That a bone of one leg is as long as that of another; nothing where one of them is not seen.</summary>
    private static double EquallyLong(
        LimbGeometry geometry, LegGuess a, Landmark fromA, Landmark toA, LegGuess b, Landmark fromB, Landmark toB, Proportion alike, LimbPolicy policy) =>
        a[fromA] != LegGuess.None && a[toA] != LegGuess.None && b[fromB] != LegGuess.None && b[toB] != LegGuess.None
            ? Math.Max(alike.Evidence(geometry.Bone(a[fromA], a[toA]).LengthPixels / geometry.Bone(b[fromB], b[toB]).LengthPixels), policy.Excluded)
            : 0;

    /// <summary>One explanation of the clip: a leg, or two, and all else unrelated.</summary>
    /// <param name="IsBelievable">Each leg has evidence enough of its own.</param>
    private sealed record Way(LegGuess First, LegGuess? Second, double Evidence, bool IsBelievable)
    {
        public IEnumerable<LegGuess> Legs => Second is null ? [First] : [First, Second];
    }
}
