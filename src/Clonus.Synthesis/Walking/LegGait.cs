using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>What one leg of a walker does in every stride, before stride differs from stride. Angles in degrees, lengths in millimetres.</summary>
public sealed record LegGait
{
    public required BodySide Side { get; init; }

    /// <summary>Of the foot's own stride.</summary>
    public required double StanceShare { get; init; }

    /// <summary>How far ahead of the pelvis the foot is put down: its ankle, as it is with the whole sole down.</summary>
    public required double Ahead { get; init; }

    /// <summary>From the body's midline out to the foot's track.</summary>
    public required double Outward { get; init; }

    /// <summary>The sole against the floor, positive with the toes up, when the foot touches it, and when it leaves it.</summary>
    public required double ContactPitch { get; init; }

    public required double FootOffPitch { get; init; }

    /// <summary>And at the other foot's contact.</summary>
    public required double HeelRisePitch { get; init; }

    /// <summary>How the sole lies while it stands, 0 or the heel up.</summary>
    public double StandingPitch { get; init; }

    public required double ContactKnee { get; init; }

    /// <summary>The knee's flexion as it takes the weight.</summary>
    public required double LoadingKnee { get; init; }

    /// <summary>The knee at its straightest while it stands, negative beyond straight.</summary>
    public required double StraightKnee { get; init; }

    /// <summary>Whether the knee is straight soon after contact and not in the middle of stance.</summary>
    public bool StraightEarly { get; init; }

    /// <summary>The greatest flexion in swing.</summary>
    public required double SwingKnee { get; init; }

    /// <summary>The ankle in the middle of swing, positive in dorsiflexion.</summary>
    public required double SwingAnkle { get; init; }

    /// <summary>Least height of the ball over the floor around the middle of swing.</summary>
    public required double Clearance { get; init; }

    /// <summary>How far out of its straight way the foot swings.</summary>
    public required double Circumduction { get; init; }

    /// <summary>How far this side of the pelvis rises in the middle of this leg's swing, negative where it drops.</summary>
    public required double PelvisUp { get; init; }

    /// <summary>How far the heel of this foot rises while it stands and the other is in the middle of its swing.</summary>
    public double Vault { get; init; }

    /// <summary>Peak to peak.</summary>
    public double ClonusInStance { get; init; }

    public double ClonusInSwing { get; init; }

    /// <summary>1 on the right, -1 on the left: outward along z.</summary>
    public double Sign => Side == BodySide.Right ? 1 : -1;
}
