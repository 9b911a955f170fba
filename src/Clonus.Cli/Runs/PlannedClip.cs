using System.Collections.Immutable;
using Clonus.Cli.Batch;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Clips;
using Clonus.Vision.Drawing;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Runs;

/// <summary>One input with the id that it is known by and the folder that its results go to.</summary>
internal sealed record PlannedClip(string Path, string Id, string Folder)
{
    /// <summary>
    /// One input goes to the output folder itself, several to a folder each inside it. Without an output folder each goes
    /// to ID.clonus in the working directory. The id is the file's stem; a second file of one stem is called STEM-2.
    /// </summary>
    public static ImmutableArray<PlannedClip> Plan(IReadOnlyList<string> inputs, string? output)
    {
        var ids = ClipIds.Distinct([.. inputs.Select(Stem)], []);
        return
        [
            .. inputs.Zip(ids, (path, id) => new PlannedClip(path, id, output switch
            {
                null => id + ".clonus",
                _ when inputs.Count == 1 => output,
                _ => System.IO.Path.Combine(output, id),
            })),
        ];
    }

    /// <exception cref="InputException">The output folder of several clips holds something other than our results.</exception>
    public static void CheckShared(string output)
    {
        Reports.ResultFolder.RefuseFile(output, output);
        if (Directory.Exists(output)
            && (Directory.EnumerateFiles(output).Any() || !Directory.EnumerateDirectories(output).All(Reports.ResultFolder.IsOurs)))
        {
            throw new InputException(InputFault.Settings, $"{output} holds other files and stays untouched: give a new or empty folder with -o");
        }
    }

    /// <summary>The clip's tracks, with progress on a terminal.</summary>
    /// <param name="onFrames">Told once the first frame has been followed.</param>
    /// <exception cref="InputException">The file holds no readable video, or a marker's place lies outside of the picture.</exception>
    public TrackedClip Track(RunSettings settings, Screen screen, Action? onFrames, CancellationToken cancel)
    {
        settings.CheckForPicture();

        // Where there is no file, that is what is to be said.
        if (System.IO.Path.Exists(Path))
            settings.CheckForVideo();
        using var progress = ProgressLine.On(screen, Id);
        return ClipTracker.Track(Path, Id, settings.Video, settings.Tracking, new FrameProgress(progress, onFrames), cancel);
    }

    /// <summary>The video with what was found drawn in, with progress on a terminal.</summary>
    /// <param name="findings">Null draws the markers alone.</param>
    /// <exception cref="InputException">The file cannot be written, or the video has changed since it was tracked.</exception>
    public void DrawOverlay(string path, TrackedClip tracked, ClipFindings? findings, RunSettings settings, Screen screen, CancellationToken cancel)
    {
        using var progress = ProgressLine.On(screen, Id + " overlay");
        OverlayVideo.Write(path, Path, settings.Video, tracked, findings, settings.Overlay, progress, cancel);
    }

    /// <summary>The file's name without its extension. A name of dots alone would lead out of the output folder.</summary>
    public static string Stem(string input)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(input);
        var stem = System.IO.Path.GetFileNameWithoutExtension(path);
        return stem.Trim('.').Length > 0 ? stem : System.IO.Path.GetFileName(path).Trim('.');
    }

    private sealed class FrameProgress(IProgress<double>? drawn, Action? onFrames) : IProgress<double>
    {
        private bool _begun;

        public void Report(double value)
        {
            if (!_begun)
                onFrames?.Invoke();
            _begun = true;
            drawn?.Report(value);
        }
    }
}
