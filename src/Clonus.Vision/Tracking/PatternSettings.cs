namespace Clonus.Vision.Tracking;

/// <summary>How a printed pattern, a quadrant target or a tag, is laid over the picture.</summary>
public sealed record PatternSettings
{
    public int MaxIterations { get; init; } = 16;

    /// <summary>Change from one round to the next at which it is done.</summary>
    public double SettledPixels { get; init; } = 0.01;

    /// <summary>What a change of the blur counts beside one of the place.</summary>
    public double BlurWeight { get; init; } = 0.1;

    /// <summary>A fit whose place still changes by more than this has found none.</summary>
    public double MaxUnsettledPixels { get; init; } = 0.1;

    /// <summary>A quadrant target is laid over at least so much of the picture: of a smaller one the rim is taken along.</summary>
    public double MinRadiusPixels { get; init; } = 3.8;

    /// <summary>Fewer pixels have no pattern.</summary>
    public int MinPixels { get; init; } = 9;

    /// <summary>Samples across a pattern that its place is measured from; every pixel of a small one.</summary>
    public int SamplesAcross { get; init; } = 40;

    /// <summary>Grey levels by which the first guess may be wrong.</summary>
    public double FirstNoise { get; init; } = 10;

    /// <summary>Grey levels of noise that any camera has.</summary>
    public double NoiseFloor { get; init; } = 1;

    /// <summary>How far the shape may differ from where the fit begins, as a share of the side.</summary>
    public double ShapeSpread { get; init; } = 0.1;

    /// <summary>How much nearer one end of a marker is than its middle, as a share of its distance: 50 mm, tilted, at one metre.</summary>
    public double TiltSpread { get; init; } = 0.02;

    /// <summary>How much the blur may change in one round.</summary>
    public double BlurSpreadPixels { get; init; } = 1.5;

    public double MinBlurPixels { get; init; } = 0.35;

    public double MaxBlurPixels { get; init; } = 12;

    public double MaxGrowthPixels { get; init; } = 2;

    /// <summary>Blur with which the first fit begins: optics, the pixel's own width, compression.</summary>
    public double FirstBlurPixels { get; init; } = 0.8;

    /// <summary>A fit that ends farther from its start than this share of the side has run away.</summary>
    public double MaxShiftRatio { get; init; } = 0.3;

    /// <summary>How far around the expected place a known quadrant target is first looked for, in its radii: its quarters change places beyond.</summary>
    public double SearchRatio { get; init; } = 0.5;

    /// <summary>Samples across a target in that search, and steps to a radius; even, so that none lies on its lines.</summary>
    public double SearchStepsAcross { get; init; } = 8;

    /// <summary>Step in the pattern's coordinates at which its two levels are first read.</summary>
    public double GuessStep { get; init; } = 0.2;

    /// <summary>Places at most that are taken for the crossing of a target in one picture, the clearest first; texture has hundreds.</summary>
    public int MaxSeeds { get; init; } = 120;

    /// <summary>
    /// Blur that the sharper of a new target's edges has at most, in pixels or as a share of the radius that it was found with: what is
    /// printed is as sharp as the camera, where the saddles of a texture have no edges at all.
    /// </summary>
    public double SharpPixels { get; init; } = 1.5;

    public double SharpRatio { get; init; } = 0.4;

    /// <summary>Share of the variance that the pattern must explain: beside it blur and noise, but nothing that covers it.</summary>
    public double MinAgreement { get; init; } = 0.8;

    /// <summary>
    /// Share of the changes about a quadrant target's crossing that its second harmonic has: 0.8 where the lines cross at right angles, 0.5
    /// where they cross at 42 degrees, 0.3 at the corner of a square.
    /// </summary>
    public double MinHarmonicShare { get; init; } = 0.45;

    /// <summary>Two targets lie farther apart than this share of their mean diameter; less than 1, as they may touch and their rims are known roughly.</summary>
    public double OverlapRatio { get; init; } = 0.9;

    /// <summary>Grey levels from black to white.</summary>
    public double MinContrast { get; init; } = 18;

    /// <summary>Least sine of the angle at which a quadrant target's two lines cross: seen more obliquely it is none.</summary>
    public double MinCrossing { get; init; } = 0.4;

    /// <summary>A centre is right when it lies within this share of the diameter, or <see cref="RightPixels"/>, of the true one.</summary>
    public double RightRatio { get; init; } = 0.05;

    public double RightPixels { get; init; } = 0.5;

    public double LeastConfidence { get; init; } = 0.05;

    /// <summary>From doubtful to sure, in agreement.</summary>
    public Ramp GoodAgreement { get; init; } = new(0.6, 0.9);

    /// <summary>From a corner of the furniture, or of two things that meet, to a printed target, in agreement.</summary>
    public Ramp ClearAgreement { get; init; } = new(0.8, 0.97);

    /// <summary>A quadrant target that nobody asked for is followed from this quality on.</summary>
    public double MinUnaskedQuality { get; init; } = 0.8;

    /// <summary>And if so many are about alike in size: knee, ankle and foot.</summary>
    public int MinUnasked { get; init; } = 3;
}
