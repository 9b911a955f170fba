using System.Globalization;
using System.Text.Json.Nodes;
using Clonus.Cli.Verification;

namespace Clonus.Cli.Tests.Verification;

public sealed class ToleranceTests
{
    [Theory]
    [InlineData("start_s", 0.001)]
    [InlineData("frequency_hz", 0.02)]
    [InlineData("fps_measured", 0.02)]
    [InlineData("range_deg", 0.05)]
    [InlineData("removed_rms_px", 0.05)]
    [InlineData("stride_length_mm", 0.1)]
    [InlineData("heel_rise_legs", 0.002)]
    [InlineData("step_beyond_feet", 0.01)]
    [InlineData("visible_ratio", 0.002)]
    [InlineData("stance_ratio_left", 0.002)]
    [InlineData("interval_cv", 0.002)]
    [InlineData("lateral_apex_share", 0.002)]
    [InlineData("plantarflexion_fraction", 0.002)]
    [InlineData("scale_max", 0.002)]
    [InlineData("confidence", 0.01)]
    [InlineData("speed_legs_per_s", 0.005)]
    [InlineData("speed_mm_per_s", 5)]
    [InlineData("decay_per_s", 0.02)]
    [InlineData("cadence_per_min", 0.1)]
    [InlineData("mm_per_px", 0.0005)]
    public void A_number_may_differ_by_its_units_tolerance_and_no_more(string field, decimal tolerance)
    {
        Assert.Empty(Of(field, 7.3m, 7.3m + tolerance));
        Assert.Empty(Of(field, 7.3m + tolerance, 7.3m));

        var difference = Assert.Single(Of(field, 7.3m, 7.3m + tolerance + 0.000001m));
        Assert.Equal((tolerance, tolerance + 0.000001m), (difference.Tolerance, difference.Change));
        Assert.Single(Of(field, 7.3m + tolerance + 0.000001m, 7.3m));
    }

    [Theory]
    [InlineData("beats_total")]
    [InlineData("frames_read")]
    [InlineData("strides_left")]
    [InlineData("cycle_percent")]
    [InlineData("anything")]
    public void What_has_no_unit_is_exact(string field)
    {
        Assert.Empty(Of(field, 12, 12));
        Assert.Null(Assert.Single(Of(field, 12, 12.000001m)).Tolerance);
    }

    [Theory]
    [InlineData("deg", 0.05)]
    [InlineData("mm", 0.1)]
    [InlineData("px", 0.05)]
    public void Amplitudes_are_in_the_unit_of_their_sides_signal(string unit, decimal tolerance)
    {
        Assert.Empty(Tree(Side(5), Side(5 + tolerance)));
        Assert.Equal(unit, Assert.Single(Tree(Side(5), Side(5.000001m + tolerance))).Unit);

        string Side(decimal amplitude) => $$"""{"sides": {"left": {"signal": {"unit": "{{unit}}" }, "clonus": {"beats": [{"amplitude": {{Text(amplitude)}} }] } } } }""";
    }

    [Theory]
    [InlineData("deg", 0.05)]
    [InlineData("deg/s", 1)]
    [InlineData("Hz", 0.02)]
    [InlineData("s", 0.001)]
    [InlineData("share", 0.002)]
    [InlineData("count", 0)]
    public void A_criterion_is_in_its_own_unit(string unit, decimal tolerance)
    {
        Assert.Empty(Tree(Criterion(5), Criterion(5 + tolerance)));
        Assert.Equal(Stage.Patterns, Assert.Single(Tree(Criterion(5), Criterion(5.000001m + tolerance))).Stage);

        string Criterion(decimal measured) => $$"""{"gait": {"patterns": [{"criteria": [{"measured": {{Text(measured)}}, "unit": "{{unit}}" }] }] } }""";
    }

    [Theory]
    [InlineData("null", "0", false)]
    [InlineData("null", "null", true)]
    [InlineData("true", "false", false)]
    [InlineData("1E-06", "0.000001", true)]
    [InlineData("1E+40", "1E+40", true)]
    [InlineData("1E+40", "2E+40", false)]
    [InlineData("[1, 2, 3]", "[1, 2.0005, 3]", true)]
    [InlineData("[1, 2, 3]", "[1, 2.1, 3]", false)]
    [InlineData("[1, null]", "[1, 2]", false)]
    [InlineData("[]", "[1]", false)]
    public void Null_is_no_number(string recorded, string now, bool equal) =>
        Assert.Equal(equal, Tree($$"""{"gait": {"time_s": {{recorded}} } }""", $$"""{"gait": {"time_s": {{now}} } }""").Length == 0);

    [Theory]
    [InlineData("message", "at most 0.60 s of 9", "at most 0.59 s of 8", true)]
    [InlineData("message", "at most 0.60 s", "at least 0.60 s", false)]
    [InlineData("reason", "needs 3 strides", "needs 2 strides", true)]
    [InlineData("code", "first_10s", "first_11s", false)]
    public void Sentences_are_compared_by_their_words(string field, string recorded, string now, bool equal) =>
        Assert.Equal(equal, Tree($$"""{"issues": [{"{{field}}": "{{recorded}}"}]}""", $$"""{"issues": [{"{{field}}": "{{now}}"}]}""").Length == 0);

    [Fact]
    public void Settings_are_exact() =>
        Assert.Equal(Stage.Settings, Assert.Single(Tree("""{"settings": {"trail_s": 0.5}}""", """{"settings": {"trail_s": 0.5001}}""")).Stage);

    [Fact]
    public void Every_fraction_that_the_samples_hold_has_a_unit()
    {
        var unnamed = Directory.EnumerateFiles(Repository.Path("samples", "cases"), "result.json", SearchOption.AllDirectories)
            .SelectMany(file =>
            {
                var recorded = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
                return TreeDiff.Compare(recorded, Nudged(recorded.DeepClone()).AsObject(), Tolerances.Default);
            })
            .Where(d => d.Stage != Stage.Settings);

        Assert.Empty(unnamed.Select(d => d.Field).Distinct());
    }

    // Every number with a fractional part, by a little that no unit minds.
    private static JsonNode Nudged(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var name in map.Where(p => p.Value is not null).Select(p => p.Key).ToArray())
                    map[name] = Nudged(map[name]!.DeepClone());
                return map;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => item is null ? null : Nudged(item.DeepClone()))]);
            default:
                return decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number != Math.Floor(number)
                    ? JsonValue.Create(number + 0.000001m)
                    : node;
        }
    }

    private static Difference[] Of(string field, decimal recorded, decimal now) =>
        Tree($$"""{"gait": {"{{field}}": {{Text(recorded)}} } }""", $$"""{"gait": {"{{field}}": {{Text(now)}} } }""");

    private static Difference[] Tree(string recorded, string now) =>
        [.. TreeDiff.Compare(JsonNode.Parse(recorded)!.AsObject(), JsonNode.Parse(now)!.AsObject(), Tolerances.Default)];

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
