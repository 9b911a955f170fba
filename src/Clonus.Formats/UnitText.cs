namespace Clonus.Formats;

/// <summary>Units of length as files write them.</summary>
internal static class UnitText
{
    private static readonly (string Text, LengthUnit Unit)[] Units =
    [
        ("mm", LengthUnit.Millimetre), ("cm", LengthUnit.Centimetre), ("dm", LengthUnit.Decimetre), ("m", LengthUnit.Metre), ("px", LengthUnit.Pixel),
        ("millimeters", LengthUnit.Millimetre), ("centimeters", LengthUnit.Centimetre), ("meters", LengthUnit.Metre), ("pixels", LengthUnit.Pixel), ("pixel", LengthUnit.Pixel),
    ];

    public static LengthUnit Parse(string? text) =>
        Units.FirstOrDefault(u => u.Text.Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase)).Unit;

    /// <summary>Empty where it is not known.</summary>
    public static string Of(LengthUnit unit) => Units.FirstOrDefault(u => u.Unit == unit).Text ?? "";

    /// <summary>Null where a length of this unit is none in reality.</summary>
    public static double? Millimetres(LengthUnit unit) => unit switch
    {
        LengthUnit.Millimetre => 1,
        LengthUnit.Centimetre => 10,
        LengthUnit.Decimetre => 100,
        LengthUnit.Metre => 1000,
        _ => null,
    };
}
