using System.Text.Json.Nodes;

namespace Clonus.Cli.Tests;

/// <summary>The walks of samples/ from their films: strides, events and patterns are those of the truth beside them.</summary>
public sealed class WalkSampleTests(WalkSampleTests.Analyses analyses) : IClassFixture<WalkSampleTests.Analyses>
{
    // At the very ends of a clip a foot may stop or start unseen.
    private const double EdgeSeconds = 0.15;

    private static readonly string[] OfASideView =
    [
        "step_to", "knee_hyperextension", "toe_first_contact", "toe_first_with_hyperextension", "backward_lean", "vaulting", "foot_drop", "stiff_knee",
        "reduced_stance", "asymmetric_gait", "clonus_in_stance", "clonus_in_swing",
    ];

    [Theory]
    [InlineData("normal-walk", "sagittal", "right", null, "")]
    [InlineData("step-to", "sagittal", "left", "left", "asymmetric_gait left.step_to")]
    [InlineData("circumduction", "frontal", "towards", "left", "left.circumduction")]
    [InlineData("toe-first-hyperextension", "sagittal", "right", "right", "right.knee_hyperextension right.toe_first_contact right.toe_first_with_hyperextension")]
    public async Task A_walk_shows_its_own_patterns_on_its_own_leg_and_no_others(string clip, string view, string direction, string? affected, string present)
    {
        foreach (var gait in await analyses.Of(clip))
        {
            Assert.Equal(("walking", view, direction), ((string?)gait["status"], (string?)gait["view"], (string?)gait["direction"]));
            Assert.Equal((affected, affected is not null), ((string?)gait["affected"]!["side"], (bool)gait["affected"]!["inferred"]!));
            Assert.InRange((int)gait["strides_left"]!, 3, 4);
            Assert.Equal(3, (int)gait["strides_right"]!);
            Assert.Equal(present, string.Join(' ', Named(gait, p => (string?)p["verdict"] == "present").Order(StringComparer.Ordinal)));

            // Clear examples: all strides show it.
            Assert.All(
                gait["patterns"]!.AsArray().Where(p => (string?)p!["verdict"] == "present"),
                p => Assert.Equal(((int)p!["strides_assessed"]!, true), ((int)p["strides_showing"]!, (double)p["confidence"]! > 0.9)));
        }
    }

    [Theory]
    [InlineData("normal-walk", 13)]
    [InlineData("step-to", 11)]
    [InlineData("circumduction", 8)]
    [InlineData("toe-first-hyperextension", 13)]
    public async Task What_is_judged_is_what_the_truth_says_of_it(string clip, int judged)
    {
        var truth = (await Truth(clip))["patterns"]!.AsArray();
        foreach (var gait in await analyses.Of(clip))
        {
            var all = gait["patterns"]!.AsArray().Select(p => p!).ToArray();
            var verdicts = all.Where(p => (string?)p["verdict"] != "not_assessable").ToArray();

            // Of a pattern of both legs together the truth stands at each of them.
            Assert.All(verdicts, p => Assert.Equal(
                (Name(p), truth.Any(t => (string?)t!["name"] == (string?)p["name"] && (p["side"] is null || (string?)t["side"] == (string?)p["side"]) && (bool)t["present"]!)),
                (Name(p), (string?)p["verdict"] == "present")));
            Assert.InRange(verdicts.Length, judged, all.Length);
            Assert.All(all.Except(verdicts), p => Assert.False(string.IsNullOrEmpty((string?)p["reason"])));
        }
    }

    // A frame is 33 ms long. No foot is hidden as it comes down or leaves.
    [Theory]
    [InlineData("normal-walk")]
    [InlineData("step-to")]
    [InlineData("toe-first-hyperextension")]
    public async Task From_the_side_each_contact_and_foot_off_is_within_a_frame_of_the_truth(string clip)
    {
        var (truth, last) = (await Truth(clip), await LastSeconds(clip));
        foreach (var gait in await analyses.Of(clip))
        {
            foreach (var leg in truth["legs"]!.AsArray())
            {
                AssertTimes(Times(leg!["contacts_s"]!), Found(gait, (string)leg["side"]!, "initial_contact"), last, 1 / 30.0);
                AssertTimes(Times(leg["toe_offs_s"]!), Found(gait, (string)leg["side"]!, "foot_off"), last, 1 / 30.0);
            }
        }
    }

