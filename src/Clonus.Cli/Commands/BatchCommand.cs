using System.CommandLine;
using Clonus.Cli.Batch;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class BatchCommand
{
    private const double StandardTimeSeconds = 1800;
    private const int StandardMemoryMegabytes = 2048;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Videos and trajectory files, folders (with all in them), globs in quotes, a manifest CSV with the column 'file', or - for paths on stdin", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Where the results go: DIR/<id> for each clip, summary.csv, patterns.csv, failures.csv and batch.json" };
        var jobs = new Option<string?>("--jobs", "-j") { HelpName = "N", Description = "Clips at a time [default: one for each core, fewer when memory is short]" };
        var shard = new Option<string?>("--shard") { HelpName = "I/N", Description = "Only the I-th of N parts of the list, for N machines; clonus merge joins them" };
        var resume = new Option<bool>("--resume") { Description = "Go on in DIR: what is done of the same input, settings and version stays, what failed or is damaged is tried again; the list may have grown, but not lost clips that have results" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Remove the results of an earlier batch in DIR first" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print which clips would be analysed and where their results would go, and stop" };
        var events = new Option<string?>("--events") { HelpName = "FILE", Description = "JSON Lines as things happen, for programs; - is stdout, and the totals then go to stderr" };
        var timeLimit = new Option<string?>("--time-limit") { HelpName = "SECONDS", Description = $"What takes longer is ended and counts as failed [default: {SettingText.Number(StandardTimeSeconds)}]" };
        var memoryLimit = new Option<string?>("--memory-limit") { HelpName = "MB", Description = $"What takes more memory is ended and counts as failed [default: {SettingText.Number(StandardMemoryMegabytes)}]" };
        var anonymize = new Option<bool>("--anonymize") { Description = $"Ids are keyed hashes, and nothing that is written or printed tells a path or a name; the key comes from --key-file or the variable {Pseudonyms.Variable}" };
        var keyFile = new Option<string?>("--key-file") { HelpName = "FILE", Description = "The secret key of --anonymize, at least 16 characters; the same key gives the same ids" };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE", Description = "With --anonymize: also write which id is which file, outside of DIR" };
        var format = FormatOption.Create();
        var failOn = FailOnOption.Create();

        var command = new Command("batch", "Analyses many clips, each safe from the others, and writes tables of all of them")
        {
            paths, output, jobs, shard, resume, overwrite, dryRun, events, timeLimit, memoryLimit, anonymize, keyFile, mapping,
        };
        var clip = ClipOptions.AddTo(command);
        command.Add(format);
        command.Add(failOn);
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = clip.Settings.Read(parsed);
            if (clip.Settings.PrintInstead(parsed, settings))
                return (int)ExitCode.Done;

            var folder = parsed.GetValue(output) ?? throw new InputException(InputFault.Settings, "no output folder given: name one with -o DIR");
            if (parsed.GetValue(resume) && parsed.GetValue(overwrite))
                throw new InputException(InputFault.Settings, "--resume keeps what is done, and --overwrite removes it: give one of them");
            var pseudonyms = parsed.GetValue(anonymize) ? Pseudonyms.WithKey(parsed.GetValue(keyFile)) : null;
            if (pseudonyms is null && (parsed.GetValue(keyFile) ?? parsed.GetValue(mapping)) is not null)
                throw new InputException(InputFault.Settings, "--key-file and --mapping belong to --anonymize: give it too");
            if (parsed.GetValue(mapping) is { } map)
                PseudonymMap.Refuse(map, folder);

            BatchEvents.Refuse(parsed.GetValue(events));
            if (BatchEvents.IsStandard(parsed.GetValue(events)) && parsed.GetValue(format) is not null)
                throw new InputException(InputFault.Settings, "--events - and --format both print on stdout: give --events a file");
            var request = new BatchRequest(
                VideoArgument.AtLeastOne(parsed.GetValue(paths)),
                folder,
                clip.Read(parsed, settings),
                parsed.GetValue(jobs) is { } n ? SettingText.WholeFrom(1, n) ?? throw Bad("--jobs", n, "a whole number from 1") : null,
                new ClipLimits(
                    TimeSpan.FromSeconds(parsed.GetValue(timeLimit) is { } s ? SettingText.Positive(s) ?? throw Bad("--time-limit", s, "seconds above 0") : StandardTimeSeconds),
                    (parsed.GetValue(memoryLimit) is { } mb ? SettingText.WholeFrom(1, mb) ?? throw Bad("--memory-limit", mb, "a whole number of megabytes from 1") : (long)StandardMemoryMegabytes) << 20),
                parsed.GetValue(shard) is { } part ? Shard.Parse(part) : null,
                parsed.GetValue(resume) ? EarlierBatch.Resume : parsed.GetValue(overwrite) ? EarlierBatch.Overwrite : EarlierBatch.Refuse,
                parsed.GetValue(dryRun),
                parsed.GetValue(events),
                pseudonyms,
                parsed.GetValue(mapping),
                FormatOption.Read(parsed, format),
                FailOnOption.Read(parsed, failOn),
                [.. parsed.Tokens.Select(t => t.Value)]);
            return (int)await BatchRun.Execute(request, Console.In, Screen.Of(parsed), cancel);
        });
        return command;
    }

    private static InputException Bad(string option, string given, string allowed) => new(InputFault.Settings, $"{option} cannot be '{given}': give {allowed}");
}
