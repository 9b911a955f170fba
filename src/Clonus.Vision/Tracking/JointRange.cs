namespace Clonus.Vision.Tracking;

/// <summary>Angles between 0 and 180 degrees that a joint has: impossible, from here usual, to here usual, impossible.</summary>
public readonly record struct JointRange(double None, double From, double To, double NoneBeyond)
{
    /// <summary>Of a usual angle.</summary>
    public double MostEvidence => Math.Log(2 * 180 / (NoneBeyond - None + To - From));

    /// <summary>Log of how much likelier an angle is here than by chance, where all are equally likely.</summary>
    public double Evidence(double degrees, double least)
    {
        var shape = Math.Min(new Ramp(None, From).At(degrees), NoneBeyond > To ? new Ramp(NoneBeyond, To).At(degrees) : 1);
        return Math.Max(MostEvidence + Math.Log(shape), least);
    }
}