    // From the front a contact is known to a tenth of a second at best, and a heel that rises looks like a foot that leaves: foot-offs are not compared.
    [Fact]
    public async Task From_the_front_each_contact_is_known_to_about_a_tenth_of_a_second_and_says_so()
    {
        var (truth, last) = (await Truth("circumduction"), await LastSeconds("circumduction"));
        foreach (var gait in await analyses.Of("circumduction"))
        {
            foreach (var leg in truth["legs"]!.AsArray())
                AssertTimes(Times(leg!["contacts_s"]!), Found(gait, (string)leg["side"]!, "initial_contact"), last, 0.15);
            Assert.All(gait["events"]!.AsArray(), e => Assert.InRange((double)e!["uncertainty_s"]!, 0.1, 0.2));
        }
    }

    [Fact]
    public async Task From_the_front_what_needs_the_side_view_is_not_assessable_and_says_so()
    {
        foreach (var gait in await analyses.Of("circumduction"))
        {
            var patterns = gait["patterns"]!.AsArray().Where(p => OfASideView.Contains((string?)p!["name"])).ToArray();

            Assert.Equal(OfASideView.Order(StringComparer.Ordinal), patterns.Select(p => (string)p!["name"]!).Distinct().Order(StringComparer.Ordinal));
            Assert.All(patterns, p => Assert.Equal(("not_assessable", "needs a side view"), ((string?)p!["verdict"], (string?)p["reason"])));
        }
    }

    private static async Task<JsonNode> Truth(string clip) =>
        JsonNode.Parse(await File.ReadAllTextAsync(SampleClips.Path(clip + ".truth.json"), TestContext.Current.CancellationToken))!;

    private static async Task<double> LastSeconds(string clip) => Times((await Truth(clip))["frame_times_s"]!)[^1];

    private static double[] Times(JsonNode values) => [.. values.AsArray().Select(v => (double)v!)];

    private static double[] Found(JsonNode gait, string side, string kind) =>
        [.. gait["events"]!.AsArray().Where(e => (string?)e!["side"] == side && (string?)e["kind"] == kind).Select(e => (double)e!["time_s"]!)];

    private static void AssertTimes(double[] expected, double[] found, double last, double tolerance)
    {
        Assert.All(expected.Where(t => t > EdgeSeconds && t < last - EdgeSeconds), t => Assert.InRange(found.Min(f => Math.Abs(f - t)), 0, tolerance));
        Assert.All(found, f => Assert.Single(expected, t => Math.Abs(f - t) <= tolerance));
        Assert.InRange(found.Length, 3, expected.Length);
    }

    private static IEnumerable<string> Named(JsonNode gait, Func<JsonNode, bool> chosen) => gait["patterns"]!.AsArray().Where(p => chosen(p!)).Select(p => Name(p!));

    private static string Name(JsonNode pattern) => string.Join('.', new[] { (string?)pattern["side"], (string?)pattern["name"] }.OfType<string>());

    /// <summary>What is found in each clip, without an option and with its protocol; once for all tests.</summary>
    public sealed class Analyses
    {
        private readonly Dictionary<string, JsonNode[]> _gaits = [];

        internal async Task<JsonNode[]> Of(string clip) =>
            _gaits.TryGetValue(clip, out var gaits) ? gaits : _gaits[clip] = [await Gait(clip), await Gait(clip, "--protocol", SampleClips.Path(clip + ".protocol.yaml"))];

        private static async Task<JsonNode> Gait(string clip, params string[] options)
        {
            using var folder = new Folder();
            var run = await CliRun.Of(["analyze", SampleClips.Path(clip + ".mp4"), "-o", folder["out"], "--format", "json", .. options]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            return JsonNode.Parse(run.Output)!["gait"]!;
        }
    }
}
