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

    /// <summary>The contract's names, and the further ones beside them.</summary>
    [Theory]
    [InlineData("", "status, reason, view, direction, treadmill, cadence_per_min, speed_legs_per_s, speed_mm_per_s, leg_length_mm, strides_left, strides_right, step_length_ratio, stance_ratio_left, stance_ratio_right, double_support_ratio, floor_slope_deg, symmetry, affected, patterns, cycles, events, strides")]
    [InlineData("symmetry", "stance_time_ratio, swing_time_ratio, step_time_ratio, step_length_ratio, formula")]
    [InlineData("affected", "side, inferred")]
    [InlineData("patterns.0", "name, side, verdict, strides_showing, strides_assessed, confidence, reason, criteria")]
    [InlineData("patterns.0.criteria.0", "name, measured, limit, comparison, unit, met, source")]
    [InlineData("cycles.0", "side, strides, cycle_percent, hip_deg, knee_deg, ankle_deg")]
    [InlineData("events.0", "side, kind, time_s, uncertainty_s, cross_check_s, disagrees, first_part")]
    [InlineData("strides.0", "side, start_s, foot_off_s, end_s, rejected, stride_s, stance_s, swing_s, stance_ratio, double_support_s, step_s, stride_length_legs, stride_length_mm, step_length_legs, step_length_mm, step_beyond_feet, foot_angle_at_contact_deg, heel_after_toe_s, hip_flexion_max_deg, hip_flexion_min_deg, knee_at_contact_deg, knee_stance_deg, hyperextension_onset_s, knee_swing_deg, ankle_mid_swing_deg, trunk_back_deg, lateral_legs, lateral_apex_share, lateral_returned_share, step_width_legs, pelvis_rise_deg, toe_clearance_legs, heel_rise_legs, beats_in_stance, beats_in_swing, ankle_dips_in_stance, ankle_dips_in_swing")]
    public void Names_of_a_walk_are_the_contracts(string path, string names) =>
        Assert.Equal(names.Split(", "), ((JsonObject)At(Walk(), path)!).Select(property => property.Key));

    [Fact]
    public void A_walk_has_the_contracts_words_and_what_follows_from_a_strides_times()
    {
        var walk = Walk();

        Assert.Equal(("walking", "sagittal", "right"), ((string?)At(walk, "status"), (string?)At(walk, "view"), (string?)At(walk, "direction")));
        Assert.Equal(("knee_hyperextension", "left", "present"), ((string?)At(walk, "patterns.0.name"), (string?)At(walk, "patterns.0.side"), (string?)At(walk, "patterns.0.verdict")));
        Assert.Equal("not_assessable", (string?)At(walk, "patterns.6.verdict"));
        Assert.Equal("initial_contact", (string?)At(walk, "events.0.kind"));
        Assert.Equal((1.25, 0.75, 0.5, 0.6), ((double?)At(walk, "strides.0.stride_s"), (double?)At(walk, "strides.0.stance_s"), (double?)At(walk, "strides.0.swing_s"), (double?)At(walk, "strides.0.stance_ratio")));
        Assert.Null(At(walk, "patterns.5.side"));
        Assert.Null(At(walk, "cycles.0.hip_deg.1"));
    }

    [Fact]
    public void What_was_asked_of_a_walk_stands_among_the_settings()
    {
        var json = JsonNode.Parse(ContractJson.Write(Walks.Result(Walks.Walk, "affected: left", "view: sagittal", "device: afo")))!;

        Assert.Equal(("left", "sagittal", "afo"), ((string?)At(json, "settings.analysis.walk.affected"), (string?)At(json, "settings.analysis.walk.view"), (string?)At(json, "settings.device")));
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
        Assert.Equal("not_walking", (string?)At(json, "gait.status"));
        Assert.Null(At(json, "gait.cadence_per_min"));
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

        var walk = ContractJson.Write(Walks.Result(Walks.Walk, "affected: left"));
        Assert.Equal(walk, ContractJson.Write(JsonSerializer.Deserialize<ResultDocument>(walk, ContractJson.Options)!));
    }

    [Fact]
    public void A_number_that_is_none_is_refused_instead_of_written()
    {
        var result = Legs.Result(Legs.Stretched(8));

        Assert.Throws<ArgumentException>(() => ContractJson.Write(result with { Clip = result.Clip with { DurationSeconds = double.NaN } }));
    }

    private static JsonNode Json(TrackSet tracks) => JsonNode.Parse(ContractJson.Write(Legs.Result(tracks, "leg", Issue)))!;

    private static JsonNode Walk() => JsonNode.Parse(ContractJson.Write(Walks.Result(Walks.Walk)))!["gait"]!;

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
