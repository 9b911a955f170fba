using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>How the person walks.</summary>
public sealed record WalkMotion
{
    // Sekiya 1996: the length of a step by the steps a minute hardly depends on the speed; here for a stature of 1.725 m,
    // millimetres, and for others so that short people need not take strides that are long for their legs.
    private const double WalkRatio = 6.4;
    private const double WalkRatioStature = 1725;
    private const double StaturePower = 1.5;

    // Who walks faster than that makes for takes more steps.
    private const double LongestStrideStatures = 0.85;

    private const double UsualSpeed = 1.15;

    // Who has a pattern goes slower: community walkers after a stroke.
    private const double PatternSpeed = 0.8;

    // Who brings one foot up to the other goes slowly, with short strides.
    private const double StepToSpeed = 0.4;
    private const double StepToStrideStatures = 0.36;
    private const double MostSteps = 110;

    /// <summary>Steps, two a stride; null is what this speed and stature usually come with.</summary>
    public double? CadencePerMinute { get; init; }

    /// <summary>Null is 1.15, with a pattern 0.8, or 0.4 for who steps to.</summary>
    public double? MetresPerSecond { get; init; }

    /// <summary>The person stays in place and the floor moves.</summary>
    public bool Treadmill { get; init; }

    /// <summary>How long the person stands before and after.</summary>
    public double StandSeconds { get; init; }

    /// <summary>What is not normal of the walk; none by itself.</summary>
    public ImmutableArray<WalkPattern> Patterns { get; init; } = [];

    /// <summary>The leg that has the patterns.</summary>
    public BodySide AffectedSide { get; init; } = BodySide.Right;

    /// <summary>Mean speed and steps a minute.</summary>
    public (double MillimetresPerSecond, double CadencePerMinute) Pace(double statureMillimetres)
    {
        var stepTo = Patterns.Any(pattern => pattern is { Name: WalkPatternName.StepTo, Severity: > 0 });
        var speed = MetresPerSecond ?? (stepTo ? StepToSpeed : Patterns.Any(pattern => pattern.Severity > 0) ? PatternSpeed : UsualSpeed);
        var cadence = stepTo
            ? Math.Min(120 * 1000 * speed / (StepToStrideStatures * statureMillimetres), MostSteps)
            : Math.Sqrt(60 * 1000 * speed / (WalkRatio * Math.Pow(statureMillimetres / WalkRatioStature, StaturePower)));
        cadence = Math.Max(cadence, 120 * 1000 * speed / (LongestStrideStatures * statureMillimetres));
        return (speed * 1000, CadencePerMinute ?? cadence);
    }
}
