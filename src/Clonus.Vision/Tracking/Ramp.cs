namespace Clonus.Vision.Tracking;

/// <summary>A soft limit: 0 up to one value, 1 from the other on, straight between; the two may stand in either order.</summary>
public readonly record struct Ramp(double Zero, double One)
{
    public double At(double value) => Math.Clamp((value - Zero) / (One - Zero), 0, 1);

    /// <summary>The same limit on a scale that is so many times as large.</summary>
    public Ramp Times(double factor) => new(factor * Zero, factor * One);
}
