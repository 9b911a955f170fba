namespace Clonus.Vision.Tracking;

/// <summary>
/// A leg that walks towards the camera or away from it, or on a treadmill before it: hip above knee above ankle above foot in an upright picture,
/// and the ankle lifted with each step, so that the shank looks shorter then. Each method gives what a further marker adds to the evidence.
/// </summary>
internal sealed class FrontLeg(LimbGeometry geometry, SpotEvidence spots, LimbPolicy policy)
{
    private readonly Dictionary<(int Knee, int Ankle), FrontShank?> _shanks = [];

    public FrontShank? View(int knee, int ankle)
    {
        if (!_shanks.TryGetValue((knee, ankle), out var shank))
        {
            shank = _shanks[(knee, ankle)] = FrontShank.Measure(geometry, knee, ankle);
        }

        return shank;
    }

    /// <summary>Knee and ankle, which step.</summary>
    public double Shank(int knee, int ankle)
    {
        if (View(knee, ankle) is not { } shank)
        {
            return double.NegativeInfinity;
        }

        var length = geometry.Bone(knee, ankle).LengthPixels / spots.DiameterPixels(knee, ankle);
        return policy.Front.Upright.Evidence(shank.DegreesFromVertical, policy.Excluded)
            + Possible(policy.Front.StepsLift.At(shank.LiftSpread) * policy.Front.StepsLiftLess.At(shank.LiftSpread))
            + Possible(policy.Front.SwaysLessThanLifts.At(shank.SwaySpread / shank.LiftSpread))
            + Possible(policy.ShankNotTooShort.At(length) * policy.ShankNotTooLong.At(length))
            + spots.SameSize(ankle, knee);
    }

    public double Hip(int hip, int knee, int ankle)
    {
        if (View(knee, ankle)?.Offset(hip, knee) is not { Y: > 0 } thigh)
        {
            return double.NegativeInfinity;
        }

        return policy.Front.Thigh.Evidence(thigh.Y) + Upright(thigh.X, thigh.Y) + spots.SameSize(ankle, hip);
    }

    /// <summary>A marker of the foot, whether toe or heel.</summary>
    public double Foot(int knee, int ankle, int foot)
    {
        if (View(knee, ankle)?.Offset(ankle, foot) is not { Y: > 0 } drop)
        {
            return double.NegativeInfinity;
        }

        return policy.Front.Foot.Evidence(drop.Y) + policy.Front.UprightFoot.Evidence(Math.Atan2(Math.Abs(drop.X), drop.Y) * 180 / Math.PI, policy.Excluded)
            + GoesWith(ankle, foot) + spots.SameSize(ankle, foot);
    }

    // Of one foot, not of the other one, which stands meanwhile.
    private double GoesWith(int ankle, int foot)
    {
        var apart = geometry.StepsApart(ankle, foot);
        return double.IsFinite(apart)
            ? Math.Max(Math.Log(policy.Front.StrangersStepsApart / policy.Front.FootStepsApart * Math.Sqrt(2 / Math.PI)) - (0.5 * Square(apart / policy.Front.FootStepsApart)), policy.Excluded)
            : 0;
    }

    /// <summary>Log of how much likelier a foot's marker is the toe than the heel.</summary>
    public double ToeNotHeel(int knee, int ankle, int foot)
    {
        // Who faces the camera shows his toes, and who turns his back to it the heels.
        var shank = View(knee, ankle)!;
        return (policy.Front.DropTells * (policy.Front.DropOfEither - shank.DropWithLift(ankle, foot))) + shank.FacingByClimb(policy.Front);
    }

    /// <summary>That two legs are one person's: side by side, equally high, stepping in turns.</summary>
    public double Pair(LegGuess a, LegGuess b)
    {
        var (first, second) = (View(a.Knee, a.Ankle)!, View(b.Knee, b.Ankle)!);
        if (first.Offset(a.Knee, b.Knee) is not { } apart)
        {
            return policy.Excluded;
        }

        var evidence = policy.Front.LegsApart.Evidence(Math.Abs(apart.X)) + Level(apart.Y) - (policy.Front.StepsTell * first.StepsWith(second));
        if (first.Offset(a.Ankle, b.Ankle) is { } ankles)
        {
            evidence += SameOrder(apart.X, ankles.X);
        }

        var (footA, footB) = (a.Toe != LegGuess.None ? a.Toe : a.Heel, b.Toe != LegGuess.None ? b.Toe : b.Heel);
        if (footA != LegGuess.None && footB != LegGuess.None && first.Offset(footA, footB) is { } feet)
        {
            // Who shows the toes of one foot shows those of the other.
            evidence += SameOrder(apart.X, feet.X) + ((a.Toe == LegGuess.None) == (b.Toe == LegGuess.None) ? Math.Log(2) : policy.Excluded / 2);
        }

        return evidence + (a.Hip != LegGuess.None && b.Hip != LegGuess.None && first.Offset(a.Hip, b.Hip) is { } hips ? Level(hips.Y) + SameOrder(apart.X, hips.X) : 0);
    }

    /// <summary>What is left of the one leg's at the knee is so at hip and ankle.</summary>
    private double SameOrder(double knees, double others) => knees * others > 0 ? Math.Log(2) : policy.Excluded;

    /// <summary>Of two heights, in shanks: log of how much likelier they are so by design than by chance.</summary>
    private double Level(double apart) =>
        Math.Max(Math.Log(1 / policy.Front.LevelSpread) - (0.5 * apart * apart / (policy.Front.LevelSpread * policy.Front.LevelSpread)), policy.Excluded);

    private double Upright(double x, double y) => policy.Front.Upright.Evidence(Math.Atan2(Math.Abs(x), y) * 180 / Math.PI, policy.Excluded);

    private static double Square(double value) => value * value;

    private double Possible(double share) => Math.Max(Math.Log(share), policy.Excluded);
}
