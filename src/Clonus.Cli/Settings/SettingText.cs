using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Motion.Signals;

namespace Clonus.Cli.Settings;

/// <summary>How single values are written on the command line and in a protocol. A null answer means: not such a value.</summary>
internal static class SettingText
{
    /// <summary>Decimal point, no thousands, no exponent, nothing infinite.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;

    public static double? Positive(string text) => Number(text) is { } value && value > 0 ? value : null;

    public static int? WholeFrom(int least, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least ? value : null;

    public static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>An enum by its word, such as "more-than-5".</summary>
    public static T? Word<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Word(v) == text).Select(v => (T?)v).FirstOrDefault();

    public static string Word<T>(T value) where T : struct, Enum => ContractNames.Word(value).Replace('_', '-');

    /// <summary>LOW:HIGH in Hz.</summary>
    public static FrequencyBand? Band(string text) =>
        text.Split(':') is [var low, var high] && Positive(low) is { } lowHz && Positive(high) is { } highHz && lowHz < highHz
            ? new FrequencyBand(lowHz, highHz)
            : null;

    public static string Band(FrequencyBand band) => $"{Number(band.LowHz)}:{Number(band.HighHz)}";

    /// <summary>A value with its unit behind it: 2deg, 4mm, 1.5px.</summary>
    public static Amplitude? Amplitude(string text) =>
        Enum.GetValues<SignalUnit>()
            .Select(unit => Positive(WithoutUnit(text, Word(unit)) ?? "") is { } value ? new Amplitude(value, unit) : (Amplitude?)null)
            .FirstOrDefault(amplitude => amplitude is not null);

    public static string Amplitude(Amplitude amplitude) => Number(amplitude.Value) + Word(amplitude.Unit);

    /// <summary>START:END in seconds; either may be left out.</summary>
    public static (double? Start, double? End)? TimeSpan(string text)
    {
        if (text.Split(':') is not [var start, var end] || start.Length + end.Length == 0)
            return null;

        var from = start.Length == 0 ? 0 : Number(start) ?? -1;
        var to = end.Length == 0 ? double.PositiveInfinity : Number(end) ?? -1;
        return from >= 0 && to > from
            ? (start.Length == 0 ? null : from, end.Length == 0 ? null : to)
            : null;
    }

    public static string TimeSpan(double? start, double? end) =>
        (start is { } from ? Number(from) : "") + ":" + (end is { } to ? Number(to) : "");

    /// <summary>LENGTHpx:MM as millimetres for each pixel.</summary>
    public static double? Scale(string text) =>
        text.Split(':') is [var length, var millimetres]
        && Positive(WithoutUnit(length, "px") ?? "") is { } px
        && Positive(WithoutUnit(millimetres, "mm") ?? millimetres) is { } mm
            ? mm / px
            : null;

    /// <summary>The text before a unit, null when it does not end with it.</summary>
    public static string? WithoutUnit(string text, string unit) =>
        text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : null;
}
