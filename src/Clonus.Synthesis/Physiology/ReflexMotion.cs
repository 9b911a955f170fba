namespace Clonus.Synthesis.Physiology;

/// <summary>What makes the ankle beat.</summary>
public enum ClonusModel
{
    /// <summary>Each beat is written down: so many, so deep, so often.</summary>
    Scripted,

    /// <summary>Beats arise by themselves from a delayed stretch reflex; their rate depends on delay, inertia and stiffness.</summary>
    Reflex,

    /// <summary>A central generator gives bursts of a fixed rate while the ankle is stretched (Walsh 1976).</summary>
    Pacemaker,
}

/// <summary>
/// The ankle as a damped, sprung mass and the reflex arc around it, in SI units. The usual values are those of a foot in an examiner's hand
/// (Kearney and Mirbagheri for the arc, Chung 2004 for the stiffness).
/// </summary>
public sealed record ReflexMotion
{
    /// <summary>Torque for each rad/s of stretch beyond the threshold. At the usual values 2 gives a few beats, 4 a dying train, 6 a sustained one.</summary>
    public double Gain { get; init; } = 6;

    /// <summary>The gain falls with e^(−t/this) while stretched; null never tires.</summary>
    public double? FatigueSeconds { get; init; }

    /// <summary>Of foot and hand, kg m²; 0.012 is a foot alone.</summary>
    public double Inertia { get; init; } = 0.02;

    /// <summary>The inertia of a foot on the floor with the leg's weight on it, kg m².</summary>
    public const double InertiaUnderLeg = 0.05;

    /// <summary>Nm/rad at rest.</summary>
    public double Stiffness { get; init; } = 30;

    /// <summary>Stiffness that each Nm of the examiner's torque adds, 1/rad: with it the rate rises with the load (Hidler and Rymer).</summary>
    public double LoadStiffening { get; init; }

    /// <summary>Stiffness that each Nm of muscle torque, averaged over 0.3 s, adds, 1/rad: with it the first interval is the longest.</summary>
    public double TonicStiffening { get; init; }

    public double DampingRatio { get; init; } = 0.25;

    /// <summary>From a stretch to the muscle's command.</summary>
    public double DelaySeconds { get; init; } = 0.05;

    /// <summary>Rate of the critically damped twitch, 1/s.</summary>
    public double TwitchRate { get; init; } = 20;

    /// <summary>Slower stretches give no command, rad/s.</summary>
    public double ThresholdSpeed { get; init; } = 0.2;

    /// <summary>All motoneurons firing, Nm.</summary>
    public double MaxTorque { get; init; } = 12;
}
