namespace Clonus.Media;

/// <summary>The unit of a file's timestamps: Numerator / Denominator seconds.</summary>
public readonly record struct TimeBase(int Numerator, int Denominator)
{
    /// <summary>24, 25, 30000/1001, 30, 50, 60000/1001, 60, 120 and 240 frames a second are whole numbers of it.</summary>
    public static readonly TimeBase Default = new(1, 60000);

    public double Seconds(long ticks) => (double)ticks * Numerator / Denominator;

    /// <summary>The nearest tick.</summary>
    public long Ticks(double seconds) => (long)Math.Round(seconds * Denominator / Numerator);
}
