using System.Collections.Immutable;
using Clonus.Cli.Reports;

namespace Clonus.Cli.Runs;

internal enum OutputFormat
{
    Text,
    Json,
    Csv,
}

/// <summary>Everything that <c>clonus analyze</c> was asked for.</summary>
/// <param name="Format">Null: the text summary, which <c>--quiet</c> leaves out.</param>
/// <param name="Arguments">The command line, for provenance.</param>
internal sealed record AnalyzeRequest(
    ImmutableArray<string> Inputs,
    string? Output,
    ClipRequest Clip,
    OutputFormat? Format,
    bool FailOnSustained,
    ImmutableArray<string> Arguments);

/// <summary>Videos in, result folders and a summary out. One clip's failure does not stop the others.</summary>
internal static class AnalyzeRun
{
    public static ExitCode Execute(AnalyzeRequest request, Screen screen, CancellationToken cancel)
    {
        if (request is { Output: { } output, Inputs.Length: > 1 })
            PlannedClip.CheckShared(output);

        var results = new List<ResultDocument>();
        var failures = new List<ExitCode>();
        foreach (var clip in PlannedClip.Plan(request.Inputs, request.Output))
        {
            try
            {
                var result = ClipAnalysis.Run(clip, request.Clip, new RunOrigin(request.Arguments, IsAnonymous: false), screen, onStage: null, cancel);
                results.Add(result);
                if (request.Format == OutputFormat.Text || (request.Format is null && !screen.Quiet))
                    TextSummary.Write(screen.Output, screen.Style, result, clip.Folder);
            }
            catch (Exception e) when (e is not OperationCanceledException && !CommandLine.IsInterrupted(cancel))
            {
                screen.Fail(e, about: request.Inputs.Length > 1 ? clip.Path : null);
                failures.Add(CommandLine.ExitCodeOf(e));
            }
        }

        WriteMachineReadable(request, results, screen.Output);
        return Conclude(results, failures, request.FailOnSustained);
    }

    /// <summary>
    /// The run's one exit code. Where some clips of several failed and others did not it is SomeFailed, unless the error was
    /// unexpected; where all failed it is their own.
    /// </summary>
    internal static ExitCode Conclude(IReadOnlyCollection<ResultDocument> results, IReadOnlyCollection<ExitCode> failures, bool failOnSustained)
    {
        var codes = new List<ExitCode>();
        if (failures.Count > 0 && results.Count > 0)
            codes.AddRange(failures.Where(f => f == ExitCode.Unexpected).Append(ExitCode.SomeFailed));
        else
            codes.AddRange(failures);
        if (failOnSustained && results.Any(r => r.IsSustained))
            codes.Add(ExitCode.Matched);
        if (failures.Count == 0 && !results.Any(r => r.IsAssessable))
            codes.Add(ExitCode.NotAssessable);
        return ExitCodes.First(codes);
    }

    private static void WriteMachineReadable(AnalyzeRequest request, List<ResultDocument> results, TextWriter output)
    {
        if (request.Format == OutputFormat.Csv)
            ResultTables.WriteSummary(output, results);
        else if (request.Format == OutputFormat.Json && request.Inputs.Length > 1)
            output.Write(ContractJson.Write(results));
        else if (request.Format == OutputFormat.Json && results is [var only])
            output.Write(ContractJson.Write(only));
    }
}
