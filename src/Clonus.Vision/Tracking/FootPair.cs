using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Two stickers on a foot whose knee is not marked or not in the picture: the toe turns about the ankle.</summary>
internal static class FootPair
{
    /// <summary>Null when nothing turns, for then nothing tells that they are a foot, or when other spots might be meant.</summary>
    public static (int Ankle, int Toe)? Find(LimbGeometry geometry, LimbPolicy policy)
    {
        var count = geometry.Candidates.Count;
        if (count > 2 + policy.MostSpotsBesideFoot)
        {
            return null;
        }

        var pairs = Pairs(geometry, [.. Enumerable.Range(0, count)], policy, (_, _) => true);
        if (pairs.Length == 0)
        {
            return null;
        }

        // Of three on one foot, the two that lie farthest apart show its pitch best.
        var best = pairs.MaxBy(p => p.Worth * geometry.Bone(p.Ankle, p.Toe).LengthPixels);
        var odds = best.Worth / (count * (count - 1)) * policy.OneLegShare / policy.NoLegShare;
        return odds > policy.MinProbability / (1 - policy.MinProbability) ? (best.Ankle, best.Toe) : null;
    }

    /// <summary>For an ankle and a toe that somebody knows to be there; null when two ways to take them are about as likely.</summary>
    public static (int Ankle, int Toe)? FindRequested(LimbGeometry geometry, IReadOnlySet<int> used, LimbPolicy policy, Func<Landmark, int, bool> allowed)
    {
        var pairs = Pairs(geometry, [.. Enumerable.Range(0, geometry.Candidates.Count).Where(i => !used.Contains(i))], policy, allowed);
        if (pairs.Length == 0)
        {
            return null;
        }

        var best = pairs.MaxBy(p => p.Worth);
        return best.Worth >= policy.MinRequestedProbability * pairs.Sum(p => p.Worth) ? (best.Ankle, best.Toe) : null;
    }

    private static (int Ankle, int Toe, double Worth)[] Pairs(LimbGeometry geometry, int[] spots, LimbPolicy policy, Func<Landmark, int, bool> allowed)
    {
        var evidence = new SpotEvidence(geometry, policy);
        var travels = spots.ToDictionary(spot => spot, geometry.Unsteadiness);
        return
        [
            .. from ankle in spots
               where allowed(Landmark.Ankle, ankle)
               from toe in spots
               where toe != ankle && allowed(Landmark.Toe, toe) && travels[toe] > policy.ToeTravelRatio * travels[ankle]
               let bone = evidence.Bone(ankle, toe)
               let length = geometry.Bone(ankle, toe).LengthPixels / evidence.DiameterPixels(ankle, toe)
               let possible = policy.FootLongerThanSticker.At(length) * policy.ShankNotTooLong.At(length)
               where bone >= policy.MovingEvidence && possible > 0
               select (ankle, toe, possible * Math.Exp(bone + evidence.OneColour(evidence.SameColour(ankle, toe)) + evidence.SameSize(ankle, toe)
                   + evidence.Sticker(ankle) + evidence.Sticker(toe) + evidence.Seen(geometry.Bone(ankle, toe).Together))),
        ];
    }
}
