using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>Renders a marker's clip to a video file.</summary>
public static class MarkerClipWriter
{
    /// <param name="path">Its extension decides the container.</param>
    /// <param name="behind">A picture in linear light that is seen instead of the scene's backdrop.</param>
    /// <returns>The script that was drawn; its <see cref="MarkerScript.Truth"/> is where the marker is in each frame.</returns>
    /// <exception cref="Clonus.Motion.InputException">The container, codec or quality is not to be had, or ffmpeg is missing.</exception>
    public static MarkerScript Write(MarkerScene scene, string path, Picture? behind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var format = VideoFormat.Of(path, scene.Encoding, scene.Camera);
        var rate = scene.Camera.Rate;
        var script = MarkerScript.Of(scene, format.Container.TimeBase ?? new TimeBase(rate.Denominator, rate.Numerator));
        var renderer = new MarkerRenderer(script, behind);
        var first = renderer.Draw(0);
        var planes = new PixelPlanes(first, scene.Encoding.RotationDegrees, scene.Camera);
        var sensor = new Sensor(scene.Camera, planes.Luma.Length * 3 / 2, scene.Seed);
        using var encoder = new FfmpegEncoder(
            path, planes.Width, planes.Height, script.Clock.TimeBase, format.Arguments(scene.Encoding, script.Clock.TimeBase, planes.IsHighDefinition));
        for (var frame = 0; frame < script.Clock.FrameCount; frame++)
        {
            cancel.ThrowIfCancellationRequested();
            planes.Update(frame == 0 ? first : renderer.Draw(frame), first.Box);
            encoder.Write(sensor.Read(planes, script.Clock.TimeSeconds(frame)), script.Clock.Ticks[frame]);
        }

        encoder.Finish();
        return script;
    }
}
