using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Motion.Beats;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Scoring;

/// <summary>Results with beats at given times, in folders as analyze writes them.</summary>
internal static class CountedResults
{
    private static readonly ResultDocument Model = Legs.Result(Legs.Stretched(1));

    /// <summary>A finding with these beats in one episode.</summary>
    public static ClonusFinding Beats(params double[] times) => new(
        times.Length > 0 ? ClonusStatus.Detected : ClonusStatus.NotDetected,
        times.Length, times.Length, times.Length > 5, times.Length > 5, SustainedSure: true, Borderline: times.Length == 5,
        new AppliedRule("more-than-5", 6, "More than five."), times.Length, times.Length, Confidence: 0.98, OscillationsFirst10s: null,
        Episodes: [], [.. times.Select(t => new Beat(t, t - 0.05, t + 0.05, 5, 1, 0))], Rejected: []);

    /// <summary>So many beats, a quarter of a second apart.</summary>
    public static ClonusFinding Beats(int count) => Beats([.. Enumerable.Range(0, count).Select(i => 1 + (i / 4.0))]);

    public static ClonusFinding NotAssessable => Beats() with
    {
        Status = ClonusStatus.NotAssessable, BeatsTotal = null, LongestEpisodeBeats = null, CountMeetsRule = null, Sustained = null, SustainedSure = null, Borderline = null,
    };

    public static ResultDocument Result(string id, ClonusFinding? left = null, ClonusFinding? right = null, ClonusFinding? unknown = null) => Model with
    {
        Clip = Legs.Clip(id),
        Sides = new SidesResult(Side(left), Side(right), Side(unknown)),
    };

    /// <summary>Each in a folder of its id.</summary>
    public static string Write(Folder folder, params ResultDocument[] results)
    {
        foreach (var result in results)
            Write(folder, Path.Combine("results", result.Clip.Id), result);
        return folder["results"];
    }

    public static void Write(Folder folder, string name, ResultDocument result)
    {
        Directory.CreateDirectory(folder[name]);
        folder.Write(Path.Combine(name, "result.json"), ContractJson.Write(result));
    }

    private static SideResult? Side(ClonusFinding? clonus) => clonus is null ? null : new SideResult(Model.Sides.Left!.Signal, clonus);
}
