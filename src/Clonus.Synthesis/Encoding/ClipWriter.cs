using System.Globalization;
using Clonus.Media;
using Clonus.Motion;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Recordings;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Encoding;

/// <summary>What was written.</summary>
public sealed record WrittenClip<TTruth>(string VideoPath, string TruthPath, string ProtocolPath, TTruth Truth);

/// <summary>Renders a scene to a video file, its truth and the protocol that names its markers. All three appear together or not at all.</summary>
public static class ClipWriter
{
    /// <param name="path">Its extension decides the container.</param>
    /// <exception cref="InputException">A setting lies outside its limits, the folder cannot be written to, or ffmpeg is missing.</exception>
    public static WrittenClip<ClipTruth> Write(StretchScene scene, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var format = VideoFormat.Of(path, scene.Encoding, scene.Camera);
        var script = StretchScript.Of(scene, TimeBaseOf(format, scene.Camera));
        var truth = ClipTruth.Of(script);
        var film = new Film(scene.Camera, scene.Encoding, scene.Seed, script.Clock, () => new StretchRenderer(script).Draw);
        return Write(film, format, path, truth, TruthFile.Write(truth), ProtocolFile.Write(truth), progress, cancel);
    }

    /// <inheritdoc cref="Write(StretchScene, string, IProgress{double}?, CancellationToken)"/>
    public static WrittenClip<WalkTruth> Write(WalkScene scene, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var format = VideoFormat.Of(path, scene.Encoding, scene.Camera);
        var script = WalkScript.Of(scene, TimeBaseOf(format, scene.Camera));
        return Write(script, WalkTruth.Of(script), format, path, progress, cancel);
    }

    /// <inheritdoc cref="Write(StretchScene, string, IProgress{double}?, CancellationToken)"/>
    /// <param name="scene">How the walk is filmed; its motion is the recording's.</param>
    public static WrittenClip<WalkTruth> Write(WalkScene scene, WalkRecording recording, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var format = VideoFormat.Of(path, scene.Encoding, scene.Camera);
        var script = RecordedScript.Of(scene, recording, TimeBaseOf(format, scene.Camera));
        return Write(script, RecordedTruth.Of(script), format, path, progress, cancel);
    }

    private static WrittenClip<WalkTruth> Write(FilmedWalk script, WalkTruth truth, VideoFormat format, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var scene = script.Scene;
        var film = new Film(scene.Camera, scene.Encoding, scene.Seed, script.Clock, () => new WalkRenderer(script).Draw);
        return Write(film, format, path, truth, TruthFile.Write(truth), ProtocolFile.Write(truth), progress, cancel);
    }

    private static TimeBase TimeBaseOf(VideoFormat format, StretchCamera camera) =>
        format.Container.TimeBase ?? new TimeBase(camera.Rate.Denominator, camera.Rate.Numerator);

    private static WrittenClip<TTruth> Write<TTruth>(
        Film film, VideoFormat format, string path, TTruth truth, string truthText, string protocolText, IProgress<double>? progress, CancellationToken cancel)
    {
        string[] targets = [path, Path.ChangeExtension(path, ".truth.json"), Path.ChangeExtension(path, ".protocol.yaml")];
        string[] drafts = [.. targets.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.tmp"))];
        try
        {
            Claim(path, drafts);
            Render(film, format, drafts[0], progress, cancel);
            File.WriteAllText(drafts[1], truthText);
            File.WriteAllText(drafts[2], protocolText);
            foreach (var (draft, target) in drafts.Zip(targets))
            {
                File.Move(draft, target, overwrite: true);
            }
        }
        finally
        {
            Array.ForEach([.. drafts.Where(File.Exists)], File.Delete);
        }

        return new WrittenClip<TTruth>(targets[0], targets[1], targets[2], truth);
    }

    private static void Render(Film film, VideoFormat format, string path, IProgress<double>? progress, CancellationToken cancel)
    {
        var clock = film.Clock;
        var draw = film.Renderer();
        var first = draw(0);
        var planes = new PixelPlanes(first.Picture, film.Encoding.RotationDegrees, film.Camera);
        var sensor = new Sensor(film.Camera, planes.Luma.Length * 3 / 2, film.Seed);
        using var encoder = new FfmpegEncoder(
            path, planes.Width, planes.Height, clock.TimeBase, format.Arguments(film.Encoding, clock.TimeBase, planes.IsHighDefinition));
        for (var frame = 0; frame < clock.FrameCount; frame++)
        {
            cancel.ThrowIfCancellationRequested();
            var drawn = frame == 0 ? first : draw(frame);
            planes.Update(drawn.Picture, drawn.Changed);
            encoder.Write(sensor.Read(planes, clock.TimeSeconds(frame)), clock.Ticks[frame]);
            progress?.Report((frame + 1.0) / clock.FrameCount);
        }

        encoder.Finish();
        if (format.Container.CarriesRotation)
        {
            DisplayMatrix.Write(path, film.Encoding.RotationDegrees, planes.Width, planes.Height);
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

    /// <summary>What the encoder needs to know of a scene.</summary>
    /// <param name="Renderer">Gives what draws a frame; the frames are asked for in order.</param>
    private sealed record Film(StretchCamera Camera, EncodingSettings Encoding, long Seed, FrameClock Clock, Func<Func<int, RenderedFrame>> Renderer);
}
