using System.Text.Json.Nodes;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Media;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Cli.Tests.Reports;

public sealed class SchemasTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void Results_are_as_their_schema_says(int beats)
    {
        var issue = new QualityIssue("a_code", IssueSeverity.Info, "A message.");
        var result = ContractJson.Write(Legs.Result(Legs.Stretched(beats, hole: 220..240), "leg", issue));

        Assert.Empty(SchemaCheck.Complaints(Schema("result"), JsonNode.Parse(result)));
    }

    [Fact]
    public void A_walk_is_as_the_schema_of_results_says()
    {
        var walk = JsonNode.Parse(ContractJson.Write(Walks.Result(Walks.Walk, "affected: left")))!;

        Assert.Empty(SchemaCheck.Complaints(Schema("result"), walk));
        Assert.All([Walks.Standing, Walks.Unseen], gait => Assert.Empty(SchemaCheck.Complaints(Schema("result"), JsonNode.Parse(ContractJson.Write(Walks.Result(gait))))));

        walk["gait"]!["patterns"]![0]!["verdict"] = "maybe";
        walk["gait"]!["strides"]![0]!.AsObject().Remove("foot_off_s");
        Assert.Equal(2, SchemaCheck.Complaints(Schema("result"), walk).Count());
    }

    [Fact]
    public void A_result_with_a_wrong_word_a_missing_name_or_another_name_is_not()
    {
        var result = JsonNode.Parse(ContractJson.Write(Legs.Result(Legs.Stretched(3))))!;
        result["sides"]!["left"]!["clonus"]!["status"] = "perhaps";
        result["clip"]!.AsObject().Remove("codec");
        result["clip"]!["frames"] = 3;
        result["schema"] = "clonus.result/2";

        var complaints = SchemaCheck.Complaints(Schema("result"), result).ToArray();

        Assert.Equal(4, complaints.Length);
    }

    [Fact]
    public void Provenance_is_as_its_schema_says()
    {
        var provenance = new Provenance(
            Provenance.CurrentSchema, ["analyze", "clip.mp4"], new FileDigest("clip.mp4", 12, "00ff"), "00aa", [new FileDigest("result.json", 3, "00bb")], new ToolVersions("0.1.0", "10.0.0", "4.6.0", null), "2030-01-01T00:00:00Z", 1.5, HostInfo.Of(new RunOrigin([], IsAnonymous: false)));

        Assert.Empty(SchemaCheck.Complaints(Schema("provenance"), JsonNode.Parse(ContractJson.Write(provenance))));
    }

    [Fact]
    public void Truth_is_as_its_schema_says()
    {
        var scene = new StretchScene();
        var occluded = scene with { Subject = scene.Subject with { Occlusions = [new Occlusion(Landmark.Ankle, 1, 1.2)] }, Camera = scene.Camera with { HandHeldPixels = 2 } };

        var truth = TruthFile.Write(ClipTruth.Of(StretchScript.Of(occluded, new TimeBase(1, 30))));

        Assert.Empty(SchemaCheck.Complaints(Schema("truth"), JsonNode.Parse(truth)));

        var tapping = TruthFile.Write(ClipTruth.Of(StretchScript.Of(new StretchScene { LookAlike = new LookAlikeMotion(LookAlikeKind.Tapping) })));
        Assert.Empty(SchemaCheck.Complaints(Schema("truth"), JsonNode.Parse(tapping)));
        Assert.Equal("tapping", JsonNode.Parse(tapping)!["settings"]!["look_alike"]!["kind"]!.GetValue<string>());
        Assert.All(["stretches", "excursions"], name => Assert.NotNull(Schema("truth")["properties"]![name]));
    }

    [Fact]
    public void The_truth_of_a_walk_is_as_its_schema_says()
    {
        var scene = new WalkScene { Camera = new StretchCamera { HandHeldPixels = 2, DurationSeconds = 0.5 } };

        var truth = TruthFile.Write(WalkTruth.Of(WalkScript.Of(scene)));

        Assert.Empty(SchemaCheck.Complaints(Schema("walk-truth"), JsonNode.Parse(truth)));
    }

    [Fact]
    public void The_protocols_schema_has_every_key_that_is_read_and_no_other()
    {
        var schema = Schema("protocol");

        Assert.Equal(Protocol.Keys, schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.False((bool)schema["additionalProperties"]!);
    }

    [Fact]
    public async Task The_command_prints_each_schema()
    {
        foreach (var name in Schemas.Names)
        {
            var run = await CliRun.Of("schema", name);

            Assert.Equal(0, run.ExitCode);
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)JsonNode.Parse(run.Output)!["$schema"]);
        }
    }

    private static JsonNode Schema(string name) => JsonNode.Parse(Schemas.Find(name)!)!;
}
