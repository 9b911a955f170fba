namespace Clonus.Cli.Verification;

/// <summary>Where in the work on a clip a field comes about, in the order of that work: what a stage gets wrong, all later ones build on.</summary>
internal enum Stage
{
    /// <summary>The file that is analysed is another one than when the result was recorded.</summary>
    Input,

    /// <summary>Container, frames and their times.</summary>
    Reading,

    /// <summary>Where the markers are, and how the camera moved.</summary>
    Tracking,

    /// <summary>The angle or displacement on its even grid.</summary>
    Signal,

    /// <summary>The same behind the band-pass, and the noise, which is what lies above the band.</summary>
    Filter,
    Beats,

    /// <summary>Runs of beats, and what is measured once the beats are known, as the range of motion is.</summary>
    Episodes,

    /// <summary>What the episodes are called: status, rule, criteria, certainty.</summary>
    Judgement,

    /// <summary>Contacts and foot-offs, and whether somebody walks at all.</summary>
    Steps,
    Strides,
    Patterns,
    Issues,

    /// <summary>The result's own frame: its schema, its notice, files that belong to no stage.</summary>
    Report,

    /// <summary>A setting that is in force has another value: a cause, and never the stage that moved where another one did.</summary>
    Settings,
}

/// <summary>Tells the stage of a field from where it stands.</summary>
internal static class StageOf
{
    /// <param name="path">Names from the root of result.json down; places in lists are left out.</param>
    public static Stage Field(ReadOnlySpan<string> path) => path switch
    {
        ["settings", ..] => Stage.Settings,
        ["clip", "camera_motion", ..] => Stage.Tracking,
        ["clip", ..] => Stage.Reading,
        ["markers", "jitter_px" or "jitter_mm"] or ["sides", _, "signal", "noise_rms"] => Stage.Filter,
        ["markers", ..] => Stage.Tracking,
        ["sides", _, "clonus", .. var clonus] => Clonus(clonus),
        ["sides", _, "signal", "range_deg" or "max_dorsiflexion_deg" or "min_dorsiflexion_deg"] => Stage.Episodes,
        ["sides", ..] => Stage.Signal,
        ["gait", "patterns" or "affected", ..] => Stage.Patterns,
        ["gait", "events" or "status" or "reason" or "view" or "direction" or "treadmill" or "leg_length_mm", ..] or ["gait"] => Stage.Steps,
        ["gait", ..] => Stage.Strides,
        ["issues", ..] => Stage.Issues,
        _ => Stage.Report,
    };

    /// <param name="column">Null for the table itself.</param>
    public static Stage Column(string file, string? column) => (file, column) switch
    {
        (RecordedInput.FileName, _) => Stage.Input,
        ("tracks.csv" or TracksAlone.FileName, _) => Stage.Tracking,
        ("signal.csv", "filtered") => Stage.Filter,
        ("signal.csv", _) => Stage.Signal,
        ("beats.csv", "episode") => Stage.Episodes,
        ("beats.csv", _) => Stage.Beats,
        ("episodes.csv", { } name) => Episode(name),
        ("episodes.csv", null) => Stage.Episodes,
        (Reports.WalkTables.Events, _) => Stage.Steps,
        (Reports.WalkTables.Strides, _) => Stage.Strides,
        (Reports.WalkTables.Patterns, _) => Stage.Patterns,
        _ => Stage.Report,
    };

    private static Stage Clonus(ReadOnlySpan<string> path) => path switch
    {
        ["beats", "episode"] => Stage.Episodes,
        ["beats" or "rejected" or "beats_total", ..] => Stage.Beats,
        ["episodes", { } field, ..] => Episode(field),
        ["episodes" or "longest_episode_beats" or "oscillations_first_10s"] => Stage.Episodes,
        _ => Stage.Judgement,
    };

    private static Stage Episode(string field) =>
        field is "criteria" or "sustained" or "scats" or "tardieu_if_pressure_held" or "confidence" ? Stage.Judgement : Stage.Episodes;
}
