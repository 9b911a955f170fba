using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

public enum GaitEventKind
{
    /// <summary>The first part of the foot comes to rest on the floor.</summary>
    InitialContact,

    /// <summary>The last part of the foot leaves it.</summary>
    FootOff,
}

/// <summary>What touches first.</summary>
public enum ContactPart
{
    Heel,
    Flat,
    Toe,
}

/// <summary>One foot meets the floor or leaves it.</summary>
/// <param name="UncertaintySeconds">Standard error of the time: by the frames' spacing, by what laboratories mark otherwise, and by what is not seen: of a foot that is half hidden, and from the front.</param>
/// <param name="CrossCheckSeconds">The same event by the second method; null where that has none.</param>
/// <param name="Disagrees">Whether the two lie further apart than both may err; null without the second.</param>
/// <param name="FirstPart">Of a contact: what touches first; null of a foot-off, and where heel and toe are not both marked.</param>
public sealed record GaitEvent(
    BodySide Side, GaitEventKind Kind, double TimeSeconds, double UncertaintySeconds, double? CrossCheckSeconds, bool? Disagrees, ContactPart? FirstPart);
