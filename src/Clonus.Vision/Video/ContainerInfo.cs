using System.Globalization;
using System.Text;
using System.Text.Json;
using Clonus.Motion;

namespace Clonus.Vision.Video;

/// <summary>What a file's container says of its first video stream, as FFmpeg reads it. Null is not said.</summary>
/// <param name="Format">FFmpeg's name of the container, such as "avi" or "mov,mp4,m4a,3gp,3g2,mj2".</param>
/// <param name="StartTimeSeconds">Where the stream begins; the decoder counts its positions from here.</param>
/// <param name="DurationSeconds">Of the stream where the container tells it, else of the whole file.</param>
/// <param name="FramesDeclared">In AVI its slots, of which some may be empty.</param>
/// <param name="AverageFps">Frames over duration; too high where an edit list hides frames.</param>
/// <param name="BaseFps">The lowest rate in which every time can be written.</param>
/// <param name="PixelAspect">Width of a stored pixel over its height.</param>
/// <param name="FirstField">Which rows of an interlaced frame are shown first: 0 those with even numbers, 1 the others; null is progressive.</param>
/// <param name="PixelFormat">By FFmpeg's name, such as "yuv420p".</param>
/// <param name="Transfer">How light became numbers, by FFmpeg's name, such as "bt709" or "smpte2084".</param>
/// <param name="CaptureFps">The rate at which the scene was filmed, from a tag.</param>
internal sealed record ContainerInfo(
    string Format,
    string? Codec,
    double StartTimeSeconds,
    double? DurationSeconds,
    double? AverageFps,
    double? BaseFps,
    int? FramesDeclared,
    double PixelAspect,
    Orientation Orientation,
    int? FirstField,
    string? PixelFormat,
    string? Transfer,
    double? CaptureFps)
{
    /// <summary>AVI stores no presentation times: its packets are counted in decoding order.</summary>
    public bool HasPresentationTimes => Format != "avi";

    /// <summary>Whether two rows of the stored picture have their colour from one row of colour differences, which the decoder simply repeats.</summary>
    public bool RowsShareColour => PixelFormat is "yuv420p" or "yuvj420p";

    /// <summary>Whether the container counts its frames one by one, so that fewer mean a file that was cut off.</summary>
    public bool CountsFrames => Format.StartsWith("mov,", StringComparison.Ordinal);
}

/// <summary>Asks ffprobe what a file is.</summary>
internal static class ContainerProbe
{
    private static readonly string[] Entries =
    [
        "-show_entries",
        "format=format_name,duration:format_tags:stream=codec_type,codec_name,start_time,duration,nb_frames,time_base,r_frame_rate,"
        + "avg_frame_rate,sample_aspect_ratio,field_order,pix_fmt,color_transfer:stream_disposition=attached_pic:stream_tags:stream_side_data=displaymatrix",
        "-of", "json",
    ];

    /// <param name="fullPath">As <see cref="VideoPath.Check"/> gives it.</param>
    /// <param name="path">As the user gave it.</param>
    /// <exception cref="InputException">The file holds no video, or ffprobe is not installed.</exception>
    public static ContainerInfo Probe(string fullPath, string path)
    {
        using var json = JsonDocument.Parse(MediaTool.Output("ffprobe", [.. Entries, "-protocol_whitelist", "file", "-i", fullPath]) is { Length: > 0 } text ? text : "{}");
        var format = json.RootElement.TryGetProperty("format", out var found) ? found : default;
        var name = Text(format, "format_name") ?? throw VideoPath.Unreadable(path, WhyNoFormat(fullPath));
        if (WhyNoVideo(name) is { } reason)
            throw VideoPath.Unreadable(path, reason);

        // OpenCV decodes the first video stream, and so must we.
        var streams = json.RootElement.TryGetProperty("streams", out var all) ? all.EnumerateArray().ToArray() : [];
        var videos = streams.Where(stream => Text(stream, "codec_type") == "video").ToArray();
        if (!videos.Any(video => !IsCover(video)))
            throw VideoPath.Unreadable(path, "it holds sound but no video; give the recording with pictures");
        if (IsCover(videos[0]))
            throw VideoPath.Unreadable(path, "a cover image comes before its video; put the video first (ffmpeg -i FILE -map 0:V:0 -c copy OUT.mp4)");
        return Describe(name, format, videos[0]);
    }

