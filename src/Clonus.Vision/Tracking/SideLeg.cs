namespace Clonus.Vision.Tracking;

/// <summary>A leg seen from the side: what each further marker adds to the evidence for it. Any posture, any way up, toes to either side.</summary>
internal sealed class SideLeg(LimbGeometry geometry, SpotEvidence spots, LimbPolicy policy)
{
    /// <summary>Knee and ankle: a bone, some stickers long.</summary>
    public double Shank(int knee, int ankle) => LongBone(knee, ankle) + spots.SameSize(ankle, knee);

    /// <summary>The toe, beside knee and ankle.</summary>
    /// <param name="least">Less is of no use to anybody, and need not be known exactly.</param>
    public double Toe(int knee, int ankle, int toe, double least)
    {
        var foot = geometry.Bone(ankle, toe);
        var evidence = policy.Foot.Evidence(foot.LengthPixels / geometry.Bone(knee, ankle).LengthPixels)
            + Possible(policy.FootLongerThanSticker.At(foot.LengthPixels / spots.DiameterPixels(ankle, toe)))
            + spots.Bone(ankle, toe) + spots.SameSize(ankle, toe);
        if (!(evidence > least - policy.Ankle.MostEvidence))
        {
            return double.NegativeInfinity;
        }

        var bend = geometry.Bend(knee, ankle, toe);
        return evidence
            + policy.Ankle.Evidence(Math.Abs(bend.Median), policy.Excluded) + Possible(policy.AnkleTurnsLess.At(bend.Span))
            + Joint(knee, ankle, toe);
    }

    /// <summary>The hip, beside knee and ankle.</summary>
    /// <param name="toe">Tells which way the knee folds; none when not known.</param>
    public double Hip(int hip, int knee, int ankle, int toe)
    {
        var evidence = policy.Thigh.Evidence(geometry.Bone(hip, knee).LengthPixels / geometry.Bone(knee, ankle).LengthPixels);
        if (!(evidence > 2 * policy.Excluded))
        {
            return double.NegativeInfinity;
        }

        var fold = geometry.Bend(hip, knee, ankle);
        evidence += spots.Bone(hip, knee) + spots.SameSize(ankle, hip)
            + policy.Knee.Evidence(Math.Abs(fold.Median), policy.Excluded) + Possible(policy.KneeTurnsLess.At(fold.Span)) + Joint(hip, knee, ankle);
        if (toe != LegGuess.None && 180 - Math.Abs(fold.Median) > policy.KneeFoldsFromDegrees)
        {
            // A knee folds backwards, a foot points forwards: seen from either side the two turn opposite ways.
            evidence += fold.Median * geometry.Bend(knee, ankle, toe).Median < 0 ? Math.Log(2) : policy.Excluded;
        }

        return evidence;
    }

    /// <summary>The heel, beside knee, ankle and toe.</summary>
    public double Heel(int knee, int ankle, int heel, int toe)
    {
        var evidence = policy.Heel.Evidence(geometry.Bone(ankle, heel).LengthPixels / geometry.Bone(knee, ankle).LengthPixels) + OnFoot(ankle, heel, toe);
        if (!(evidence > 2 * policy.Excluded))
        {
            return double.NegativeInfinity;
        }

        var below = geometry.Bend(knee, ankle, heel).Median;
        return evidence + policy.HeelBelow.Evidence(Math.Abs(below), policy.Excluded)
            // Beyond the shank's line the heel is where the toe is not.
            + (below * geometry.Bend(knee, ankle, toe).Median < 0 ? Math.Log(2) : Math.Abs(below) < 165 ? policy.Excluded : 0);
    }

    /// <summary>The heel without a toe, beside knee and ankle.</summary>
    public double HeelAlone(int knee, int ankle, int heel)
    {
        var evidence = policy.Heel.Evidence(geometry.Bone(ankle, heel).LengthPixels / geometry.Bone(knee, ankle).LengthPixels);
        if (!(evidence > 2 * policy.Excluded))
        {
            return double.NegativeInfinity;
        }

        var bend = geometry.Bend(knee, ankle, heel);
        return evidence + spots.Bone(ankle, heel) + spots.SameSize(ankle, heel)
            + policy.HeelBelow.Evidence(Math.Abs(bend.Median), policy.Excluded) + Possible(policy.AnkleTurnsLess.At(bend.Span)) + Joint(knee, ankle, heel);
    }

