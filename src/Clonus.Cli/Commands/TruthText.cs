using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>What is true of a rendered ankle, in a few words.</summary>
internal static class TruthText
{
    public static (string Content, int Frames, StretchCamera Camera) Told(ClipTruth truth) =>
        (Words(truth), truth.FrameTimesSeconds.Length, truth.Settings.Camera);

    private static string Words(ClipTruth truth)
    {
        var episodes = TrueEpisode.Group(truth.Beats, truth.Stretches);
        var counted = $"{truth.BeatsTotal} {(truth.BeatsTotal == 1 ? "beat" : "beats")}{(episodes.Length > 1 ? $" in {episodes.Length} episodes ({string.Join(", ", episodes.Select(e => e.Beats.Length))})" : "")}";
        return truth.Status switch
        {
            TrueStatus.NotDetected => "no beats",
            TrueStatus.RhythmicOnly => "rhythm without a trigger, " + counted,
            _ => counted,
        };
    }
}
