using System.Collections.Immutable;
using System.Text;
using Clonus.Cli.Reports;
using Clonus.Cli.Scoring;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

internal enum ScoreFormat
{
    Text,
    Markdown,
    Json,
    Csv,
}

/// <summary>Everything that <c>clonus score</c> was asked for.</summary>
/// <param name="Plot">The SVG to draw; null draws none.</param>
internal sealed record ScoreRequest(
    ImmutableArray<string> Results, ImmutableArray<string> Truth, double ToleranceSeconds, ScoreFormat? Format, string? Plot);

/// <summary>Results and annotations in, their agreement out.</summary>
internal static class ScoreRun
{
    public static ExitCode Execute(ScoreRequest request, Screen screen)
    {
        if (request.Plot is { } plot)
            OutputFile.RefusePlace(plot, "--plot");

        var truth = TruthFiles.Read(request.Truth, screen.Note);
        var files = FoundResult.Files(request.Results);
        var results = Read(files, screen);
        var matched = AnnotatedClips.Match(truth, results);
        if (matched.Annotated.All(a => a.Status == ComparisonStatus.WithoutResult))
            throw new InputException(InputFault.Unreadable, $"none of the annotated clips has a result: the annotations name {Some(truth.Select(a => a.File))}, the results are of {Some(results.Select(r => r.Document.Clip.Id))}");

        var score = ScoreDocument.Create(matched, request.ToleranceSeconds);
        ScoreNotes.Write(matched, score, screen);
        if (request.Plot is { } picture)
            OutputFile.Write(picture, stream => stream.Write(Encoding.UTF8.GetBytes(BlandAltmanPlot.Draw(score))), "--plot");
        Write(score, request, screen);
        return ExitCodes.First(
        [
            .. results.Length < files.Length || matched.Annotated.Any(a => a.Status == ComparisonStatus.WithoutResult) ? [ExitCode.SomeFailed] : Array.Empty<ExitCode>(),
            .. matched.Annotated.Any(a => a.Status == ComparisonStatus.Compared) ? Array.Empty<ExitCode>() : [ExitCode.NotAssessable],
        ]);
    }

    /// <summary>One result that cannot be read does not stop the others.</summary>
    private static ImmutableArray<FoundResult> Read(ImmutableArray<string> files, Screen screen)
    {
        var results = ImmutableArray.CreateBuilder<FoundResult>();
        foreach (var file in files)
        {
            try
            {
                results.Add(FoundResult.Read(file));
            }
            catch (InputException e) when (files.Length > 1)
            {
                screen.Fail(e);
            }
        }

        return results.Count > 0 ? results.ToImmutable() : throw new InputException(InputFault.Unreadable, "none of the results can be read");
    }

    private static void Write(ScoreDocument score, ScoreRequest request, Screen screen)
    {
        switch (request.Format)
        {
            case ScoreFormat.Json:
                screen.Output.Write(ContractJson.Write(score));
                break;
            case ScoreFormat.Csv:
                ScoreCsv.Write(screen.Output, score);
                break;
            case ScoreFormat.Markdown:
                ScoreText.WriteMarkdown(screen.Output, score);
                break;
            case ScoreFormat.Text:
            case null when !screen.Quiet:
                ScoreText.Write(screen.Output, score);
                break;
            default:
                break;
        }
    }

    private static string Some(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal).ToArray() switch
    {
        { Length: > 3 } many => $"{string.Join(", ", many[..3])} and {many.Length - 3} more",
        var few => string.Join(", ", few),
    };
}
