using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Scripts;

/// <summary>The arm that reaches in from above and hides a marker: a rounded bar down to its tip.</summary>
/// <param name="Tip">Middle of the rounded end, in the plane of the leg.</param>
/// <param name="RadiusMillimetres">Half of its width.</param>
public sealed record Arm(Place Tip, double RadiusMillimetres)
{
    private const double ReachSeconds = 0.12;
    private const double Radius = 34;

    // Far enough above the picture's edge to be out of sight.
    private const double AwayMillimetres = 900;

    /// <summary>The arm of an occlusion at one instant, or null while it is out of sight. It covers the marker's resting place from start to end.</summary>
    public static Arm? At(double timeSeconds, Occlusion occlusion, StretchScript script)
    {
        var outside = Math.Max(occlusion.StartSeconds - timeSeconds, timeSeconds - occlusion.EndSeconds);
        if (outside >= ReachSeconds)
        {
            return null;
        }

        var away = Math.Max(outside, 0) / ReachSeconds;
        var target = script.PoseAt(occlusion.StartSeconds).Sticker(occlusion.Landmark);
        var tip = target + new Place(0, (Radius / 2) - (AwayMillimetres * away * away));
        return new Arm(tip, Radius + (script.StickerDiameterPixels / script.Staging.PixelsPerMillimetre / 2));
    }
}
