using System.Globalization;
using System.Text;
using Clonus.Motion;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>What was written.</summary>
public sealed record WrittenClip(string VideoPath, string TruthPath, string ProtocolPath, ClipTruth Truth);

/// <summary>Renders a scene to a video file, its truth and the protocol that names its markers. All three appear together or not at all.</summary>
public static class ClipWriter
{
    /// <param name="path">Its extension decides the container.</param>
    /// <exception cref="InputException">A setting lies outside its limits, the folder cannot be written to, or ffmpeg is missing.</exception>
    public static WrittenClip Write(StretchScene scene, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var format = VideoFormat.Of(path, scene);
        var rate = scene.Camera.Rate;
        var script = StretchScript.Of(scene, format.Container.TimeBase ?? new TimeBase(rate.Denominator, rate.Numerator));
        var truth = ClipTruth.Of(script);
        string[] targets = [path, Path.ChangeExtension(path, ".truth.json"), Path.ChangeExtension(path, ".protocol.yaml")];
        string[] drafts = [.. targets.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.tmp"))];
        try
        {
            Claim(path, drafts);
            Render(script, format, drafts[0], progress, cancel);
            File.WriteAllText(drafts[1], TruthFile.Write(truth));
            File.WriteAllText(drafts[2], Protocol(truth));
            foreach (var (draft, target) in drafts.Zip(targets))
            {
                File.Move(draft, target, overwrite: true);
            }
        }
        finally
        {
            Array.ForEach([.. drafts.Where(File.Exists)], File.Delete);
        }

        return new WrittenClip(targets[0], targets[1], targets[2], truth);
    }

    private static void Render(StretchScript script, VideoFormat format, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var (scene, clock) = (script.Scene, script.Clock);
        var renderer = new StretchRenderer(script);
        var first = renderer.Draw(0);
        var planes = new PixelPlanes(first.Picture, scene.Encoding.RotationDegrees, scene.Camera.Brightness);
        var sensor = new Sensor(scene.Camera, planes.Luma.Length * 3 / 2, scene.Seed);
        using var encoder = new FfmpegEncoder(path, format, scene.Encoding, clock.TimeBase, planes);
        for (var frame = 0; frame < clock.FrameCount; frame++)
        {
            cancel.ThrowIfCancellationRequested();
            var drawn = frame == 0 ? first : renderer.Draw(frame);
            planes.Update(drawn.Picture, drawn.Changed);
            encoder.Write(sensor.Read(planes, clock.TimeSeconds(frame)), clock.Ticks[frame]);
            progress?.Report((frame + 1.0) / clock.FrameCount);
        }

        encoder.Finish();
        if (format.Container.CarriesRotation)
        {
            DisplayMatrix.Write(path, scene.Encoding.RotationDegrees, planes.Width, planes.Height);
        }
    }

    // Before minutes of drawing: can the folder be written to?
    private static void Claim(string path, string[] drafts)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(InputFault.Settings, $"-o {path}: that is a folder; name a file in it");
        }

        try
        {
            Array.ForEach(drafts, draft => File.WriteAllBytes(draft, []));
        }
        catch (DirectoryNotFoundException e)
        {
            throw new InputException(InputFault.Settings, $"-o {path}: its folder does not exist", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException(InputFault.Settings, $"-o {path}: no permission to write in its folder", e);
        }
        catch (IOException e)
        {
            throw new InputException(InputFault.Settings, $"-o {path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>The protocol that analyze, track and detect understand: clonus.protocol/1.</summary>
    private static string Protocol(ClipTruth truth)
    {
        var text = new StringBuilder("schema: clonus.protocol/1\nsite: ankle\n");
        text.Append(CultureInfo.InvariantCulture, $"side: {truth.Side.ToString().ToLowerInvariant()}\n");
        if (truth.Settings.Camera.Mirror)
        {
            text.Append("mirror: true\n");
        }

        if (!truth.Markers.IsEmpty)
        {
            text.Append("markers:\n");
        }

        foreach (var marker in truth.Markers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {marker.Name}: {marker.Colour}\n");
        }

        return text.ToString();
    }
}
