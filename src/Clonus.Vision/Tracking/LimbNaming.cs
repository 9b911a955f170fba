using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>One leg among the candidates: which track is which landmark, how well it fits (1 is perfect), and how sure it is that its foot turns.</summary>
/// <param name="ChainScore">Of knee, ankle and toe alone.</param>
/// <param name="Score">With what heel and hip add.</param>
internal sealed record NamedLimb(ImmutableDictionary<Landmark, int> Tracks, double ChainScore, double Score, double Moving)
{
    public NamedLimb WithoutExtras() => this with { Tracks = Tracks.Remove(Landmark.Heel).Remove(Landmark.Hip), Score = ChainScore };

    public NamedLimb Without(IEnumerable<int> tracks) =>
        this with { Tracks = Tracks.RemoveRange(Tracks.Where(t => tracks.Contains(t.Value)).Select(t => t.Key)) };

    public double ShankPixels(LimbGeometry geometry) => geometry.Length(Tracks[Landmark.Knee], Tracks[Landmark.Ankle]).Median;
}

/// <summary>Finds the leg among tracks without names, by geometry alone: any posture, any way up, toes to either side.</summary>
internal static class LimbNaming
{
    /// <summary>The best leg that the policy accepts among the candidates not used yet; null when there is none.</summary>
    /// <param name="allowed">Whether a candidate may be a landmark; null allows all. Heel and hip may be left out, knee, ankle and toe not.</param>
    public static NamedLimb? Find(LimbGeometry geometry, IReadOnlySet<int> used, LimbPolicy policy, Func<Landmark, int, bool>? allowed = null)
    {
        allowed ??= (_, _) => true;
        var free = Enumerable.Range(0, geometry.Candidates.Count).Where(i => !used.Contains(i)).ToArray();
        NamedLimb? best = null;
        foreach (var ankle in free.Where(i => allowed(Landmark.Ankle, i)))
        {
            foreach (var knee in free.Where(i => i != ankle && allowed(Landmark.Knee, i)))
            {
                foreach (var toe in free.Where(i => i != ankle && i != knee && allowed(Landmark.Toe, i)))
                {
                    var (score, moving) = Chain(geometry, knee, ankle, toe, policy);
                    // Even with heel and hip it would not come first.
                    if (score * Math.Pow(1 + policy.ExtraMarkerWorth, 2) <= (best?.Score ?? 0))
                    {
                        continue;
                    }

                    var limb = new NamedLimb(
                        ImmutableDictionary<Landmark, int>.Empty.Add(Landmark.Knee, knee).Add(Landmark.Ankle, ankle).Add(Landmark.Toe, toe), score, score, moving);
                    limb = WithExtra(geometry, limb, Landmark.Heel, free, allowed, policy);
                    limb = WithExtra(geometry, limb, Landmark.Hip, free, allowed, policy);
                    if (limb.Score > (best?.Score ?? 0))
                    {
                        best = limb;
                    }
                }
            }
        }

        return best;
    }

    /// <summary>Whether a leg that nobody vouched for is sure enough to be called one.</summary>
    public static bool IsSure(LimbGeometry geometry, NamedLimb limb, LimbPolicy policy)
    {
        int[] stickers = [.. limb.Tracks.Values];
        return limb.Moving >= 0.5
            ? limb.ChainScore * policy.FewLookAlikes.At(Rivals(geometry, stickers, ofTheirColour: true, policy)) >= policy.MinMovingScore
            : limb.ChainScore * policy.FewSpotsBesideStillLeg.At(Rivals(geometry, stickers, ofTheirColour: false, policy)) >= policy.MinStillScore;
    }

