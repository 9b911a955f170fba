using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>A foot in the plane of walking: x ahead, y up, millimetres; the pitch of its sole, positive with the toes up.</summary>
internal readonly record struct FootPose(Place Ankle, double PitchDegrees)
{
    /// <summary>A quarter turn on: the velocity of a place that turns by one radian a second.</summary>
    public static Place Across(Place place) => new(-place.Y, place.X);
}
