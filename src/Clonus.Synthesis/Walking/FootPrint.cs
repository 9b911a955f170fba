using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>When and where a foot stands.</summary>
/// <param name="ContactSeconds">The first instant that any part of the sole touches the floor; of a foot that stood from the beginning, when it would have.</param>
/// <param name="FootOffSeconds">The last; far after the walk for a foot that stands at its end.</param>
/// <param name="OtherOffSeconds">When the other foot leaves the floor after this contact.</param>
/// <param name="OtherContactSeconds">And when it comes down again.</param>
/// <param name="X">Of the ankle with the whole sole down, millimetres along the way.</param>
/// <param name="Z">Of the foot's track, millimetres to the right of the way.</param>
/// <param name="Landed">False of a foot that stood from the beginning.</param>
/// <param name="Leaves">False of a foot that stands at the end.</param>
public sealed record FootPrint(
    BodySide Side, double ContactSeconds, double FootOffSeconds, double OtherOffSeconds, double OtherContactSeconds, double X, double Z, bool Landed, bool Leaves);