    /// <summary>Two stickers on a foot whose knee is not marked or not in the picture; null when they do not turn, for then nothing tells that they are a foot.</summary>
    public static (int Ankle, int Toe)? FindFoot(LimbGeometry geometry, LimbPolicy policy)
    {
        var (best, most) = (default((int, int)?), 0.0);
        for (var ankle = 0; ankle < geometry.Candidates.Count; ankle++)
        {
            for (var toe = 0; toe < geometry.Candidates.Count; toe++)
            {
                if (ankle == toe || !(geometry.Travel(toe) > policy.ToeTravelRatio * geometry.Travel(ankle)))
                {
                    continue;
                }

                var (a, b) = (geometry.Candidates[ankle], geometry.Candidates[toe]);
                var length = geometry.Length(ankle, toe);
                var diameter = 0.5 * (a.DiameterPixels + b.DiameterPixels);
                // Of three on one foot, the two that lie farthest apart show its pitch best.
                var score = policy.FootTurns.At(geometry.Turn(ankle, toe)) * policy.BoneLength.At(length.Variation)
                    * policy.FootLongerThanSticker.At(length.Median / diameter) * policy.ShankNotTooLong.At(length.Median / diameter)
                    * Alike(a, b, policy) * Math.Sqrt(a.Quality * b.Quality);
                if (score >= policy.MinStillScore && score * length.Median > most
                    && Rivals(geometry, [ankle, toe], ofTheirColour: false, policy) <= 2 + policy.MostSpotsBesideFoot)
                {
                    (best, most) = ((ankle, toe), score * length.Median);
                }
            }
        }

        return best;
    }

    private static (double Score, double Moving) Chain(LimbGeometry geometry, int knee, int ankle, int toe, LimbPolicy policy)
    {
        var (shank, foot) = (geometry.Length(knee, ankle), geometry.Length(ankle, toe));
        var share = foot.Median / shank.Median;
        // Written so that what was never seen together (not a number) fails.
        if (!(policy.FootNotTooShort.At(share) * policy.FootNotTooLong.At(share) * policy.BoneLength.At(shank.Variation) * policy.BoneLength.At(foot.Variation) > 0))
        {
            return (0, 0);
        }

        var bend = geometry.Angle(knee, ankle, toe);
        var angle = Math.Abs(bend.Median);
        var moving = policy.FootTurns.At(bend.Span);
        if (moving < 0.5 && policy.FootTurns.At(geometry.Turn(knee, ankle)) >= 1 && geometry.Turn(knee, ankle) > policy.OnePieceTurnRatio * bend.Span)
        {
            return (0, 0);
        }

        var stickers = new[] { knee, ankle, toe }.Select(i => geometry.Candidates[i]).ToArray();
        var alike = Math.Min(Alike(stickers[0], stickers[1], policy), Math.Min(Alike(stickers[1], stickers[2], policy), Alike(stickers[0], stickers[2], policy)));
        var diameter = stickers.Average(s => s.DiameterPixels);
        var quality = Math.Cbrt(stickers[0].Quality * stickers[1].Quality * stickers[2].Quality);
        return (
            policy.FootNotTooShort.At(share) * policy.FootNotTooLong.At(share)
            * policy.BoneLength.At(shank.Variation) * policy.BoneLength.At(foot.Variation)
            * policy.AnkleNotTooSharp.At(angle) * policy.AnkleNotTooStraight.At(angle)
            * policy.ShankNotTooShort.At(shank.Median / diameter) * policy.ShankNotTooLong.At(shank.Median / diameter)
            * policy.FootLongerThanSticker.At(foot.Median / diameter)
            * policy.SeenTogether.At(bend.Seen) * alike * quality * (0.5 + (0.5 * moving)),
            moving);
    }

    private static NamedLimb WithExtra(
        LimbGeometry geometry, NamedLimb limb, Landmark landmark, int[] free, Func<Landmark, int, bool> allowed, LimbPolicy policy)
    {
        var (best, bestFit) = (-1, policy.MinExtraFit);
        foreach (var candidate in free.Where(i => !limb.Tracks.ContainsValue(i) && allowed(landmark, i)))
        {
            var fit = landmark == Landmark.Heel ? Heel(geometry, limb, candidate, policy) : Hip(geometry, limb, candidate, policy);
            fit *= geometry.Candidates[candidate].Quality * Alike(geometry.Candidates[candidate], geometry.Candidates[limb.Tracks[Landmark.Ankle]], policy);
            if (fit > bestFit)
            {
                (best, bestFit) = (candidate, fit);
            }
        }

        return best < 0 ? limb : limb with { Tracks = limb.Tracks.Add(landmark, best), Score = limb.Score * (1 + (policy.ExtraMarkerWorth * bestFit)) };
    }

