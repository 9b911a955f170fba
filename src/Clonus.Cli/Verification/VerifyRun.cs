using System.Collections.Immutable;
using System.Globalization;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Verification;

/// <summary>Everything that <c>clonus verify</c> was asked for.</summary>
/// <param name="Update">Record again what differs.</param>
/// <param name="AsJson">Print the report as JSON and not as text.</param>
/// <param name="JUnit">A file for the report as JUnit XML; null for none.</param>
internal sealed record VerifyRequest(string Suite, bool Update, bool AsJson, string? JUnit);

/// <summary>Analyses every case of a suite again and compares. One case's failure does not stop the others.</summary>
internal static class VerifyRun
{
    public static ExitCode Execute(VerifyRequest request, Screen screen, CancellationToken cancel)
    {
        if (request.JUnit is { } junit)
            JUnitReport.Refuse(junit);

        var speaks = !request.AsJson && !screen.Quiet;
        var failures = new List<ExitCode>();
        var cases = ImmutableArray.CreateBuilder<CaseReport>();
        foreach (var golden in GoldenCase.Find(request.Suite))
        {
            try
            {
                cases.Add(Verify(golden, request.Update, screen, cancel));
            }
            catch (Exception e) when (e is not OperationCanceledException && !CommandLine.IsInterrupted(cancel))
            {
                screen.Fail(e, about: golden.Name);
                failures.Add(CommandLine.ExitCodeOf(e));
                cases.Add(CaseReport.Failure(golden.Name, e.Message.ReplaceLineEndings(" ")));
            }

            if (speaks)
                VerificationText.Write(screen.Output, screen.Style, cases[^1]);
        }

        var report = VerificationReport.Of(cases.ToImmutable());
        if (request.AsJson)
            screen.Output.Write(ContractJson.Write(report));
        else if (speaks)
            VerificationText.WriteTotals(screen.Output, report);
        if (report.First is { } first)
            screen.Error.Write(string.Create(CultureInfo.InvariantCulture, $"clonus: error: {report.Differing} of {report.Cases.Length} cases {(report.Differing == 1 ? "differs" : "differ")}; first: {first}\n"));
        if (request.JUnit is { } path)
            JUnitReport.Write(path, report);
        return ExitCodes.First(report.Differing > 0 ? failures.Append(ExitCode.GateFailed) : failures);
    }

    private static CaseReport Verify(GoldenCase golden, bool update, Screen screen, CancellationToken cancel)
    {
        var file = CaseFile.Read(golden.Folder);
        var (made, _) = CaseResult.Analyse(file, screen, cancel);
        using (made)
        {
            ImmutableArray<Difference> differences = Directory.Exists(golden.Expected)
                ? ResultDiff.Compare(golden.Expected, made.Folder, file.Tolerances)
                : [Difference.NothingRecorded];
            if (differences.IsEmpty)
                return CaseReport.Of(golden.Name, CaseOutcome.Agrees, differences);

            var remeasured = differences[0].Stage == Stage.Tracking ? TracksAlone.Compare(golden.Expected, file.Settings, file.Tolerances, cancel) : null;
            if (update)
                made.Record(golden);
            return CaseReport.Of(golden.Name, update ? CaseOutcome.Updated : CaseOutcome.Differs, differences, remeasured);
        }
    }
}
