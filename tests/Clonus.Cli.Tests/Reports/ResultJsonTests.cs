using System.Text.Json;
using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Reports;

public sealed class ResultJsonTests
{
    private static readonly QualityIssue Issue = new(
        "marker_hidden", IssueSeverity.Warning, "The toe was hidden.", new TimeRange(1, 1.5), new MarkerName(BodySide.Left, Landmark.Toe));

    /// <summary>The contract's own list, word for word.</summary>
    [Theory]
    [InlineData("", "schema, notice, clip, markers, sides, gait, issues, settings")]
    [InlineData("clip", "id, kind, frames_read, frames_declared, duration_s, start_time_s, time_scale, fps_nominal, fps_measured, variable_frame_rate, width_px, height_px, codec, rotation_deg, format, camera_motion")]
    [InlineData("markers.0", "name, spec, visible_ratio, longest_gap_s, jitter_px, confidence, jitter_mm")]
    [InlineData("sides", "left, right, unknown")]
    [InlineData("sides.left", "signal, clonus")]
    [InlineData("sides.left.signal", "kind, unit, noise_rms, sample_rate_hz, sign_known, range_deg, max_dorsiflexion_deg, min_dorsiflexion_deg, mm_per_px, scale_source")]
    [InlineData("sides.left.clonus", "status, beats_total, longest_episode_beats, count_meets_rule, sustained, sustained_sure, borderline, rule, beats_low, beats_high, confidence, oscillations_first_10s, episodes, beats, rejected")]
    [InlineData("sides.left.clonus.rule", "id, min_beats, text")]
    [InlineData("sides.left.clonus.episodes.0", "start_s, end_s, duration_s, beats, truncated, frequency_hz, interval_mean_s, interval_cv, first_interval_ratio, amplitude_mean, amplitude_first, amplitude_max, decay_per_s, plantarflexion_fraction, trigger, trigger_s, latency_s, sustained, scats, tardieu_if_pressure_held, confidence, criteria, amplitude_gain, amplitude_mean_corrected")]
    [InlineData("sides.left.clonus.episodes.0.criteria.0", "name, measured, limit, comparison, unit, met, source")]
    [InlineData("sides.left.clonus.beats.0", "time_s, start_s, end_s, amplitude, confidence, episode")]
    [InlineData("issues.0", "code, severity, message, start_s, end_s, marker")]
    public void Names_and_their_order_are_the_contracts(string path, string names)
    {
        var node = (JsonObject)At(Json(Legs.Stretched(8)), path)!;

        Assert.Equal(names.Split(", "), node.Select(property => property.Key));
    }

    [Fact]
    public void Words_are_snake_case_and_unknowns_null()
    {
        var json = Json(Legs.Stretched(8));

        Assert.Equal("detected", (string?)At(json, "sides.left.clonus.status"));
        Assert.Equal("ankle_angle", (string?)At(json, "sides.left.signal.kind"));
        Assert.Equal("left.toe", (string?)At(json, "issues.0.marker"));
        Assert.Equal(1.5, (double?)At(json, "issues.0.end_s"));
        Assert.Equal("more_than_5", (string?)At(json, "settings.analysis.clonus.rule"));
        Assert.Null(At(json, "sides.right"));
        Assert.Null(At(json, "gait"));
        Assert.Null(At(json, "sides.left.signal.max_dorsiflexion_deg"));
    }

    [Fact]
    public void Every_setting_in_force_is_written()
    {
        var json = Json(Legs.Stretched(8));

        Assert.Equal(2.5, (double?)At(json, "settings.analysis.signal.band.low_hz"));
        Assert.Equal(0.4, (double?)At(json, "settings.analysis.clonus.merge_gap_floor_s"));
        Assert.NotNull(At(json, "settings.tracking.sticker"));
        Assert.Null(At(json, "settings.video.capture_fps"));
    }

    [Fact]
    public void No_number_has_more_than_six_decimals_or_a_negative_zero()
    {
        foreach (var number in Numbers(Json(Legs.Stretched(8))))
        {
            Assert.Equal(Math.Round(number.GetValue<double>(), 6), number.GetValue<double>());
            Assert.DoesNotContain("-0", new[] { number.ToJsonString() });
        }
    }

    [Fact]
    public void A_result_that_was_written_reads_back_to_the_same_text()
    {
        var text = ContractJson.Write(Legs.Result(Legs.Stretched(8), "leg", Issue));

        var read = JsonSerializer.Deserialize<ResultDocument>(text, ContractJson.Options)!;

        Assert.Equal(text, ContractJson.Write(read));
    }

    [Fact]
    public void A_number_that_is_none_is_refused_instead_of_written()
    {
        var result = Legs.Result(Legs.Stretched(8));

        Assert.Throws<ArgumentException>(() => ContractJson.Write(result with { Clip = result.Clip with { DurationSeconds = double.NaN } }));
    }

    private static JsonNode Json(TrackSet tracks) => JsonNode.Parse(ContractJson.Write(Legs.Result(tracks, "leg", Issue)))!;

    private static JsonNode? At(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonArray array => array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
                JsonObject one when one.ContainsKey(step) => one[step],
                _ => throw new Xunit.Sdk.XunitException($"there is no {step} of {path}"),
            };
        }

        return node;
    }

    private static IEnumerable<JsonValue> Numbers(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => Numbers(property.Value)),
        JsonArray many => many.SelectMany(Numbers),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value],
        _ => [],
    };
}
