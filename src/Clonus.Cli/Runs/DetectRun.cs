using System.Globalization;
using System.Text;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Runs;

/// <summary>Everything that <c>clonus detect</c> was asked for.</summary>
/// <param name="Output">Folder for the files; empty is the working directory.</param>
internal sealed record DetectRequest(string Input, string Output, RunSettings Settings);

/// <summary>One video in, the protocol that would find its markers and a picture of them out.</summary>
internal static class DetectRun
{
    public static ExitCode Execute(DetectRequest request, Screen screen, CancellationToken cancel)
    {
        ResultFolder.RefuseFile(request.Output, request.Output);
        InputReading.RefuseTrajectory(request.Input);
        request.Settings.CheckForVideo();
        var found = MarkerScout.Find(request.Input, request.Settings.Video, request.Settings.Tracking, request.Settings.Overlay, cancel);
        var id = PlannedClip.Plan([request.Input], null)[0].Id;
        var preview = Path.Combine(request.Output, id + ".preview.png");
        var protocol = Path.Combine(request.Output, id + ".protocol.yaml");
        var files = new List<(string Path, byte[] Content)> { (preview, found.PreviewPng.ToArray()) };
        if (!found.Markers.IsEmpty)
            files.Add((protocol, Encoding.UTF8.GetBytes(Protocol.Print(WithMarkers(request.Settings, found)))));

        WriteAll(files);
        if (!screen.Quiet)
            WriteSummary(screen, id, found, files.ConvertAll(f => f.Path), request.Settings.Overlay.BlurOutside);
        return found.Markers.IsEmpty ? ExitCode.NotAssessable : ExitCode.Done;
    }

    private static RunSettings WithMarkers(RunSettings settings, MarkerScoutResult found) => settings with
    {
        Tracking = settings.Tracking with
        {
            Markers = [.. found.Markers.Select(m => new MarkerRequest(m.Name!.Value, MarkerSpec.Parse(m.Spec)))],
        },
    };

    // A protocol may have been worked on by hand since: what differs stays.
    private static void WriteAll(List<(string Path, byte[] Content)> files)
    {
        foreach (var (path, content) in files)
        {
            if (Path.Exists(path) && (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content)))
                throw new InputException(InputFault.Settings, $"{path} is there already with another content and stays untouched: give another folder with -o");
        }

        var drafts = files.ConvertAll(f => (Draft: $"{f.Path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp", f.Path, f.Content));
        try
        {
            foreach (var (draft, path, content) in drafts)
            {
                if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                    Directory.CreateDirectory(folder);
                File.WriteAllBytes(draft, content);
            }

            drafts.ForEach(d => File.Move(d.Draft, d.Path, overwrite: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Settings, $"cannot write {files[0].Path}: {FileFault.Reason(e)}; give another folder with -o", e);
        }
        finally
        {
            drafts.ForEach(d => File.Delete(d.Draft));
        }
    }

    private static void WriteSummary(Screen screen, string id, MarkerScoutResult found, List<string> files, bool isBlurred)
    {
        screen.Output.Write($"{screen.Style.Bold(id)}  {found.Clip.WidthPixels} x {found.Clip.HeightPixels}\n");
        var numbered = found.OtherSpots.Select((spot, i) => (Label: $"unnamed spot {i + 1}", Spot: spot));
        foreach (var (label, spot) in found.Markers.Select(m => (m.Name!.Value.ToString(), m)).Concat(numbered))
        {
            screen.Output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"  {label,-16} {spot.Spec,-12} at {spot.Position.X:F1}, {spot.Position.Y:F1}, {spot.TimeSeconds:F2} s\n"));
        }

        TextSummary.WriteIssues(screen.Output, screen.Style, found.Issues.Select(IssueResult.From));
        screen.Output.Write($"\n  Files: {string.Join(", ", files)}\n");
        if (found.Markers.IsEmpty)
            screen.Output.Write($"  No markers. Read a point off the preview's grid{(isBlurred ? ", drawn without --blur-outside," : "")} and follow it: --site point --marker point=at:X,Y\n");
    }
}
