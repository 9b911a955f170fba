using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Verification;

/// <summary>Everything that <c>clonus verify --add</c> was asked for.</summary>
/// <param name="Input">As the user wrote it; the file stays where it is.</param>
/// <param name="Options">Settings by a protocol's keys.</param>
internal sealed record AddRequest(
    string Suite,
    string Name,
    string Input,
    string? TimesFrom,
    string? Protocol,
    ImmutableArray<(string Key, string Text)> Options,
    ImmutableArray<(string Name, string Spec)> Markers);

/// <summary>Makes a case of a file and records its result.</summary>
internal static class AddCase
{
    /// <exception cref="InputException">There is such a case, or the input cannot be analysed; nothing is left then.</exception>
    public static ExitCode Execute(AddRequest request, Screen screen, CancellationToken cancel)
    {
        var golden = GoldenCase.New(request.Suite, request.Name);
        var yaml = CaseFile.Print(Below(request.Input)!, Below(request.TimesFrom), Below(request.Protocol), request.Options, request.Markers);

        // What is recorded is what the case's own text gives; messages have the paths that the user knows.
        var file = CaseFile.Parse(new StringReader(yaml), golden.Folder) with { Input = request.Input, TimesFrom = request.TimesFrom };
        var (made, result) = CaseResult.Analyse(file, screen, cancel);
        using (made)
        {
            made.Record(golden);
        }

        try
        {
            File.WriteAllText(Path.Combine(golden.Folder, CaseFile.Name), yaml);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Directory.Delete(golden.Expected, recursive: true);
            throw new InputException(InputFault.Settings, $"cannot write {CaseFile.Name} to {golden.Folder}: {FileFault.Reason(e)}", e);
        }

        if (!screen.Quiet)
        {
            TextSummary.Write(screen.Output, screen.Style, result, golden.Folder);
            screen.Output.Write($"  Case: {golden.Name}, of {request.Input}, which stays where it is\n");
        }

        return ExitCode.Done;

        string? Below(string? path) => path is null ? null : Path.GetRelativePath(golden.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
    }
}
