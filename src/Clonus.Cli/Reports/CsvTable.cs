using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clonus.Cli.Reports;

/// <summary>Comma-separated text as the contract wants it: LF, decimal point, empty for missing, quotes only where needed.</summary>
internal static class CsvTable
{
    /// <summary>The columns of a record: the names of its properties that are single values, in result.json's words and order.</summary>
    public static IEnumerable<string> ColumnsOf<T>() =>
        typeof(T).GetProperties().Where(p => IsSingle(p.PropertyType)).Select(p => ContractNames.Policy.ConvertName(p.Name));

    /// <summary>The record's cells for <see cref="ColumnsOf{T}"/>, the same text that result.json has.</summary>
    public static IEnumerable<string> CellsOf<T>(T row)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(row, ContractJson.Options)!;
        return ColumnsOf<T>().Select(column => Cell(json[column]));
    }

    public static void WriteRow(TextWriter csv, IEnumerable<string> cells)
    {
        csv.Write(string.Join(',', cells.Select(Escaped)));
        csv.Write('\n');
    }

    public static string Number(double value) => ContractJson.Rounded(value).ToString("0.######", CultureInfo.InvariantCulture);

    public static string Number(double? value) => value is { } known ? Number(known) : "";

    public static string Flag(bool value) => value ? "true" : "false";

    private static bool IsSingle(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive || bare.IsEnum || bare == typeof(string);
    }

    private static string Cell(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.Number => Number(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string Escaped(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
}
