using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Verification;

/// <summary>A case's result as the present tool gives it, in a folder that is gone afterwards: what is compared, and what is recorded.</summary>
internal sealed class CaseResult : IDisposable
{
    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("clonus-verify-");

    private CaseResult() => Folder = Path.Combine(_room.FullName, "result");

    public string Folder { get; }

    /// <summary>Analyses a case as <c>clonus analyze</c> does.</summary>
    /// <exception cref="InputException">The input cannot be read or does not suit the settings.</exception>
    public static (CaseResult Made, ResultDocument Result) Analyse(CaseFile file, Screen screen, CancellationToken cancel)
    {
        var made = new CaseResult();
        try
        {
            var clip = PlannedClip.Plan([file.Input], made.Folder)[0];
            var request = new ClipRequest(file.Settings, Plot: false, Overlay: false, file.TimesFrom, []);
            var result = ClipAnalysis.Run(clip, request, new RunOrigin([], IsAnonymous: true), screen, onStage: null, cancel);

            // What may differ between equal runs is no part of a record.
            File.Delete(Path.Combine(made.Folder, ResultFolder.ProvenanceFile));
            File.WriteAllText(Path.Combine(made.Folder, RecordedInput.FileName), ContractJson.Write(RecordedInput.Of(file.Input)));
            if (TracksAlone.Measure(made.Folder, file.Settings, cancel) is { } alone)
                File.WriteAllText(Path.Combine(made.Folder, TracksAlone.FileName), alone.ToJsonString(ContractJson.Options) + "\n");
            return (made, result);
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Puts the result in the place of what was recorded before, whole or not at all.</summary>
    /// <exception cref="InputException">The folder holds something else, or cannot be written.</exception>
    public void Record(GoldenCase golden)
    {
        if (Directory.Exists(golden.Expected)
            && Directory.EnumerateFileSystemEntries(golden.Expected).FirstOrDefault(p => !ResultFolder.IsOwnName(Path.GetFileName(p))) is { } foreign)
        {
            throw new InputException(InputFault.Settings, $"{foreign} is no file of a recorded result and stays untouched: move it away, then record again with --update");
        }

        using var target = ResultFolder.Begin(golden.Expected, mend: "mend that, then record again");
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            target.WriteBytes(Path.GetFileName(file), stream =>
            {
                using var source = File.OpenRead(file);
                source.CopyTo(stream);
            });
        }

        target.Commit();
    }

    public void Dispose() => _room.Delete(recursive: true);
}
