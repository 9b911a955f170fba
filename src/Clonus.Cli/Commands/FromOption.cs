using System.CommandLine;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Recordings;

namespace Clonus.Cli.Commands;

/// <summary>The option of synth walk that names a recording which is filmed instead of a simulated walker.</summary>
internal static class FromOption
{
    public static Option<string?> Create() => new("--from")
    {
        HelpName = "TRACKS", Description = "Film this recording of a walk (C3D, TRC or tracks.csv in a room) instead of a simulated walker; stickers are where its markers are",
    };

    /// <summary>Options that say how a simulated walker walks have no meaning for one who was recorded.</summary>
    /// <exception cref="InputException">One of them is given.</exception>
    public static void Refuse(ParseResult parsed, IEnumerable<Option> ofTheSimulated)
    {
        if (ofTheSimulated.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new InputException(InputFault.Settings, $"{given.Name} with --from: how the person is and walks is the recording's; leave one of the two out");
        }
    }

    /// <exception cref="InputException">It cannot be read, or is no recording in a room.</exception>
    public static WalkRecording Read(string path)
    {
        var file = TrajectoryFile.Recognise(path) ?? throw new InputException(InputFault.Unreadable, File.Exists(path) || Directory.Exists(path)
            ? $"--from {path}: no recording that is known: give C3D, TRC or a tracks.csv with positions in a room"
            : $"--from {path}: cannot be read: there is no such file");
        var (name, source) = (Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), file.Read());
        if (!source.IsSpatial)
        {
            throw new InputException(InputFault.Settings, $"--from {path}: its positions lie in a picture, and only a walk in a room can be filmed: give C3D, TRC or a tracks.csv with x, y and z in mm");
        }

        var clip = TrackImport.Import(source, name, new ImportSettings(), new ImportRequest([], BodySide.Unknown));
        return new WalkRecording(name, clip.Tracks, [.. clip.Events.Select(Step).OfType<RecordedStep>()]);
    }

    private static RecordedStep? Step(TrialEvent found) =>
        FoundEvents.StepOf(found) is { } kind && FoundEvents.SideOf(found) is var side and not BodySide.Unknown ? new RecordedStep(side, found.TimeSeconds, kind == GaitEventKind.InitialContact) : null;
}