    /// <summary>A spot in front of the knee that goes with it: not to be taken for the knee itself.</summary>
    public double Patella(int knee, int ankle, int toe, int patella)
    {
        var evidence = policy.PatellaMarked + policy.Patella.Evidence(geometry.Bone(knee, patella).LengthPixels / geometry.Bone(knee, ankle).LengthPixels);
        if (!(evidence > 2 * policy.Excluded))
        {
            return double.NegativeInfinity;
        }

        var front = geometry.Bend(ankle, knee, patella).Median;
        return evidence + spots.Bone(knee, patella) + spots.SameSize(knee, patella)
            + (front * geometry.Bend(knee, ankle, toe).Median < 0 ? Math.Log(2) + policy.PatellaInFront.Evidence(Math.Abs(front), policy.Excluded) : policy.Excluded);
    }

    /// <summary>Ankle, heel and toe without a knee: one piece whose form is that of a foot.</summary>
    public double Foot(int ankle, int heel, int toe)
    {
        var evidence = policy.HeelOfFoot.Evidence(geometry.Bone(ankle, heel).LengthPixels / geometry.Bone(ankle, toe).LengthPixels)
            + Possible(policy.FootLongerThanSticker.At(geometry.Bone(ankle, toe).LengthPixels / spots.DiameterPixels(ankle, toe)));
        return evidence > 2 * policy.Excluded
            ? evidence + spots.Bone(ankle, toe) + spots.SameSize(ankle, toe) + OnFoot(ankle, heel, toe)
            : double.NegativeInfinity;
    }

    /// <summary>Of hip, knee and ankle without a foot nothing but the movement tells which end is the hip: in a leg that moves it is the quieter one.</summary>
    public double HipIsQuieter(int hip, int ankle) =>
        Math.Clamp(2 * Math.Log(geometry.Unsteadiness(ankle) / geometry.Unsteadiness(hip)), policy.Excluded, -policy.Excluded / 2);

    private double OnFoot(int ankle, int heel, int toe)
    {
        var evidence = policy.Sole.Evidence(geometry.Bone(heel, toe).LengthPixels / geometry.Bone(ankle, toe).LengthPixels);
        return evidence > 2 * policy.Excluded
            ? evidence + policy.HeelBehind.Evidence(Math.Abs(geometry.Bend(toe, ankle, heel).Median), policy.Excluded)
                + spots.Bone(heel, toe) + spots.SameSize(ankle, heel) + Rigid(toe, ankle, heel)
            : double.NegativeInfinity;
    }

    private double LongBone(int a, int b)
    {
        var length = geometry.Bone(a, b).LengthPixels / spots.DiameterPixels(a, b);
        return Possible(policy.ShankNotTooShort.At(length) * policy.ShankNotTooLong.At(length)) + spots.Bone(a, b);
    }

    /// <summary>Two bones that turn together, hardly bending at the joint between them, are no two bones.</summary>
    private double Joint(int from, int middle, int to)
    {
        var turn = Math.Min(geometry.Bone(from, middle).TurnDegrees, geometry.Bone(middle, to).TurnDegrees);
        return turn > policy.OnePieceFromDegrees ? policy.Excluded * policy.OnePiece.At(geometry.Bend(from, middle, to).Span / turn) : 0;
    }

    /// <summary>What bends as much as either end turns is not one piece.</summary>
    private double Rigid(int from, int middle, int to)
    {
        var (a, b) = (geometry.Bone(from, middle), geometry.Bone(middle, to));
        var turn = Math.Max(a.TurnDegrees, b.TurnDegrees);
        var noise = policy.TrackingNoisePixels / Math.Min(a.LengthPixels, b.LengthPixels) * 180 / Math.PI;
        return turn > policy.OnePieceFromDegrees
            ? policy.Excluded * (1 - policy.OnePiece.At((geometry.Bend(from, middle, to).Span - (policy.NoiseSpan * noise)) / turn))
            : 0;
    }

    /// <summary>Log of a soft limit, no less than what is as good as excluded.</summary>
    private double Possible(double share) => Math.Max(Math.Log(share), policy.Excluded);
}
