using System.Collections.Immutable;

namespace Clonus.Synthesis.Scripts;

/// <summary>One movement from an angle to another that starts and ends at rest.</summary>
/// <param name="BlendSeconds">
/// Null is half a cosine. Otherwise the speed is constant but for its rise and fall, which take this long each.
/// </param>
public readonly record struct AngleMove(double StartSeconds, double EndSeconds, double FromDegrees, double ToDegrees, double? BlendSeconds)
{
    /// <summary>A ramp of the given speed. The blend is shortened where the ramp is too small to reach the speed otherwise.</summary>
    public static AngleMove Ramp(double startSeconds, double fromDegrees, double toDegrees, double degreesPerSecond, double blendSeconds)
    {
        var plain = Math.Abs(toDegrees - fromDegrees) / degreesPerSecond;
        var blend = Math.Min(blendSeconds, plain);
        return new AngleMove(startSeconds, startSeconds + plain + blend, fromDegrees, toDegrees, blend);
    }

    public double At(double timeSeconds)
    {
        var duration = EndSeconds - StartSeconds;
        var elapsed = timeSeconds - StartSeconds;
        if (elapsed <= 0 || duration <= 0)
        {
            return elapsed <= 0 ? FromDegrees : ToDegrees;
        }

        if (elapsed >= duration)
        {
            return ToDegrees;
        }

        var share = BlendSeconds is { } blend ? TrapezoidShare(elapsed, duration, blend) : (1 - Math.Cos(Math.PI * elapsed / duration)) / 2;
        return FromDegrees + ((ToDegrees - FromDegrees) * share);
    }

    private static double TrapezoidShare(double elapsed, double duration, double blend)
    {
        var plain = duration - blend;
        if (elapsed < blend)
        {
            return elapsed * elapsed / (2 * blend * plain);
        }

        var left = duration - elapsed;
        return left < blend ? 1 - (left * left / (2 * blend * plain)) : (elapsed - (blend / 2)) / plain;
    }
}

/// <summary>The ankle's angle over all time.</summary>
public interface IAngleCurve
{
    /// <summary>Degrees, positive in dorsiflexion.</summary>
    double At(double timeSeconds);
}

/// <summary>Moves in order, and rest between them. Continuous with its first derivative.</summary>
/// <param name="Moves">In order of time, each from where the one before ended; at least one.</param>
public sealed record AngleCurve(ImmutableArray<AngleMove> Moves) : IAngleCurve
{
    public double At(double timeSeconds)
    {
        var (low, high) = (0, Moves.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Moves[middle].StartSeconds <= timeSeconds ? (middle, high) : (low, middle - 1);
        }

        return Moves[low].At(timeSeconds);
    }
}