    private static string WhyNoFormat(string fullPath)
    {
        Span<byte> head = stackalloc byte[8];
        using var handle = File.OpenHandle(fullPath);
        return RandomAccess.Read(handle, head, 0) == head.Length && Encoding.ASCII.GetString(head[4..]) is "ftyp" or "moov" or "mdat"
            ? "the recording was cut off before its index was written; record again, or try a repair tool such as untrunc"
            : "FFmpeg knows no such format; give a video such as mp4, mov, mkv, avi, webm or ts";
    }

    private static string? WhyNoVideo(string format) => format switch
    {
        "image2" or "ico" => "it is a still image, not a video; give the recording itself",
        _ when format.EndsWith("_pipe", StringComparison.Ordinal) => "it is a still image, not a video; give the recording itself",
        "tty" => "it is a text, not a video; give a video such as mp4, mov, mkv, avi, webm or ts",
        "hls" or "concat" or "concatf" or "dash" or "sdp" => "it is a playlist, not a video; give the video file that it names",
        _ => null,
    };

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") == 1;

    private static ContainerInfo Describe(string name, JsonElement format, JsonElement stream)
    {
        var tags = Tags(stream).Concat(Tags(format)).ToArray();
        var frames = Number(stream, "nb_frames");

        // Of an AVI that was cut off, FFmpeg guesses the duration from its size; the header's count of slots is what was meant.
        var slots = name == "avi" ? frames * Ratio(Text(stream, "time_base"), '/') : null;
        return new ContainerInfo(
            name,
            Text(stream, "codec_name"),
            Number(stream, "start_time") ?? 0,
            slots ?? Number(stream, "duration") ?? Clock(Tag(tags, "DURATION")) ?? Number(format, "duration"),
            Ratio(Text(stream, "avg_frame_rate"), '/'),
            Ratio(Text(stream, "r_frame_rate"), '/'),
            (int?)frames,
            Ratio(Text(stream, "sample_aspect_ratio"), ':') ?? 1,
            Orientation.FromDisplayMatrix(DisplayMatrix(stream)),
            FirstField(Text(stream, "field_order")),
            Text(stream, "pix_fmt"),
            Text(stream, "color_transfer"),
            Parse(Tag(tags, "com.android.capture.fps")) is > 0 and var fps ? fps : null);
    }

    // The second letter tells which field is shown first: top or bottom.
    private static int? FirstField(string? order) => order switch
    {
        "tt" or "bt" => 0,
        "bb" or "tb" => 1,
        _ => null,
    };

    private static string? DisplayMatrix(JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out var list)
            ? list.EnumerateArray().Select(data => Text(data, "displaymatrix")).FirstOrDefault(matrix => matrix is not null)
            : null;

    private static IEnumerable<(string Name, string Value)> Tags(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("tags", out var tags)
            ? tags.EnumerateObject().Select(tag => (tag.Name, tag.Value.ToString()))
            : [];

    private static string? Tag(IEnumerable<(string Name, string Value)> tags, string name) =>
        tags.FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static double? Number(JsonElement element, string name) => Parse(Text(element, name));

    private static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>"30000/1001"; null for "0/0", which stands for unknown.</summary>
    private static double? Ratio(string? text, char by) =>
        text?.Split(by) is [var above, var below] && Parse(above) is > 0 and var a && Parse(below) is > 0 and var b ? a / b : null;

    /// <summary>"00:00:03.000000000", finer than a TimeSpan reads.</summary>
    private static double? Clock(string? text) =>
        text?.Split(':') is [var hours, var minutes, var seconds] && Parse(hours) is { } h && Parse(minutes) is { } m && Parse(seconds) is { } s
            ? (h * 3600) + (m * 60) + s
            : null;
}
