using System.CommandLine;
using Clonus.Motion;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>The options of synth that say how a scene is filmed and stored: the same for every kind of scene but for what is usual.</summary>
internal sealed class FilmOptions(StretchCamera usual)
{
    public static readonly Option<string> Output =
        new("--output", "-o") { HelpName = "FILE", Required = true, Description = "Video to write: .mp4, .mov, .mkv, .webm, .avi or .ts; truth.json and protocol.yaml are written beside it" };

    private readonly Option<FrameRate?> _fps = SceneOption.Valued("--fps", "HZ", "Frames a second: 30, 29.97, 30000/1001 [30]", SceneText.Rate, "a number or a fraction");
    private readonly Option<bool> _vfr = new("--vfr") { Description = "Uneven frame times and dropped frames, as phones write" };
    private readonly Option<(int Width, int Height)?> _size = SceneOption.Valued("--size", "WxH", $"Upright picture [{usual.WidthPixels}x{usual.HeightPixels}]", SceneText.Size, "WIDTHxHEIGHT, such as 1920x1080");
    private readonly Option<double?> _duration = SceneOption.Numbered("--duration", "S", "Length of the clip [until it is over]");
    private readonly Option<double?> _shutter = SceneOption.Valued("--shutter", "S", "Exposure of a frame, such as 1/100; 0 is an instant [1/250]", SceneText.Seconds, "seconds, such as 0.004 or 1/250");
    private readonly Option<double?> _noise = SceneOption.Numbered("--noise", "SIGMA", FormattableString.Invariant($"Sensor noise in levels of 8 bits [{usual.NoiseSigma}]"));
    private readonly Option<CameraShake?> _shake = SceneOption.Valued("--shake", "PX@HZ", "The camera shakes" + UsualWave(usual.Shake?.Pixels, usual.Shake?.FrequencyHz), SceneText.Shake, "PIXELS@HZ, such as 3@2");
    private readonly Option<double?> _shakeRoll = SceneOption.Numbered("--shake-roll", "DEG", "How far the shake turns the picture [0]");
    private readonly Option<double?> _shakeZoom = SceneOption.Numbered("--shake-zoom", "PERCENT", "How much it makes it larger and smaller [0]");
    private readonly Option<double?> _handHeld = SceneOption.Numbered("--hand-held", "PX", "The camera wanders in a hand, at many rates, with roll and zoom: root mean square [0]");
    private readonly Option<CameraPan?> _pan = SceneOption.Valued("--pan", "PX@START:END", "The camera turns aside from rest to rest; the picture moves by PX", SceneText.Pan, "PIXELS@START:END in seconds, such as 120@1:3");
    private readonly Option<Flicker?> _flicker = SceneOption.Valued("--flicker", "PERCENT@HZ", "The light pulses" + UsualWave(usual.Flicker?.Percent, usual.Flicker?.FrequencyHz), SceneText.Flicker, "PERCENT@HZ, such as 10@100");
    private readonly Option<ExposureStep[]> _exposure = SceneOption.Repeated("--exposure", "FACTOR@S", "From then on the camera exposes by this factor of the start", SceneText.Exposure, "FACTOR@SECONDS, such as 0.7@2.5");
    private readonly Option<LightColour?> _light = SceneOption.Chosen<LightColour>("--light", "Colour of the lamps [neutral]");
    private readonly Option<double?> _brightness = SceneOption.Numbered("--brightness", "FACTOR", FormattableString.Invariant($"Factor on the light [{usual.Brightness}]"));
    private readonly Option<string?> _background = new("--background") { HelpName = "PICTURE", Description = "A picture file in place of the drawn room, such as a frame of a recording" };
    private readonly Option<bool> _mirror = new("--mirror") { Description = "The picture is a mirror image" };
    private readonly Option<int?> _rotate = SceneOption.Valued("--rotate", "DEG", "Stored turned, with the tag that turns it upright: 0, 90, 180, 270 [0]", SceneText.Whole, "0, 90, 180 or 270");
    private readonly Option<string?> _codec = new("--codec") { HelpName = "NAME", Description = "h264, hevc, vp9, mpeg4 or mjpeg [the container's usual one]" };
    private readonly Option<int?> _crf = SceneOption.Valued("--crf", "N", "Constant quality as the codec counts it [h264 23]", SceneText.Whole, "a whole number");
    private readonly Option<double?> _bitrate = SceneOption.Numbered("--bitrate", "MBIT_PER_S", "Mean bit rate, instead of --crf");
    private readonly Option<long?> _seed = SceneOption.Valued("--seed", "N", "Of all that is random [1]", SceneText.Seed, "a whole number");

    public Option[] All =>
    [
        _fps, _vfr, _size, _duration, _shutter, _noise, _shake, _shakeRoll, _shakeZoom, _handHeld, _pan, _flicker, _exposure, _light, _brightness, _background, _mirror, _rotate, _codec,
        _crf, _bitrate, _seed,
    ];

    public StretchCamera Camera(ParseResult parsed)
    {
        var (width, height) = parsed.GetValue(_size) ?? (usual.WidthPixels, usual.HeightPixels);
        return new StretchCamera
        {
            Rate = parsed.GetValue(_fps) ?? usual.Rate,
            VariableFrameRate = parsed.GetValue(_vfr),
            WidthPixels = width,
            HeightPixels = height,
            DurationSeconds = parsed.GetValue(_duration),
            ShutterSeconds = parsed.GetValue(_shutter) ?? usual.ShutterSeconds,
            NoiseSigma = parsed.GetValue(_noise) ?? usual.NoiseSigma,
            Shake = ShakeOf(parsed),
            HandHeldPixels = parsed.GetValue(_handHeld) ?? usual.HandHeldPixels,
            Pan = parsed.GetValue(_pan),
            Flicker = parsed.GetValue(_flicker) ?? usual.Flicker,
            ExposureSteps = [.. parsed.GetValue(_exposure) ?? []],
            Light = parsed.GetValue(_light) ?? usual.Light,
            Brightness = parsed.GetValue(_brightness) ?? usual.Brightness,
            Background = parsed.GetValue(_background),
            Mirror = parsed.GetValue(_mirror),
        };
    }

    public EncodingSettings Encoding(ParseResult parsed) => new()
    {
        Codec = parsed.GetValue(_codec),
        Crf = parsed.GetValue(_crf),
        MegabitsPerSecond = parsed.GetValue(_bitrate),
        RotationDegrees = parsed.GetValue(_rotate) ?? 0,
    };

    public long SeedOf(ParseResult parsed) => parsed.GetValue(_seed) ?? 1;

    private CameraShake? ShakeOf(ParseResult parsed)
    {
        var (roll, zoom) = (parsed.GetValue(_shakeRoll), parsed.GetValue(_shakeZoom));
        var shake = parsed.GetValue(_shake) ?? usual.Shake;
        return shake is null && (roll ?? zoom) is not null
            ? throw new InputException(InputFault.Settings, "--shake-roll and --shake-zoom: they need --shake PX@HZ, which gives the rate")
            : shake is null ? null : shake with { RollDegrees = roll ?? 0, ZoomPercent = zoom ?? 0 };
    }

    private static string UsualWave(double? size, double? hertz) => size is null ? "" : FormattableString.Invariant($" [{size}@{hertz}]");
}
