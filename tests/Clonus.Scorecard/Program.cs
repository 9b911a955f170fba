using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Clonus.Scorecard;
using Clonus.Scorecard.Counting;
using Clonus.Scorecard.Counting.Methods;
using Clonus.Scorecard.Identity;
using Clonus.Scorecard.Naming;
using Clonus.Scorecard.Points;
using Clonus.Scorecard.Walks;

var video = new Option<bool>("--video") { Description = "Render the clips, track them and count: fewer of them, for it takes minutes" };
var noise = new Option<double>("--noise") { DefaultValueFactory = _ => 0.15, Description = "Without --video: random error of the tracks in pixels, where the picture has one pixel a millimetre" };
var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
var root = new RootCommand("Counts of scripted clips against their truth: 1 to 20 beats, 3 to 8 Hz, 30 and 60 fps, three seeds") { video, noise, tuning };
root.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(video), parsed.GetValue(noise), parsed.GetValue(tuning), cancel)));
root.Subcommands.Add(CountCommand.Create());
root.Subcommands.Add(MethodsCommand.Create());
root.Subcommands.Add(MarkersCommand.Create());
root.Subcommands.Add(IdentityCommand.Create());
root.Subcommands.Add(ConfidenceCommand.Create());
root.Subcommands.Add(RecordingsCommand.Create());
root.Subcommands.Add(PointsCommand.Create());
root.Subcommands.Add(CameraCommand.Create());
root.Subcommands.Add(NamingCommand.Create());
root.Subcommands.Add(WalkEventsCommand.Create());
root.Subcommands.Add(WalkPatternsCommand.Create());
root.Subcommands.Add(WalkFilmsCommand.Create());
root.Subcommands.Add(WalkRecordingsCommand.Create());
root.Subcommands.Add(WalkFootOffsCommand.Create());
return await root.Parse(args).InvokeAsync();

static int Run(bool video, double noisePixels, bool tuning, CancellationToken cancel)
{
    var all = tuning ? Sweep.TuningSeeds : Sweep.ScoreSeeds;
    var seeds = video ? all[..1] : all;
    Console.WriteLine($"Seeds {string.Join(", ", seeds)} (for tuning: {string.Join(", ", Sweep.TuningSeeds)}; for the score: {string.Join(", ", Sweep.ScoreSeeds)}).");
    Console.WriteLine(video ? "Clips rendered as H.264, markers found and tracked without any option." : string.Create(CultureInfo.InvariantCulture, $"Tracks with a random error of {noisePixels} px, not drawn."));
    foreach (var varied in new[] { false, true })
    {
        Console.WriteLine(varied ? "\n## All else at random\n" : "\n## All else as usual\n");
        ImmutableArray<Score> scores = video
            ? Measurement.FromVideo(Sweep.Part(seeds, varied), cancel)
            : Measurement.FromTracks(Sweep.Whole(seeds, varied), noisePixels);
        ScoreTable.Write(Console.Out, scores);
    }

    return 0;
}
