using MathNet.Numerics.Distributions;

namespace Clonus.Motion.Beats;

/// <summary>
/// How probable it is that the judgement of one excursion is wrong, from how near it came to each limit and how well that was measured.
/// A beat within a margin of a limit may be counted or not, so that only what lies beyond the margin is wrong.
/// </summary>
internal sealed class BeatDoubt(AmplitudeGate gate, ClonusPolicy policy)
{
    // Careful raters leave out or take in what is so near to a limit; in shares of the amplitude gate, and of a fall or a rise.
    private const double DepthMargin = 0.15;
    private const double RatioMargin = 0.08;

    // Interpolation and a marker's own scale leave an error even without noise; and the gate that noise makes is known no better than the noise.
    private const double LeastErrorRatio = 0.03;
    private const double GateErrorRatio = 0.08;

    /// <summary>That a counted excursion is none.</summary>
    public double OfCounted(Excursion dip)
    {
        var tooSmall = Normal.CDF(0, 1, (((1 - DepthMargin) * gate.Value) - dip.CountedDepth) / DepthError);
        var notReturned = Below(policy.MinReturnRatio, dip.Rise / dip.Depth, dip);
        var swing = dip.SwingRatio is { } ratio ? Below(policy.PassiveSwingRatio, ratio, dip) : 0;
        return 1 - ((1 - tooSmall) * (1 - notReturned) * (1 - swing));
    }

    /// <summary>That one is a beat that was too small.</summary>
    public double OfTooSmall(Excursion dip) => Normal.CDF(0, 1, (dip.CountedDepth - ((1 + DepthMargin) * gate.Value)) / DepthError);

    /// <summary>That one is a beat that did not come back by half.</summary>
    public double OfReturn(Excursion dip) => Above(policy.MinReturnRatio, dip.Rise / dip.Depth, dip);

    /// <summary>That one is a beat that fell by less than half of the rise before it.</summary>
    public double OfSwing(Excursion dip) => Above(policy.PassiveSwingRatio, dip.SwingRatio ?? 0, dip);

    private double DepthError
    {
        get
        {
            var isNoisy = gate.NoiseRms / gate.Value > policy.QuietNoiseRatio;
            return Math.Sqrt(Square(gate.UsualDepthError) + Square(LeastErrorRatio * gate.Value) + Square(isNoisy ? GateErrorRatio * gate.Value : 0));
        }
    }

    private double Below(double limit, double ratio, Excursion dip) => Normal.CDF(0, 1, (limit - RatioMargin - ratio) / RatioError(dip));

    // What is too small for the gate is no beat whatever came back.
    private double Above(double limit, double ratio, Excursion dip) =>
        Normal.CDF(0, 1, (ratio - limit - RatioMargin) / RatioError(dip)) * (1 - OfTooSmallFor(dip));

    private double OfTooSmallFor(Excursion dip) => Normal.CDF(0, 1, (gate.Value - dip.CountedDepth) / DepthError);

    private double RatioError(Excursion dip) => Math.Sqrt(Square(gate.UsualDepthError / dip.Depth) + Square(LeastErrorRatio));

    private static double Square(double x) => x * x;
}
