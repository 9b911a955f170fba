using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Clonus.Cli.Scoring;
using Clonus.Cli.Batch;
using Clonus.Cli.Settings;
using Clonus.Cli.Verification;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Reports;

/// <summary>JSON Schemas (draft 2020-12) of our files. They are made from the records that write the files, so that they cannot differ.</summary>
internal static class Schemas
{
    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Described(context.TypeInfo.Type, node),
    };

    public static IReadOnlyList<string> Names => ["result", "protocol", "truth", "walk-truth", "provenance", "batch", "batch-provenance", "score", "verification"];

    /// <summary>The schema's text with a line break at its end; null when there is none of that name.</summary>
    public static string? Find(string name) => name switch
    {
        "result" => Text(ResultDocument.CurrentSchema, "What clonus found in one clip", Of<ResultDocument>(ContractJson.Options)),
        "provenance" => Text(Provenance.CurrentSchema, "How a result came about: all that may differ between two runs with equal results", Of<Provenance>(ContractJson.Options)),
        "batch" => Text(BatchRecord.CurrentSchema, "The clips of a batch, and what became of them", Of<BatchRecord>(ContractJson.Options)),
        "batch-provenance" => Text(BatchProvenanceRecord.CurrentSchema, "How the results of a batch came about", Of<BatchProvenanceRecord>(ContractJson.Options)),
        "score" => Text(ScoreDocument.CurrentSchema, "Agreement of results with what people saw", Of<ScoreDocument>(ContractJson.Options)),
        "verification" => Text(VerificationReport.CurrentSchema, "What 'clonus verify --format json' prints", Of<VerificationReport>(ContractJson.Options)),
        "truth" => Text(ClipTruth.SchemaName, "What is true of a clip made by 'clonus synth', but for 'synth walk'", Of<ClipTruth>(TruthFile.Options)),
        "walk-truth" => Text(WalkTruth.SchemaName, "What is true of a clip made by 'clonus synth walk'", Of<WalkTruth>(TruthFile.Options)),
        "protocol" => Text(Protocol.Schema, "Settings and markers, by the names of the options", ProtocolSchema()),
        _ => null,
    };

    private static JsonObject Of<T>(JsonSerializerOptions options)
    {
        var described = options.TypeInfoResolver is null ? new JsonSerializerOptions(options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() } : options;
        return (JsonObject)described.GetJsonSchemaAsNode(typeof(T), Exporter);
    }

    private static string Text(string id, string title, JsonObject schema)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"{id}: {title}",
        };
        foreach (var (name, value) in schema)
            whole[name] = value?.DeepClone();
        if (whole["properties"]?["schema"] is JsonObject schemaProperty)
            schemaProperty["const"] = id;
        return whole.ToJsonString(ContractJson.Options) + "\n";
    }

    // Types with a converter of their own are unknown to the exporter.
    private static JsonNode Described(Type type, JsonNode node)
    {
        if (type == typeof(ImmutableArray<double>))
            return ArrayOf(new JsonObject { ["type"] = "number" });
        if (type == typeof(CameraPose))
            return ArrayOf(new JsonObject { ["type"] = "number" });
        if (type == typeof(ImmutableArray<ImagePoint?>))
            return ArrayOf(new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = new JsonObject { ["type"] = "number" } });

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var plain = bare == typeof(double) || bare == typeof(decimal) ? "number" : bare == typeof(MarkerName) || bare.IsAssignableTo(typeof(MarkerSpec)) ? "string" : null;
        if (plain is null)
            return node;
        return new JsonObject { ["type"] = bare == type ? plain : new JsonArray(plain, "null") };
    }

    private static JsonObject LensSchema()
    {
        var numbers = new JsonObject();
        foreach (var name in LensText.Needed.Concat(LensText.Optional))
            numbers[name] = new JsonObject { ["type"] = "number" };
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The camera's calibration by OpenCV, for upright pictures of one size",
            ["properties"] = numbers,
            ["required"] = new JsonArray([.. LensText.Needed.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject ArrayOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject ProtocolSchema()
    {
        var properties = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        foreach (var setting in SettingCatalogue.All)
        {
            properties[setting.Key] = new JsonObject
            {
                ["type"] = new JsonArray("string", "number", "boolean"),
                ["description"] = $"{setting.Help}: {setting.Allowed}",
            };
        }

        properties["lens"] = LensSchema();
        properties["markers"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"NAME: SPEC, where NAME is {MarkerName.ValidNames}",
            ["additionalProperties"] = new JsonObject { ["type"] = "string" },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray("schema"),
            ["additionalProperties"] = false,
        };
    }
}
