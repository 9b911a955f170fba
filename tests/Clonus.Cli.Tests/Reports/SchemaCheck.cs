using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests.Reports;

/// <summary>Holds a JSON text against the part of JSON Schema that our schemas use. A keyword that is not known here is a complaint of its own.</summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "title", "description", "type", "properties", "required", "items", "enum", "const", "additionalProperties",
    ];

    /// <returns>One line for each thing that is wrong, with its path.</returns>
    public static IEnumerable<string> Complaints(JsonNode? schema, JsonNode? value, string path = "$")
    {
        // The exporter describes a type once and points to it, such as "#/properties/sides/properties/left".
        while (schema is JsonObject pointer && pointer["$ref"] is { } reference)
            schema = ((string)reference!).Split('/').Skip(1).Aggregate(pointer.Root, (node, step) => node[step]!);

        if (schema is not JsonObject rules)
        {
            if (schema?.GetValueKind() != JsonValueKind.True)
                yield return $"{path}: nothing is allowed here";
            yield break;
        }

        foreach (var keyword in rules.Select(r => r.Key).Where(k => !Known.Contains(k)))
            yield return $"{path}: the schema uses {keyword}";
        if (rules["type"] is { } type && !Types(type).Any(t => Is(value, t)))
            yield return $"{path}: {value?.ToJsonString() ?? "null"} is not of type {type.ToJsonString()}";
        if (rules["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
            yield return $"{path}: {value?.ToJsonString() ?? "null"} is none of {words.ToJsonString()}";
        if (rules["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            yield return $"{path}: {value?.ToJsonString() ?? "null"} is not {constant.ToJsonString()}";
        if (value is JsonArray items && rules["items"] is { } itemRules)
        {
            foreach (var complaint in items.SelectMany((item, i) => Complaints(itemRules, item, $"{path}[{i}]")))
                yield return complaint;
        }

        if (value is not JsonObject one)
            yield break;

        foreach (var missing in (rules["required"] as JsonArray ?? []).Select(r => (string)r!).Where(r => !one.ContainsKey(r)))
            yield return $"{path}: {missing} is missing";
        foreach (var (name, part) in one)
        {
            var partRules = (rules["properties"] as JsonObject)?[name] ?? rules["additionalProperties"];
            if (partRules is null)
                yield return $"{path}: the schema says nothing of {name}";
            else
                foreach (var complaint in Complaints(partRules, part, $"{path}.{name}"))
                    yield return complaint;
        }
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray many ? many.Select(t => (string)t!) : [(string)type!];

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind(), type) switch
    {
        (null, "null") => true,
        (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") or (JsonValueKind.String, "string") or (JsonValueKind.Number, "number") => true,
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        (JsonValueKind.Number, "integer") => value!.GetValue<double>() % 1 == 0,
        _ => false,
    };
}
