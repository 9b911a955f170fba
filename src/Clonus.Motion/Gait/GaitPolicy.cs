namespace Clonus.Motion.Gait;

/// <summary>What a way of walking is called. Every value states its source.</summary>
public sealed record GaitPolicy
{
    /// <summary>Strides of a leg, or as many of the phase that a pattern looks at, for a label. This implementation's choice.</summary>
    public int MinStrides { get; init; } = 3;
}
