namespace Clonus.Vision.Tracking;

/// <summary>A soft limit: 0 up to one value, 1 from the other on, straight between; the two may stand in either order.</summary>
public readonly record struct Ramp(double Zero, double One)
{
    public double At(double value) => Math.Clamp((value - Zero) / (One - Zero), 0, 1);
}
