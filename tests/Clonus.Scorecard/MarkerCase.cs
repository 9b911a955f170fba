using System.Globalization;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>How a marker's clip is filmed and stored. Each but the first departs from it in one thing.</summary>
internal enum Filming
{
    /// <summary>H.264 at crf 18, no noise, 1/250 s.</summary>
    Clean,

    /// <summary>Sensor noise of 5 levels.</summary>
    Noise,

    /// <summary>H.264 at crf 28.</summary>
    Crf28,

    /// <summary>Every frame is smeared by the marker's own width, after a rest in which it is seen sharp and which is not counted.</summary>
    Blur,

    /// <summary>The same without the rest: the marker is never seen sharp.</summary>
    OnlyBlur,

    /// <summary>Noise of 5 levels and nothing lost in storing: where a bound is known by theory.</summary>
    Lossless,
}

/// <summary>One line of the marker scorecard: what is filmed and how.</summary>
internal sealed record MarkerCase(StickerColour Marker, double DiameterPixels, Filming Filming)
{
    // Markers this large need a larger picture; a clip is no larger than it must be.
    private const int LeastWidth = 160;
    private const double WidthDiameters = 6;
    private const double BlurWidthDiameters = 8;
    private const double CircleDiameters = 2.2;

    private const int CountedFrames = 60;
    private const int RestFrames = 12;

    public Backdrop Backdrop { get; init; } = Backdrop.Skin;

    public SkinTone Skin { get; init; } = SkinTone.II;

    public double AxisRatio { get; init; } = 1;

    public double LightFall { get; init; } = 0.15;

    /// <summary>Path of a recording whose picture is seen behind the marker.</summary>
    public string? Recording { get; init; }

    private bool IsSmeared => Filming is Filming.Blur or Filming.OnlyBlur;

    /// <summary>The first frame that counts.</summary>
    public int FirstFrame => Filming == Filming.Blur ? RestFrames + 1 : 0;

    public (int Width, int Height) Size
    {
        get
        {
            var width = Math.Max(LeastWidth, (IsSmeared ? BlurWidthDiameters : WidthDiameters) * DiameterPixels);
            return ((int)Math.Ceiling(width / 16) * 16, (int)Math.Ceiling(width * (IsSmeared ? 1 : 0.75) / 16) * 16);
        }
    }

    public MarkerScene Scene(long seed)
    {
        var (width, height) = Size;
        var rate = new FrameRate(30, 1);
        var middle = new ImagePoint((width - 1) / 2.0, (height - 1) / 2.0);
        var reach = Math.Max(0.5 * DiameterPixels, 12);
        return new MarkerScene
        {
            Marker = Marker,
            DiameterPixels = DiameterPixels,
            AxisRatio = AxisRatio,
            RollDegrees = 17 * (seed % 7),
            Backdrop = Backdrop,
            Skin = Skin,
            LightFall = LightFall,
            Path = IsSmeared
                ? MarkerPath.Circle(middle, CircleDiameters * DiameterPixels, DiameterPixels * rate.Hz, seed) with { StartSeconds = Filming == Filming.Blur ? RestFrames / rate.Hz : 0 }
                : MarkerPath.Wander(middle, reach, seed),
            Frames = FirstFrame + CountedFrames,
            Camera = new StretchCamera
            {
                Rate = rate,
                WidthPixels = width,
                HeightPixels = height,
                ShutterSeconds = IsSmeared ? 1 / rate.Hz : 1.0 / 250,
                NoiseSigma = Filming is Filming.Noise or Filming.Lossless ? 5 : 0,
            },
            Encoding = new EncodingSettings { Crf = Filming switch { Filming.Crf28 => 28, Filming.Lossless => 0, _ => 18 } },
            Seed = seed,
        };
    }

    public string Spec => Marker == StickerColour.Aruco ? new FiducialTag(TagFamily.Dict4x4, 0).Spec : Marker.ToString().ToLowerInvariant();

    /// <summary>What is asked for with --part.</summary>
    public override string ToString()
    {
        var words = new List<string> { Spec, string.Create(CultureInfo.InvariantCulture, $"{DiameterPixels}px"), Filming.ToString().ToLowerInvariant(), Backdrop.ToString().ToLowerInvariant() };
        if (Recording is null && Backdrop is Backdrop.Skin or Backdrop.Limb)
        {
            words.Add(Skin.ToString());
        }

        if (AxisRatio != 1)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"ellipse {AxisRatio}"));
        }

        if (Recording is not null)
        {
            words[3] = Path.GetFileNameWithoutExtension(Recording);
        }

        return string.Join(' ', words);
    }
}
