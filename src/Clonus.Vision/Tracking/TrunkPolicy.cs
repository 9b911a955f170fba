namespace Clonus.Vision.Tracking;

/// <summary>How a shoulder lies to the hip of its side. Every value states its source.</summary>
public sealed record TrunkPolicy
{
    /// <summary>From hip to shoulder in lengths of the leg: 0.29 and 0.49 of the stature (Drillis and Contini 1966), of all builds and from the trochanter.</summary>
    public (double Low, double High) Legs { get; init; } = (0.45, 0.75);

    /// <summary>How much that varies, as a share of it: the trunk is stiff. This implementation's choice.</summary>
    public double Variation { get; init; } = 0.06;

    /// <summary>By how much the trunk turns in the clip: what stands in the room turns about the hip that goes past it. This implementation's choice.</summary>
    public double TurnDegrees { get; init; } = 15;

    /// <summary>Log of how much likelier one look of both is that of one set than chance: a shirt has spots too. A set of many colours needs its shoulder named. This implementation's choice.</summary>
    public double LikeHip { get; init; } = 2;

    /// <summary>How far the trunk leans off the leg's mean direction. This implementation's choice.</summary>
    public double LeanDegrees { get; init; } = 30;

    /// <summary>In which share of the clip hip and shoulder are seen together: an arm swings before the hip. This implementation's choice.</summary>
    public double Together { get; init; } = 0.3;

    /// <summary>Log of how much likelier the one of two moving legs is the nearer one that shows its hip: the trunk hides the far hip at all times, an arm the near one now and then. This implementation's choice.</summary>
    public double NearnessOfHip { get; init; } = 5;
}
