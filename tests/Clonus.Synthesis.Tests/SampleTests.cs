using System.Text.Json;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests;

/// <summary>The clips of samples/ are what their commands and this version would render.</summary>
public class SampleTests
{
    private static readonly string Samples = FindSamples();

    public static TheoryData<string, int> Clips => new()
    {
        { "sustained", 12 }, { "unsustained", 3 }, { "borderline", 5 }, { "none", 0 }, { "rotated", 7 }, { "vfr", 9 }, { "hand-held", 8 }, { "reflex", 8 }, { "tremor", 17 },
    };

    [Theory]
    [MemberData(nameof(Clips))]
    public void The_truth_of_a_sample_is_that_of_its_script(string name, int beats)
    {
        var text = File.ReadAllText(Path.Combine(Samples, "clips", name + ".truth.json"));
        var truth = TruthFile.Read(text);

        Assert.Equal(beats, truth.BeatsTotal);
        Assert.Equal(text, TruthFile.Write(ClipTruth.Of(StretchScript.Of(truth.Settings))));
    }

    [Theory]
    [MemberData(nameof(Clips))]
    public void A_sample_is_small_and_its_command_is_told(string name, int beats)
    {
        var command = name switch
        {
            "reflex" => "synth stretch -o samples/clips/reflex.mp4 --model reflex ",
            "tremor" => "synth parkinson-tremor -o samples/clips/tremor.mp4 ",
            _ => $"synth stretch -o samples/clips/{name}.mp4 --beats {beats} ",
        };
        Assert.InRange(new FileInfo(Path.Combine(Samples, "clips", name + ".mp4")).Length, 1, 400_000);
        Assert.Contains("scripts/clonus " + command, File.ReadAllText(Path.Combine(Samples, "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walk", "--treadmill ")]
    [InlineData("normal-walk", "--speed 0.9 ")]
    [InlineData("step-to", "--pattern step_to ")]
    [InlineData("circumduction", "--pattern circumduction ")]
    [InlineData("toe-first-hyperextension", "--pattern toe_first_with_hyperextension ")]
    public void A_walk_is_small_its_command_is_told_and_its_truth_is_that_of_its_script(string name, string option)
    {
        var text = File.ReadAllText(Path.Combine(Samples, "clips", name + ".truth.json"));
        var truth = JsonSerializer.Deserialize<WalkTruth>(text, TruthFile.Options)!;

        Assert.Equal(text, TruthFile.Write(WalkTruth.Of(WalkScript.Of(truth.Settings))));
        Assert.InRange(new FileInfo(Path.Combine(Samples, "clips", name + ".mp4")).Length, 1, 200_000);
        Assert.Contains($"scripts/clonus synth walk -o samples/clips/{name}.mp4 {option}", File.ReadAllText(Path.Combine(Samples, "README.md")), StringComparison.Ordinal);
    }

    private static string FindSamples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "clonus-cli.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no clonus-cli.sln above the tests");
        }

        return Path.Combine(folder.FullName, "samples");
    }
}
