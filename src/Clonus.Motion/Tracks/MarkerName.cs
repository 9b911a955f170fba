using System.Diagnostics.CodeAnalysis;

namespace Clonus.Motion.Tracks;

public enum BodySide
{
    Unknown,
    Left,
    Right,
}

public enum Landmark
{
    Hip,
    Knee,
    Ankle,
    Heel,
    Toe,
    Shoulder,
    Elbow,
    Wrist,
    Hand,
    Patella,
    Thigh,

    /// <summary>A fixed point of the room; it has no side.</summary>
    Reference,

    /// <summary>Any point that the user follows; it has no side.</summary>
    Point,
}

/// <summary>A marker's name, written "left.ankle", "unknown.toe", and bare "reference" or "point".</summary>
public readonly record struct MarkerName(BodySide Side, Landmark Landmark)
{
    public static readonly MarkerName Reference = new(BodySide.Unknown, Landmark.Reference);

    public static readonly MarkerName Point = new(BodySide.Unknown, Landmark.Point);

    /// <summary>What <see cref="TryParse"/> accepts, in words for an error message.</summary>
    public static string ValidNames =>
        "<side>.<landmark> with side left, right or unknown and landmark "
        + string.Join(", ", Enum.GetValues<Landmark>().Where(HasSide).Select(Word)) + "; or reference, or point";

    public static bool TryParse([NotNullWhen(true)] string? text, out MarkerName name)
    {
        name = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length == 1 && TryWord(parts[0], out Landmark bare) && !HasSide(bare))
        {
            name = new MarkerName(BodySide.Unknown, bare);
            return true;
        }

        if (parts.Length == 2 && TryWord(parts[0], out BodySide side) && TryWord(parts[1], out Landmark landmark) && HasSide(landmark))
        {
            name = new MarkerName(side, landmark);
            return true;
        }

        return false;
    }

    public override string ToString() => HasSide(Landmark) ? $"{Word(Side)}.{Word(Landmark)}" : Word(Landmark);

    private static bool HasSide(Landmark landmark) => landmark is not (Landmark.Reference or Landmark.Point);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    // Only the words themselves: Enum.TryParse alone would also take "3", "Left" and " left".
    private static bool TryWord<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Word(value) == text;
}