    private static double Heel(LimbGeometry geometry, NamedLimb limb, int heel, LimbPolicy policy)
    {
        var (knee, ankle, toe) = (limb.Tracks[Landmark.Knee], limb.Tracks[Landmark.Ankle], limb.Tracks[Landmark.Toe]);
        var (length, foot) = (geometry.Length(ankle, heel), geometry.Length(ankle, toe).Median);
        var share = length.Median / limb.ShankPixels(geometry);
        var fit = policy.HeelNotTooNear.At(share) * policy.HeelNotTooFar.At(share) * policy.HeelNearerThanToe.At(length.Median / foot)
            * policy.BoneLength.At(length.Variation) * policy.BoneLength.At(geometry.Length(heel, toe).Variation);
        return fit > 0
            ? fit * policy.HeelBehind.At(Math.Abs(geometry.Angle(toe, ankle, heel).Median)) * policy.HeelBelow.At(Math.Abs(geometry.Angle(knee, ankle, heel).Median))
            : 0;
    }

    private static double Hip(LimbGeometry geometry, NamedLimb limb, int hip, LimbPolicy policy)
    {
        var (knee, ankle, toe) = (limb.Tracks[Landmark.Knee], limb.Tracks[Landmark.Ankle], limb.Tracks[Landmark.Toe]);
        var thigh = geometry.Length(hip, knee);
        var share = thigh.Median / limb.ShankPixels(geometry);
        var fit = policy.ThighNotTooShort.At(share) * policy.ThighNotTooLong.At(share) * policy.BoneLength.At(thigh.Variation);
        if (!(fit > 0))
        {
            return 0;
        }

        var (fold, bend) = (geometry.Angle(hip, knee, ankle).Median, geometry.Angle(knee, ankle, toe).Median);
        // A knee folds backwards, a foot points forwards: seen from either side the two turn opposite ways.
        var foldsWrong = 180 - Math.Abs(fold) > policy.KneeFoldsFromDegrees && fold * bend > 0;
        return foldsWrong || double.IsNaN(fold) ? 0 : fit * policy.KneeNotTooSharp.At(Math.Abs(fold));
    }

    /// <summary>How many spots of the clip might stand in for these, themselves included: not much worse, seen about as long, of a like size and colour.</summary>
    private static int Rivals(LimbGeometry geometry, IReadOnlyList<int> limb, bool ofTheirColour, LimbPolicy policy)
    {
        var stickers = limb.Select(i => geometry.Candidates[i]).ToArray();
        var (quality, seen) = (policy.LookAlikeShare * stickers.Min(s => s.Quality), policy.LookAlikeShare * stickers.Min(s => s.SeenCount));
        return geometry.Candidates.Count(c => c.Quality >= quality && c.SeenCount >= seen
            && (!ofTheirColour
                || stickers.Any(s => policy.AlikeInSize.At(SizeRatio(s, c)) > 0 && s.Colour.DistanceTo(c.Colour, 0) <= policy.SameColourDistance)));
    }

    private static double SizeRatio(LimbCandidate a, LimbCandidate b) =>
        Math.Max(a.DiameterPixels, b.DiameterPixels) / Math.Min(a.DiameterPixels, b.DiameterPixels);

    private static double Alike(LimbCandidate a, LimbCandidate b, LimbPolicy policy)
    {
        var size = policy.AlikeInSize.At(SizeRatio(a, b));
        return a.Colour.DistanceTo(b.Colour, 0) <= policy.SameColourDistance ? size : size * policy.UnlikeInColour;
    }
}
