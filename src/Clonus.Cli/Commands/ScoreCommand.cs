using System.Collections.Immutable;
using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class ScoreCommand
{
    private const string DefaultTolerance = "40ms";

    public static Command Create()
    {
        var results = new Argument<string[]>("RESULTS") { Description = "Result folder(s), or folders that hold some", Arity = ArgumentArity.ZeroOrMore };
        var truth = new Option<string[]>("--truth") { HelpName = "FILE", Description = "What was really there: a CSV that somebody typed, a .truth.json of clonus synth, or a folder of those (repeatable)" };
        var tolerance = new Option<string>("--tolerance") { HelpName = "TIME", Description = "How far apart two beats may be to be the same, such as 40ms or 0.04s", DefaultValueFactory = _ => DefaultTolerance };
        var plot = new Option<string?>("--plot") { HelpName = "FILE.svg", Description = "Also draw the counts' differences over their means (Bland-Altman)" };
        var format = new Option<string?>("--format") { HelpName = "text|markdown|json|csv", Description = "What is printed on stdout [default: text]" };
        var command = new Command("score", "Agreement of results with people who counted, or with a rendered clip's truth: beats, counts, sustained") { results, truth, tolerance, plot, format };
        command.SetAction(parsed =>
        {
            var request = new ScoreRequest(
                AtLeastOne(parsed.GetValue(results), "no results given: name at least one result folder"),
                AtLeastOne(parsed.GetValue(truth), "no truth given: name a CSV or a .truth.json with --truth"),
                Seconds(parsed.GetValue(tolerance)!),
                parsed.GetValue(format) is { } text ? Format(text) : null,
                parsed.GetValue(plot) is { } file ? Svg(file) : null);
            return (int)ScoreRun.Execute(request, Screen.Of(parsed));
        });
        return command;
    }

    private static ImmutableArray<string> AtLeastOne(string[]? given, string otherwise) =>
        given is { Length: > 0 } ? [.. given] : throw new InputException(InputFault.Settings, otherwise);

    private static double Seconds(string text) =>
        SettingText.Positive(SettingText.WithoutUnit(text, "ms") ?? "") is { } milliseconds ? milliseconds / 1000
        : SettingText.Positive(SettingText.WithoutUnit(text, "s") ?? "") is { } seconds ? seconds
        : throw new InputException(InputFault.Settings, $"--tolerance cannot be '{text}': give a time with its unit, such as 40ms or 0.04s");

    private static ScoreFormat Format(string text) =>
        SettingText.Word<ScoreFormat>(text) ?? throw new InputException(InputFault.Settings, $"--format cannot be '{text}': give text, markdown, json or csv");

    private static string Svg(string path) =>
        Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new InputException(InputFault.Settings, $"--plot cannot be '{path}': the picture is an SVG, give a name that ends with .svg");
}
