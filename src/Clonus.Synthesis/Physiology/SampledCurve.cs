using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Physiology;

/// <summary>An angle that was computed step by step from time 0 on; straight between the steps, still before and after.</summary>
/// <param name="Degrees">Positive in dorsiflexion; so finely sampled that what a straight line misses is below a thousandth of a degree.</param>
public sealed record SampledCurve(double StepSeconds, ImmutableArray<double> Degrees) : IAngleCurve
{
    public double EndSeconds => (Degrees.Length - 1) * StepSeconds;

    public double At(double timeSeconds)
    {
        var position = Math.Clamp(timeSeconds / StepSeconds, 0, Degrees.Length - 1);
        var before = Math.Min((int)position, Degrees.Length - 2);
        return Degrees[before] + ((position - before) * (Degrees[before + 1] - Degrees[before]));
    }
}
