using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Formats;
using Clonus.Formats.Export;
using Clonus.Formats.Import;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;

namespace Clonus.Cli.Runs;

/// <summary>A file that other programs read, beside the result's own.</summary>
internal enum AlsoFile
{
    Trc,
    C3d,
    DeepLabCut,
    Mot,
    Srt,
}

/// <summary>Writes what <c>--also</c> asks for into a result folder.</summary>
internal static class AlsoFiles
{
    /// <summary>What the markers alone are enough for.</summary>
    public static readonly AlsoFile[] OfTracks = [AlsoFile.Trc, AlsoFile.C3d, AlsoFile.DeepLabCut];

    public static string Word(AlsoFile file) => file.ToString().ToLowerInvariant();

    public static string NameOf(AlsoFile file) => file switch
    {
        AlsoFile.Trc => "markers.trc",
        AlsoFile.C3d => "markers.c3d",
        AlsoFile.DeepLabCut => "markers.deeplabcut.csv",
        AlsoFile.Mot => "angles.mot",
        AlsoFile.Srt => "events.srt",
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "unknown file"),
    };

    /// <param name="findings">Null where the markers alone were followed.</param>
    public static void Write(ResultFolder folder, ImmutableArray<AlsoFile> files, ReadClip read, ClipFindings? findings, Screen screen)
    {
        if (files.Contains(AlsoFile.C3d) && ConversionLosses.OfTimes(read.Trajectories) is { } uneven)
            screen.Note($"{NameOf(AlsoFile.C3d)}: {uneven}");
        if (files.Contains(AlsoFile.C3d) && HasOwnSteps(read) && findings?.Gait is { Status: GaitStatus.Walking, Events: [_, ..] })
            screen.Note($"{NameOf(AlsoFile.C3d)}: the file's own contacts and foot-offs stay as they are, and those that were found are in {WalkTables.Events} alone");
        foreach (var file in files)
        {
            folder.WriteBytes(NameOf(file), stream => Write(stream, file, read, findings));
        }
    }

    // A step that stands twice is two steps to the program that reads it.
    private static ImmutableArray<TrialEvent> EventsFor(ReadClip read, ClipFindings? findings)
    {
        ImmutableArray<TrialEvent> found = findings is null ? [] : FoundEvents.Of(findings);
        return HasOwnSteps(read) ? found.RemoveAll(FoundEvents.IsStep) : found;
    }

    private static bool HasOwnSteps(ReadClip read) => read.Trajectories.Events.Any(FoundEvents.IsStep);

    private static void Write(Stream stream, AlsoFile file, ReadClip read, ClipFindings? findings)
    {
        var clip = read.Clip;
        switch (file)
        {
            case AlsoFile.Trc:
                TrcWriter.Write(stream, read.Trajectories);
                break;
            case AlsoFile.C3d:
                C3dWriter.Write(stream, read.Trajectories.WithEvents(EventsFor(read, findings), read.OwnTimeScale, read.OwnStartSeconds));
                break;
            case AlsoFile.DeepLabCut:
                DeepLabCutWriter.Write(stream, read.Trajectories);
                break;
            case AlsoFile.Mot:
                MotWriter.Write(stream, findings!, read.OwnTimeScale, read.OwnStartSeconds);
                break;
            case AlsoFile.Srt:
                SrtWriter.Write(stream, findings!, clip.TimeScale);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(file), file, "unknown file");
        }
    }
}
