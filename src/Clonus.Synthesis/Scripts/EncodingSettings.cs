namespace Clonus.Synthesis.Scripts;

/// <summary>What becomes of the frames: container by the file's extension, codec, quality and how the picture is stored.</summary>
public sealed record EncodingSettings
{
    /// <summary>h264, hevc, vp9, mpeg4 or mjpeg; null takes the container's usual one.</summary>
    public string? Codec { get; init; }

    /// <summary>Constant quality as the codec counts it; null takes the codec's usual value.</summary>
    public int? Crf { get; init; }

    /// <summary>Mean bit rate, instead of a constant quality.</summary>
    public double? MegabitsPerSecond { get; init; }

    /// <summary>Clockwise turn that shows the stored picture upright; the file carries it as a display matrix.</summary>
    public int RotationDegrees { get; init; }
}
