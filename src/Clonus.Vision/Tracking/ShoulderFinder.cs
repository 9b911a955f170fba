using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>The sticker on the shoulder of a leg that is named already: beyond the hip as seen from the ankle, and as far from it at all times, for the trunk is stiff.</summary>
internal static class ShoulderFinder
{
    /// <summary>Number of the candidate; null where none fits, or more than one do.</summary>
    /// <param name="used">Candidates that have names.</param>
    public static int? Find(LimbGeometry geometry, LegGuess leg, IReadOnlySet<int> used, LimbPolicy policy)
    {
        if (leg.Hip == LegGuess.None || leg.Knee == LegGuess.None || leg.Ankle == LegGuess.None)
        {
            return null;
        }

        var spots = new SpotEvidence(geometry, policy);
        var length = geometry.Bone(leg.Hip, leg.Knee).LengthPixels + geometry.Bone(leg.Knee, leg.Ankle).LengthPixels;
        var up = geometry.Bone(leg.Ankle, leg.Hip).MeanOffset;
        int[] fitting = [.. Enumerable.Range(0, geometry.Candidates.Count)
            .Where(track => !used.Contains(track) && Fits(geometry.Bone(leg.Hip, track), length, up, policy.Trunk)
                && spots.SameColour(leg.Hip, track) + spots.SameSize(leg.Hip, track) > policy.Trunk.LikeHip)];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static bool Fits(Bone trunk, double leg, ImagePoint up, TrunkPolicy policy)
    {
        var along = ((trunk.MeanOffset.X * up.X) + (trunk.MeanOffset.Y * up.Y)) / (trunk.MeanOffset.Length * up.Length);
        return trunk.Together >= policy.Together
            && trunk.LengthPixels >= policy.Legs.Low * leg && trunk.LengthPixels <= policy.Legs.High * leg
            && trunk.VariationPixels <= policy.Variation * trunk.LengthPixels
            && trunk.TurnDegrees <= policy.TurnDegrees
            && along >= Math.Cos(double.DegreesToRadians(policy.LeanDegrees));
    }
}
