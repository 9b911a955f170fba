using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Reports;

/// <summary>How result files are written as JSON: the contract's names and words, six decimals, null for unknown, no NaN.</summary>
internal static class ContractJson
{
    /// <summary>Microseconds and micro-units: finer than any recording, coarse enough to hide the last bits of arithmetic.</summary>
    public const int Decimals = 6;

    public static readonly JsonSerializerOptions Options = Create(isRounded: true);

    /// <summary>The same names and words on one line and with every digit: what processes of the tool tell one another.</summary>
    public static readonly JsonSerializerOptions Exact = Create(isRounded: false);

    public static double Rounded(double value) => Math.Round(value, Decimals) + 0.0;

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options) + "\n";

    private sealed class RoundedNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        // Adding zero turns -0 into 0.
        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Rounded(value));
    }

    private sealed class MarkerNameText : JsonConverter<MarkerName>
    {
        public override MarkerName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MarkerName.TryParse(reader.GetString(), out var name) ? name : throw new JsonException("not a marker name");

        public override void Write(Utf8JsonWriter writer, MarkerName value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class MarkerSpecText : JsonConverter<MarkerSpec>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(MarkerSpec));

        public override MarkerSpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MarkerSpec.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, MarkerSpec value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private static JsonSerializerOptions Create(bool isRounded)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            PropertyNamingPolicy = ContractNames.Policy,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            WriteIndented = isRounded,
            NewLine = "\n",
            // Result files are files, not parts of web pages: "°" and "<" stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new JsonStringEnumConverter(ContractNames.Policy, allowIntegerValues: false),
                new MarkerNameText(),
                new MarkerSpecText(),
            },
        };
        if (isRounded)
            options.Converters.Add(new RoundedNumber());
        return options;
    }
}
