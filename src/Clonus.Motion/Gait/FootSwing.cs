namespace Clonus.Motion.Gait;

/// <summary>One swing of a foot, frames of its bout and times.</summary>
/// <param name="PeakFrame">Where the foot is fastest.</param>
/// <param name="FootOff">Null where the foot was not seen to leave the floor.</param>
/// <param name="Contact">Null where it was not seen to come down.</param>
/// <param name="HeelAfterToeSeconds">How much later the heel came to rest than the toe; null where one was not seen to.</param>
public sealed record FootSwing(int PeakFrame, double PeakSpeed, TimedCrossing? FootOff, TimedCrossing? Contact, double? HeelAfterToeSeconds);

/// <summary>When a foot's speed passes the line between rest and swing.</summary>
/// <param name="UncertaintySeconds">Standard error.</param>
public readonly record struct TimedCrossing(double TimeSeconds, double UncertaintySeconds);
