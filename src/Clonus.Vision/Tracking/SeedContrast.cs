using System.Runtime.CompilerServices;

namespace Clonus.Vision.Tracking;

/// <summary>By what a place may differ from its surroundings; a type of its own for each, so that the search is compiled for it.</summary>
internal interface IContrast
{
    /// <summary>Share of luma in the distance.</summary>
    float LumaWeight { get; }

    MarkerKind Kind { get; }

    /// <summary>Squared colour distance, in 8-bit steps; 0 where the two differ the wrong way.</summary>
    float Squared(Colour inside, Colour outside);
}

/// <summary>Any difference in colour, brightness counting less.</summary>
internal readonly record struct ColourContrast(float LumaWeight) : IContrast
{
    public MarkerKind Kind => MarkerKind.Colour;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Squared(Colour inside, Colour outside) => inside.SquaredDistanceTo(outside, LumaWeight);
}

/// <summary>Brighter than the surroundings, or darker: luma alone.</summary>
internal readonly struct ToneContrast(MarkerKind kind) : IContrast
{
    private readonly float _sign = kind == MarkerKind.Bright ? 1 : -1;

    public float LumaWeight => 1;

    public MarkerKind Kind => _sign > 0 ? MarkerKind.Bright : MarkerKind.Dark;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Squared(Colour inside, Colour outside)
    {
        var step = MathF.Max(_sign * (inside.Luma - outside.Luma), 0);
        return step * step;
    }
}
