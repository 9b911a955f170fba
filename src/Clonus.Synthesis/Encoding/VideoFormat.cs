using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clonus.Media;
using Clonus.Motion;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Encoding;

/// <summary>A container that a clip can be written to.</summary>
/// <param name="TimeBase">The unit in which it stores times; null is one frame, for containers that know only even frame rates.</param>
/// <param name="CarriesRotation">Whether it has a place for a display matrix.</param>
internal sealed record Container(string Extension, string Muxer, TimeBase? TimeBase, bool CarriesRotation, ImmutableArray<string> Codecs);

/// <summary>An encoder's name and arguments at a given quality.</summary>
internal sealed record Encoder(string Codec, string Name, int UsualQuality, int WorstQuality, Func<int, string> Quality, string Arguments);

/// <summary>A container and an encoder that go together.</summary>
internal sealed record VideoFormat(Container Container, Encoder Encoder)
{
    private static readonly ImmutableArray<Container> Containers =
    [
        new(".mp4", "mp4", TimeBase.Default, true, ["h264", "hevc", "mpeg4", "vp9"]),
        new(".mov", "mov", TimeBase.Default, true, ["h264", "hevc", "mpeg4", "mjpeg"]),
        new(".mkv", "matroska", new TimeBase(1, 1000), false, ["h264", "hevc", "vp9", "mpeg4", "mjpeg"]),
        new(".webm", "webm", new TimeBase(1, 1000), false, ["vp9"]),
        new(".avi", "avi", null, false, ["mpeg4", "mjpeg", "h264"]),
        new(".ts", "mpegts", new TimeBase(1, 90000), false, ["h264", "hevc"]),
    ];

    // Every encoder gives equal bytes for equal input with these: the number of threads is fixed and none races another.
    private static readonly ImmutableArray<Encoder> Encoders =
    [
        new("h264", "libx264", 23, 51, q => $"-crf {q}", "-preset veryfast -threads 2"),
        new("hevc", "libx265", 26, 51, q => $"-crf {q}", "-preset fast -tag:v hvc1 -x265-params pools=1:frame-threads=1:log-level=none"),
        new("vp9", "libvpx-vp9", 31, 63, q => $"-crf {q} -b:v 0", "-deadline good -cpu-used 5 -threads 1"),
        new("mpeg4", "mpeg4", 4, 31, q => $"-q:v {q}", "-threads 1"),
        new("mjpeg", "mjpeg", 4, 31, q => $"-q:v {q}", "-threads 1"),
    ];

    /// <exception cref="InputException">No such container or codec, or they do not go together; the message says what does.</exception>
    public static VideoFormat Of(string path, EncodingSettings settings, StretchCamera camera)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var container = Containers.FirstOrDefault(c => c.Extension == extension)
            ?? throw Wrong($"-o {path}: the extension must be one of {string.Join(", ", Containers.Select(c => c.Extension))}");
        var codec = settings.Codec ?? container.Codecs[0];
        if (!container.Codecs.Contains(codec))
        {
            throw Wrong($"--codec {codec} in {extension}: allowed are {string.Join(", ", container.Codecs)}");
        }

        var encoder = Encoders.Single(e => e.Codec == codec);
        Check(settings, camera, container, encoder);
        return new VideoFormat(container, encoder);
    }

    /// <summary>What ffmpeg is to do with the frames.</summary>
    /// <param name="highDefinition">Whether the colours are those of BT.709.</param>
    public IEnumerable<string> Arguments(EncodingSettings settings, TimeBase timeBase, bool highDefinition)
    {
        var colour = highDefinition ? "bt709" : "smpte170m";
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"-c:v {Encoder.Name} {QualityArguments(settings)} {Encoder.Arguments}")
            .Append(CultureInfo.InvariantCulture, $" -pix_fmt {(Encoder.Codec == "mjpeg" ? "yuvj420p" : "yuv420p")}")
            .Append(CultureInfo.InvariantCulture, $" -colorspace {colour} -color_primaries {colour} -color_trc {colour} -chroma_sample_location center");
        if (Container.CarriesRotation)
        {
            text.Append(CultureInfo.InvariantCulture, $" -video_track_timescale {timeBase.Denominator}");
        }

        return text.Append(CultureInfo.InvariantCulture, $" -f {Container.Muxer}").ToString().Split(' ');
    }

    private string QualityArguments(EncodingSettings settings) =>
        settings.MegabitsPerSecond is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"-b:v {rate * 1000:0}k")
            : Encoder.Quality(settings.Crf ?? Encoder.UsualQuality);

    private static void Check(EncodingSettings settings, StretchCamera camera, Container container, Encoder encoder)
    {
        if (settings.RotationDegrees is not (0 or 90 or 180 or 270))
        {
            throw Wrong(Invariant($"--rotate {settings.RotationDegrees}: allowed are 0, 90, 180 and 270"));
        }

        if (settings.RotationDegrees != 0 && !container.CarriesRotation)
        {
            throw Wrong(Invariant($"--rotate {settings.RotationDegrees} in {container.Extension}: only .mp4 and .mov carry a rotation"));
        }

        if (camera.VariableFrameRate && container.TimeBase is null)
        {
            throw Wrong($"--vfr in {container.Extension}: it knows even frame rates only; write .mp4, .mov, .mkv, .webm or .ts");
        }

        if (settings.Crf is { } crf && (crf < 0 || crf > encoder.WorstQuality))
        {
            throw Wrong(Invariant($"--crf {crf} for {encoder.Codec}: allowed is 0 to {encoder.WorstQuality}"));
        }

        if (settings.MegabitsPerSecond is { } rate && !(rate is >= 0.05 and <= 200))
        {
            throw Wrong(Invariant($"--bitrate {rate}: allowed is 0.05 to 200 Mbit/s"));
        }

        if (settings is { Crf: not null, MegabitsPerSecond: not null })
        {
            throw Wrong("--crf and --bitrate: give one of them");
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static InputException Wrong(string message) => new(InputFault.Settings, message);
}
