using Clonus.Cli.Reports;
using Clonus.Cli.Verification;
using Clonus.Formats;
using Clonus.Formats.Export;

namespace Clonus.Cli.Tests.Verification;

/// <summary>Two equal result folders of a made-up leg, of which a test alters the recorded one.</summary>
internal sealed class RecordedLeg : IDisposable
{
    private readonly Folder _folder = new();

    public RecordedLeg()
    {
        Write("recorded");
        Write("now");
    }

    public string Recorded => _folder["recorded"];

    public string this[string file] => Path.Combine(Recorded, file);

    /// <summary>Replaces the first place of a text in a recorded file.</summary>
    public RecordedLeg With(string file, string now, string then)
    {
        var text = File.ReadAllText(this[file]);
        var at = text.IndexOf(now, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} holds no {now}");
        File.WriteAllText(this[file], text[..at] + then + text[(at + now.Length)..]);
        return this;
    }

    public Difference[] Compare() => [.. ResultDiff.Compare(Recorded, _folder["now"], Tolerances.Default)];

    public void Dispose() => _folder.Dispose();

    private void Write(string name)
    {
        var tracks = Legs.Stretched(8);
        var (result, findings) = (Legs.Result(tracks), Legs.Findings(tracks));
        using var folder = ResultFolder.Begin(_folder[name]);
        folder.Write("result.json", text => text.Write(ContractJson.Write(result)));
        folder.Write("beats.csv", csv => ResultTables.WriteBeats(csv, result));
        folder.Write("episodes.csv", csv => ResultTables.WriteEpisodes(csv, result));
        folder.Write("tracks.csv", csv => TracksCsvWriter.Write(csv, tracks.ToTrajectories()));
        folder.Write("signal.csv", csv => ResultTables.WriteSignal(csv, findings));
        folder.Commit();
    }
}
