using System.CommandLine;
using Clonus.Vision.Tracking;

namespace Clonus.Scorecard.Naming;

/// <summary>Which spots are markers, and which joint is each: names given against the truth.</summary>
internal static class NamingCommand
{
    private const int FirstScoreSeed = 4001;
    private const int MostDrawn = 20;
    private const int MostFilms = 6;

    public static Command Create()
    {
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that limits may be tuned on, instead of those that judge" };
        var clips = new Option<int>("--clips") { DefaultValueFactory = _ => 99, Description = "Clips of each condition" };
        var video = new Option<bool>("--video") { Description = "Clips that are drawn, stored and tracked too: fewer of them, for it takes minutes" };
        var row = new Option<string?>("--row") { Description = "Only conditions whose text holds this" };
        var command = new Command("naming", "Names of markers given without any option, of tracks in space seen by a camera: right, right in part, none, wrong") { tuning, clips, video, row };
        command.SetAction((parsed, cancel) => Task.FromResult(
            Run(parsed.GetValue(tuning) ? 1 : FirstScoreSeed, parsed.GetValue(clips), parsed.GetValue(video), parsed.GetValue(row), cancel)));
        return command;
    }

    private static int Run(int firstSeed, int clips, bool video, string? row, CancellationToken cancel)
    {
        Console.WriteLine($"Seeds {firstSeed} to {firstSeed + clips - 1}.");
        Console.WriteLine("\n## Bodies in space, tracks with an error of 0.25 px\n");
        Write(NamingConditions.WithMarkers.Select(c => c.Text), firstSeed, clips, row, (i, seed) => Named(NamingCase.Of(NamingConditions.WithMarkers[i], seed)));
        Console.WriteLine("\n## The same without marked joints: right is none\n");
        Write(NamingConditions.WithoutMarkers.Select(c => c.Text), firstSeed, clips, row, (i, seed) => Named(NamingCase.Of(NamingConditions.WithoutMarkers[i], seed)));
        Console.WriteLine("\n## Walks as drawn, tracks with an error of 0.3 px\n");
        var walks = FilmedNaming.WithMarkers.Where(c => c.Walk is not null).ToArray();
        Write(walks.Select(c => c.Text), firstSeed, Math.Min(clips, MostDrawn), row, (i, seed) => Named(NamingCase.Of(walks[i].Walk!(seed))));
        if (video)
        {
            WriteFilms(firstSeed, Math.Min(clips, MostFilms), row, cancel);
        }

        return 0;
    }

    private static void WriteFilms(int firstSeed, int clips, string? row, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("clonus-scorecard-");
        try
        {
            foreach (var (title, films) in new[] { ("Clips with markers", FilmedNaming.WithMarkers), ("Clips without markers: right is none", FilmedNaming.WithoutMarkers) })
            {
                Console.WriteLine($"\n## {title}: drawn, stored as H.264 and tracked\n");
                Write(films.Select(f => f.Text), firstSeed, clips, row, (i, seed) => FilmedNaming.Outcome(films[i], seed, Path.Combine(folder.FullName, $"{i}-{seed}.mp4"), cancel));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(IEnumerable<string> conditions, int firstSeed, int clips, string? row, Func<int, int, NamingOutcome> outcome)
    {
        NamingScore.WriteHead(Console.Out);
        var all = new List<NamingOutcome>();
        foreach (var (i, text) in conditions.Index().Where(c => row is null || c.Item.Contains(row, StringComparison.Ordinal)))
        {
            var outcomes = Enumerable.Range(firstSeed, clips).AsParallel().AsOrdered().Select(seed => outcome(i, seed)).ToArray();
            NamingScore.WriteRow(Console.Out, text, outcomes);
            all.AddRange(outcomes);
        }

        if (all.Count > 0)
        {
            NamingScore.WriteRow(Console.Out, "all", all);
        }
    }

    private static NamingOutcome Named(NamingCase clip) => NamingScore.Of(clip.Truth, MarkerNaming.Automatic(clip.Candidates, new TrackingSettings()).Markers);
}
