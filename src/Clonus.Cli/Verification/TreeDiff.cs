using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clonus.Cli.Verification;

/// <summary>Compares two result.json field by field, in the file's order.</summary>
internal static class TreeDiff
{
    private const string File = "result.json";

    /// <returns>The differences; settings that only one of both knows are none.</returns>
    public static ImmutableArray<Difference> Compare(JsonObject recorded, JsonObject now, Tolerances tolerances)
    {
        var found = ImmutableArray.CreateBuilder<Difference>();
        Walk(new Place([], "", null, null), recorded, now, tolerances, found);
        return found.ToImmutable();
    }

    /// <param name="Names">From the root down, without places in lists.</param>
    /// <param name="Path">For people: with them.</param>
    private sealed record Place(ImmutableArray<string> Names, string Path, string? SignalUnit, string? OwnUnit)
    {
        public Stage Stage => StageOf.Field(Names.AsSpan());

        public string? Unit => Stage == Stage.Settings ? null : FieldUnit.Of(Names[^1], SignalUnit, OwnUnit);

        public Place Child(string name) => this with { Names = Names.Add(name), Path = Path.Length == 0 ? name : $"{Path}.{name}" };

        public Place Item(int index) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]") };

        public Place Within(JsonObject around) => this with
        {
            SignalUnit = (around["signal"] as JsonObject)?["unit"]?.ToString() ?? SignalUnit,
            OwnUnit = around["unit"] is JsonValue own ? own.ToString() : null,
        };
    }

    private static void Walk(Place place, JsonNode? recorded, JsonNode? now, Tolerances tolerances, ImmutableArray<Difference>.Builder found)
    {
        switch (recorded, now)
        {
            case (JsonObject before, JsonObject after):
                foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
                    Member(place.Within(before).Child(name), name, before, after, tolerances, found);
                break;
            case (JsonArray before, JsonArray after) when before.Count != after.Count:
                found.Add(Difference.Exact(place.Stage, File, place.Path, Length(before), Length(after)));
                break;
            case (JsonArray before, JsonArray after) when before.All(IsSingle) && after.All(IsSingle):
                if (List(place, before, after, tolerances) is { } list)
                    found.Add(list);
                break;
            case (JsonArray before, JsonArray after):
                for (var i = 0; i < before.Count; i++)
                    Walk(place.Item(i), before[i], after[i], tolerances, found);
                break;
            default:
                if (Single(place, recorded, now, tolerances) is { } single)
                    found.Add(single);
                break;
        }
    }

    private static void Member(Place place, string name, JsonObject recorded, JsonObject now, Tolerances tolerances, ImmutableArray<Difference>.Builder found)
    {
        var (was, isThere) = (recorded.ContainsKey(name), now.ContainsKey(name));
        if (was && isThere)
            Walk(place, recorded[name], now[name], tolerances, found);
        else if (place.Stage != Stage.Settings || place.Names.Length == 1)
            found.Add(Difference.Exact(place.Stage, File, place.Path, was ? Text(recorded[name]) : Difference.Absent, isThere ? Text(now[name]) : Difference.Absent));
    }

    private static Difference? List(Place place, JsonArray recorded, JsonArray now, Tolerances tolerances) =>
        Fold.Of(recorded.Zip(now).Select((pair, i) => Single(place.Item(i), pair.First, pair.Second, tolerances)));

    private static Difference? Single(Place place, JsonNode? recorded, JsonNode? now, Tolerances tolerances)
    {
        var name = place.Names.IsEmpty ? "" : place.Names[^1];
        return FieldComparison.Compare(name, Text(recorded), Text(now), place.Names.IsEmpty ? null : place.Unit, tolerances) is { } difference
            ? difference with { Stage = place.Stage, File = File, Field = place.Path }
            : null;
    }

    private static bool IsSingle(JsonNode? node) => node is null or JsonValue;

    private static string Length(JsonArray list) => string.Create(CultureInfo.InvariantCulture, $"{list.Count} in number");

    private static string Text(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        JsonArray list => Length(list),
        _ => "there",
    };
}
