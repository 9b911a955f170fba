using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>scorecard markers: how exactly markers of every kind are placed, beside the best that could be done.</summary>
internal static class MarkersCommand
{
    private static readonly ImmutableArray<StickerColour> Colours =
    [
        StickerColour.Green, StickerColour.Blue, StickerColour.Magenta, StickerColour.Yellow, StickerColour.Red,
        StickerColour.Cyan, StickerColour.Orange, StickerColour.White, StickerColour.Black,
    ];

    private static readonly ImmutableArray<StickerColour> OtherKinds = [StickerColour.Bright, StickerColour.Dark, StickerColour.Quadrant, StickerColour.Aruco];

    private static readonly ImmutableArray<StickerColour> Few = [StickerColour.Green, StickerColour.Magenta, StickerColour.White];

    private static readonly ImmutableArray<Filming> Conditions = [Filming.Clean, Filming.Noise, Filming.Crf28, Filming.Blur];

    public static Command Create()
    {
        var part = new Option<string[]>("--part") { Description = "Only lines that hold all of these words, such as \"green\" \"5px\" \"noise\"", AllowMultipleArgumentsPerToken = true };
        var clips = new Option<int>("--clips") { DefaultValueFactory = _ => 2, Description = "Clips a line, of 60 frames each" };
        var tuning = new Option<bool>("--tuning") { Description = "The seeds that settings may be tuned on (1 on), instead of those that judge (2001 on)" };
        var first = new Option<int?>("--seed") { Description = "The first seed, where the usual ones have been looked at before" };
        var keep = new Option<string?>("--keep") { HelpName = "DIR", Description = "Leave the clips in this folder, and beside each a CSV of the places in its frames" };
        var command = new Command("markers", "Places of markers of every kind against the truth and against an oracle's least-squares fit") { part, clips, tuning, first, keep };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(part) ?? [], parsed.GetValue(clips), parsed.GetValue(first) ?? (parsed.GetValue(tuning) ? 1 : 2001), parsed.GetValue(keep), cancel)));
        return command;
    }

    private static int Run(string[] part, int clips, int firstSeed, string? keep, CancellationToken cancel)
    {
        long[] seeds = [.. Enumerable.Range(firstSeed, clips).Select(seed => (long)seed)];
        Console.WriteLine($"Seeds {seeds[0]} to {seeds[^1]}. Errors are root mean squares of one coordinate, nothing taken away; the oracle knows all but the place.");
        var folder = keep is null ? Directory.CreateTempSubdirectory("clonus-scorecard-") : Directory.CreateDirectory(keep);
        try
        {
            foreach (var (title, cases) in Tables())
            {
                var wanted = cases.Where(c => part.All(word => $" {c} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase))).ToArray();
                if (wanted.Length == 0)
                {
                    if (part.Length == 0)
                    {
                        Console.WriteLine($"\n## {title}\n\nSkipped: ../shared/data is not here.");
                    }

                    continue;
                }

                Console.WriteLine($"\n## {title}\n");
                MarkerTable.WriteHead(Console.Out);
                foreach (var measured in wanted.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(cancel)
                    .Select(c => MarkerMeasurement.Of(c, seeds, folder.FullName, cancel)))
                {
                    MarkerTable.WriteLine(Console.Out, measured);
                }
            }
        }
        finally
        {
            if (keep is null)
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static IEnumerable<(string Title, IEnumerable<MarkerCase> Cases)> Tables()
    {
        yield return ("The oracle against theory: noise of 5 levels, nothing lost in storing", [new MarkerCase(StickerColour.Green, 12, Filming.Lossless)]);
        yield return (
            "Stickers on skin",
            from colour in Colours
            from size in new double[] { 5, 12, 40 }
            from filming in Conditions
            select new MarkerCase(colour, size, filming));
        yield return (
            "Other kinds on skin",
            from kind in OtherKinds
            from size in new double[] { 12, 24, 40 }
            from filming in Conditions
            select new MarkerCase(kind, size, filming));
        yield return ("Never seen sharp", Colours.Select(colour => new MarkerCase(colour, 12, Filming.OnlyBlur)));
        yield return ("A large sticker", Conditions.Select(filming => new MarkerCase(StickerColour.Green, 100, filming)));
        yield return (
            "Skin tones",
            from colour in Colours
            from tone in Enum.GetValues<SkinTone>().Where(tone => tone != SkinTone.II)
            select new MarkerCase(colour, 12, Filming.Clean) { Skin = tone });
        yield return (
            "Seen at an angle, and in falling light",
            from colour in Few
            from filming in Conditions
            select new MarkerCase(colour, 16, filming) { AxisRatio = 0.6, LightFall = 0.5 });
        yield return (
            "Backdrops",
            from backdrop in new[] { Backdrop.Limb, Backdrop.Cloth, Backdrop.Wall }
            from colour in Few
            from filming in Conditions
            select new MarkerCase(colour, 12, filming) { Backdrop = backdrop });
        yield return (
            "Pictures of real recordings behind",
            from recording in RealBackdrop.Recordings()
            from colour in Few
            from filming in new[] { Filming.Clean, Filming.Crf28 }
            select new MarkerCase(colour, 12, filming) { Recording = recording });
    }
}
