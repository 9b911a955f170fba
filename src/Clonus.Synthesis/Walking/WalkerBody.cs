using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>
/// Lengths of a person, millimetres: shares of the stature after Drillis and Contini, Body Segment Parameters (1966), each a little longer or
/// shorter from person to person.
/// </summary>
/// <param name="HipHalfWidth">From the middle of the pelvis to a hip's axis.</param>
/// <param name="FootScale">Against a foot of 257 mm, in whose axes the places on the foot are given.</param>
/// <param name="StepWidth">Between the tracks of the two ankles.</param>
public sealed record WalkerBody(
    double Stature, double Thigh, double Shank, double HipHalfWidth, double Trunk, double ShoulderHalfWidth, double UpperArm, double Forearm, double FootScale, double StepWidth)
{
    private const double UnitFootMillimetres = 257;
    private const double ShareCv = 0.02;
    private const double VariationLimit = 2;

    public double Leg => Thigh + Shank;

    public double FootMillimetres => UnitFootMillimetres * FootScale;

    /// <param name="statureMillimetres">Null is drawn between 1.50 and 1.95 m.</param>
    public static WalkerBody Of(double? statureMillimetres, long seed)
    {
        var random = new SeededRandom(seed, "body");
        var stature = 1500 + (450 * random.NextUnit());
        stature = statureMillimetres ?? stature;
        double Length(double share) => stature * share * (1 + (ShareCv * random.NextNormalWithin(VariationLimit)));
        return new WalkerBody(
            stature, Length(0.245), Length(0.246), Length(0.052), Length(0.288), Length(0.115), Length(0.186), Length(0.146), Length(0.152) / UnitFootMillimetres,
            80 + (45 * random.NextUnit()));
    }
}
