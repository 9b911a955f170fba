using System.CommandLine;
using System.Globalization;
using Clonus.Scorecard;
using Clonus.Synthesis.Scripts;

var noise = new Option<double>("--noise") { DefaultValueFactory = _ => 0.15, Description = "Random error of the tracker in pixels, where the picture has one pixel a millimetre" };
var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
var root = new RootCommand("Counts of scripted clips against their truth: 1 to 20 beats, 3 to 8 Hz, 30 and 60 fps, three seeds") { noise, tuning };
root.SetAction(parsed => Run(parsed.GetValue(tuning), parsed.GetValue(noise)));
return root.Parse(args).Invoke();

static void Run(bool tuning, double noisePixels)
{
    var seeds = tuning ? Sweep.TuningSeeds : Sweep.ScoreSeeds;
    Console.WriteLine($"Seeds {string.Join(", ", seeds)} (for tuning: {string.Join(", ", Sweep.TuningSeeds)}; for the score: {string.Join(", ", Sweep.ScoreSeeds)}).");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Tracks with a random error of {noisePixels} px, not drawn."));
    foreach (var varied in new[] { false, true })
    {
        Console.WriteLine(varied ? "\n## All else at random" : "\n## All else as usual");
        Console.WriteLine();
        ScoreTable.Write(Console.Out, [.. Sweep.Whole(seeds, varied).AsParallel().AsOrdered().Select(c => FromTracks(c, noisePixels))]);
    }
}

static Score FromTracks(SweepCase sweepCase, double noisePixels)
{
    var truth = ClipTruth.Of(StretchScript.Of(sweepCase.Scene));
    return Score.Of(sweepCase, truth, ScriptedTracks.Of(truth, noisePixels, sweepCase.Seed));
}
