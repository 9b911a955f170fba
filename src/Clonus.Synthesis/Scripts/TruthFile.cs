using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Scripts;

/// <summary>truth.json: names in snake_case with short units, a row of numbers on one line, a position as [x, y], what is missing as null.</summary>
public static class TruthFile
{
    // A ten-thousandth of a pixel or a degree, and a nanosecond: so little that the last digit of a sine, which may differ from machine to
    // machine, does not show. Frame times are fractions and keep every digit.
    private const int Decimals = 4;
    private const int SecondsDecimals = 9;

    /// <summary>How the file is written and read; the command schema describes the file by it.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = new NamesWithShortUnits(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new NumbersOnOneLine(), new PositionsOnOneLine(), new PoseOnOneLine() },
    };

    public static string Write(ClipTruth truth) => JsonSerializer.Serialize(Rounded(truth), Options) + "\n";

    public static string Write(WalkTruth truth) => JsonSerializer.Serialize(Rounded(truth), Options) + "\n";

    /// <exception cref="InputException">Not a truth file, or one of another schema.</exception>
    public static ClipTruth Read(string json)
    {
        ClipTruth? truth;
        try
        {
            truth = JsonSerializer.Deserialize<ClipTruth>(json, Options);
        }
        catch (JsonException e)
        {
            throw new InputException(InputFault.Unreadable, $"not a {ClipTruth.SchemaName} file: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return truth?.Schema == ClipTruth.SchemaName
            ? truth
            : throw new InputException(InputFault.Unreadable, $"schema {truth?.Schema ?? "null"}: needed is {ClipTruth.SchemaName}");
    }

    private static ClipTruth Rounded(ClipTruth truth) => truth with
    {
        Stretch = truth.Stretch is { } stretch ? Rounded(stretch) : null,
        Stretches = [.. truth.Stretches.Select(Rounded)],
        Beats = [.. truth.Beats.Select(Rounded)],
        Excursions = [.. truth.Excursions.Select(Rounded)],
        AnkleAngleDegrees = Rounded(truth.AnkleAngleDegrees),
        Camera = [.. truth.Camera.Select(Rounded)],
        Markers = [.. truth.Markers.Select(Rounded)],
    };

    private static WalkTruth Rounded(WalkTruth truth) => truth with
    {
        StrideMillimetres = Rounded(truth.StrideMillimetres),
        MetresPerSecond = Rounded(truth.MetresPerSecond),
        CadencePerMinute = Rounded(truth.CadencePerMinute),
        StandingAnkleDegrees = Rounded(truth.StandingAnkleDegrees),
        Legs = [.. truth.Legs.Select(leg => leg with
        {
            ContactsSeconds = [.. leg.ContactsSeconds.Select(Time)],
            ToeOffsSeconds = [.. leg.ToeOffsSeconds.Select(Time)],
            HipDegrees = Rounded(leg.HipDegrees),
            KneeDegrees = Rounded(leg.KneeDegrees),
            AnkleDegrees = Rounded(leg.AnkleDegrees),
            Strides = [.. leg.Strides.Select(stride => stride.Rounded(value => Math.Round(value, Decimals), Time))],
        })],
        TrunkLeanDegrees = Rounded(truth.TrunkLeanDegrees),
        PelvisDegrees = Rounded(truth.PelvisDegrees),
        Patterns = [.. truth.Patterns.Select(pattern => pattern with { Value = Rounded(pattern.Value) })],
        Camera = [.. truth.Camera.Select(Rounded)],
        Markers = [.. truth.Markers.Select(Rounded)],
    };

    private static StretchTruth Rounded(StretchTruth stretch) => new(
        Time(stretch.StartSeconds), Time(stretch.EndSeconds), Math.Round(stretch.AngleDegrees, Decimals), Math.Round(stretch.SpeedDegreesPerSecond, Decimals));

    private static BeatTruth Rounded(BeatTruth beat) =>
        new(Time(beat.TimeSeconds), Math.Round(beat.AmplitudeDegrees, Decimals), Time(beat.StartSeconds), Time(beat.EndSeconds)) { Returned = Math.Round(beat.Returned, Decimals), Driven = Math.Round(beat.Driven, Decimals) };

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, Decimals) : null;

    private static ImmutableArray<double> Rounded(ImmutableArray<double> values) => [.. values.Select(value => Math.Round(value, Decimals))];

    private static MarkerTruth Rounded(MarkerTruth marker) => marker with { Positions = [.. marker.Positions.Select(Rounded)] };

    // Turn and scale act on a whole picture's width: they keep four digits more.
    private static CameraPose Rounded(CameraPose pose) => new(
        Math.Round(pose.ShiftXPixels, Decimals), Math.Round(pose.ShiftYPixels, Decimals), Math.Round(pose.RotationRadians, 2 * Decimals), Math.Round(pose.Scale, 2 * Decimals));

    private static double Time(double seconds) => Math.Round(seconds, SecondsDecimals);

    private static ImagePoint? Rounded(ImagePoint? point) =>
        point is { } p ? new ImagePoint(Math.Round(p.X, Decimals), Math.Round(p.Y, Decimals)) : null;

    // As in result.json: time_s, amplitude_deg, speed_deg_per_s, width_px.
    private sealed class NamesWithShortUnits : JsonNamingPolicy
    {
        public override string ConvertName(string name) => SnakeCaseLower.ConvertName(name)
            .Replace("per_second", "per_s", StringComparison.Ordinal).Replace("_seconds", "_s", StringComparison.Ordinal)
            .Replace("_degrees", "_deg", StringComparison.Ordinal).Replace("_millimetres", "_mm", StringComparison.Ordinal)
            .Replace("_pixels", "_px", StringComparison.Ordinal);
    }

    private sealed class NumbersOnOneLine : JsonConverter<ImmutableArray<double>>
    {
        public override ImmutableArray<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<double[]>(ref reader) ?? throw new JsonException("numbers are missing")];

        public override void Write(Utf8JsonWriter writer, ImmutableArray<double> value, JsonSerializerOptions options) =>
            writer.WriteRawValue(JsonSerializer.Serialize(value.AsSpan().ToArray()));
    }

    private sealed class PositionsOnOneLine : JsonConverter<ImmutableArray<ImagePoint?>>
    {
        public override ImmutableArray<ImagePoint?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pairs = JsonSerializer.Deserialize<double[]?[]>(ref reader) ?? throw new JsonException("positions are missing");
            return [.. pairs.Select(Point)];
        }

        public override void Write(Utf8JsonWriter writer, ImmutableArray<ImagePoint?> value, JsonSerializerOptions options) =>
            writer.WriteRawValue(JsonSerializer.Serialize(value.Select(point => point is { } p ? new[] { p.X, p.Y } : null)));

        private static ImagePoint? Point(double[]? pair) => pair switch
        {
            null => null,
            [var x, var y] => new ImagePoint(x, y),
            _ => throw new JsonException("a position is [x, y]"),
        };
    }

    private sealed class PoseOnOneLine : JsonConverter<CameraPose>
    {
        public override CameraPose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader) is [var x, var y, var roll, var scale]
                ? new CameraPose(x, y, roll, scale)
                : throw new JsonException("a camera's pose is [shift_x_px, shift_y_px, rotation_rad, scale]");

        public override void Write(Utf8JsonWriter writer, CameraPose value, JsonSerializerOptions options) =>
            writer.WriteRawValue(JsonSerializer.Serialize(new[] { value.ShiftXPixels, value.ShiftYPixels, value.RotationRadians, value.Scale }));
    }
}
