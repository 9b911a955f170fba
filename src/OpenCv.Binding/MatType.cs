namespace OpenCvSharp;

/// <summary>What one element of a matrix is: the number type (depth) and how many of it (channels).</summary>
public readonly struct MatType(int value) : IEquatable<MatType>, IEquatable<int>
{
    public const int CV_8U = 0;
    public const int CV_8S = 1;
    public const int CV_16U = 2;
    public const int CV_16S = 3;
    public const int CV_32S = 4;
    public const int CV_32F = 5;
    public const int CV_64F = 6;

    public static readonly MatType CV_8UC1 = MakeType(CV_8U, 1);
    public static readonly MatType CV_8UC3 = MakeType(CV_8U, 3);
    public static readonly MatType CV_16UC1 = MakeType(CV_16U, 1);
    public static readonly MatType CV_16SC1 = MakeType(CV_16S, 1);
    public static readonly MatType CV_32SC1 = MakeType(CV_32S, 1);
    public static readonly MatType CV_32FC1 = MakeType(CV_32F, 1);
    public static readonly MatType CV_64FC1 = MakeType(CV_64F, 1);

    private const int DepthBits = 3;
    private const int DepthMask = (1 << DepthBits) - 1;
    private const int MaxChannels = 512;

    public int Value { get; } = value;

    public int Depth => Value & DepthMask;

    public int Channels => ((Value >> DepthBits) & (MaxChannels - 1)) + 1;

    public static MatType MakeType(int depth, int channels)
    {
        if (depth is < 0 or > DepthMask)
            throw new OpenCvSharpException($"a depth is 0 to {DepthMask}, got {depth}");
        if (channels is < 1 or > MaxChannels)
            throw new OpenCvSharpException($"a matrix has 1 to {MaxChannels} channels, got {channels}");
        return new MatType(depth | ((channels - 1) << DepthBits));
    }

    public static implicit operator MatType(int value) => new(value);

    public bool Equals(MatType other) => Value == other.Value;

    public bool Equals(int other) => Value == other;

    public override bool Equals(object? obj) => obj is MatType other ? Equals(other) : obj is int number && Equals(number);

    public override int GetHashCode() => Value;

    public override string ToString()
    {
        string[] depths = ["CV_8U", "CV_8S", "CV_16U", "CV_16S", "CV_32S", "CV_32F", "CV_64F", "CV_USRTYPE1"];
        return $"{depths[Depth]}C{Channels}";
    }
}
