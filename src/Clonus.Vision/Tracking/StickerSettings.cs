namespace Clonus.Vision.Tracking;

/// <summary>What counts as a sticker in one picture. Colour distances are in 8-bit steps of luma and chroma.</summary>
public sealed record StickerSettings
{
    /// <summary>Measured at half contrast, which blur moves inward: a sticker of 5 pixels passes.</summary>
    public double MinDiameterPixels { get; init; } = 4;

    public double MaxDiameterPixels { get; init; } = 100;

    /// <summary>The same for markers told by their brightness, which video stores at full resolution.</summary>
    public double MinToneDiameterPixels { get; init; } = 2.5;

    /// <summary>Least value (the brightest of red, green and blue) of a bright marker's inside.</summary>
    public double MinBrightValuePercent { get; init; } = 60;

    /// <summary>Most luma of a dark marker as a share of its darkest side's: ink takes a share of the light, whatever the light and the skin.</summary>
    public double MaxDarkRatio { get; init; } = 0.78;

    /// <summary>A rim is what lies between this share of the contrast and its complement.</summary>
    public double RimQuantile { get; init; } = 0.25;

    /// <summary>Widest rim of a bright or dark marker as a share of its radius: of a bell, which has no rim at all, a third and more lies between.</summary>
    public double MaxRimRatio { get; init; } = 0.28;

    /// <summary>Least colour distance between a sticker and its surroundings on every side, when nothing was asked for.</summary>
    public double MinContrast { get; init; } = 22;

    /// <summary>The same for a colour that the user named: he knows that it is there.</summary>
    public double MinRequestedContrast { get; init; } = 14;

    /// <summary>Share that a squared luma step has in a squared colour distance while colour decides; light varies more than colour.</summary>
    public double LumaWeight { get; init; } = 0.2;

    /// <summary>With less chroma contrast than this a sticker is told from its surroundings by luma as well.</summary>
    public double ColourlessBelowContrast { get; init; } = 18;

    /// <summary>The same settings for one kind of marker: where brightness alone tells it, luma counts in full.</summary>
    public StickerSettings For(MarkerKind kind) => kind == MarkerKind.Colour ? this : this with { LumaWeight = 1 };

    /// <summary>The same settings for a dim picture: colours lie as much closer together as there is less light, until noise hides them.</summary>
    /// <param name="level">Luma of pale things in this light.</param>
    public StickerSettings InLight(double level)
    {
        var share = Math.Clamp(level / UsualLight, LeastLight, 1);
        return this with { GoodContrast = GoodContrast.Times(share), Colourful = Colourful.Times(share) };
    }

    /// <summary>Short over long axis: a tilted or motion-blurred disc is an ellipse, a line is no disc.</summary>
    public double MinAxisRatio { get; init; } = 0.3;

    /// <summary>The same for markers told by their brightness: where hairs cross it is dark too.</summary>
    public double MinToneAxisRatio { get; init; } = 0.45;

    /// <summary>The form of fewer pixels than these says nothing.</summary>
    public double MinFormedAreaPixels { get; init; } = 12;

    /// <summary>Area over the area of the ellipse with the same second moments: 1 for a disc, 0.95 for a square.</summary>
    public double MinEllipseFill { get; init; } = 0.86;

    /// <summary>Pixels beyond the rim that still hold some of a sticker's colour: optics, halved chroma and compression.</summary>
    public double RimPixels { get; init; } = 2.5;

    /// <summary>The same as a share of the radius, for large stickers out of focus.</summary>
    public double RimRatio { get; init; } = 0.2;

    /// <summary>Grey levels of noise that any camera has; keeps a flat background from counting as noise-free.</summary>
    public double NoiseFloor { get; init; } = 2;

    /// <summary>The same for chroma, which video stores at half the resolution and compresses harder.</summary>
    public double ChromaNoiseFloor { get; init; } = 5;

    /// <summary>Variance of the surroundings about a plane, in squared colour steps, that noise and compression explain.</summary>
    public double PlainVariation { get; init; } = 60;

    /// <summary>Stripes leave less than this share of it where there is an edge: that many parameters more leave a little less anywhere.</summary>
    public double StripedShare { get; init; } = 0.5;

    /// <summary>Directions in which stripes are tried, over half a turn.</summary>
    public int StripeDirections { get; init; } = 12;

    /// <summary>Halvings of the angle between them: to about two degrees.</summary>
    public int StripeRefinements { get; init; } = 3;

    /// <summary>Share of what stripes explain that still counts as variation: a colour in which they differ less tells the sticker more evenly.</summary>
    public double StripeDoubt { get; init; } = 0.2;

    /// <summary>Fewer pixels a stripe, mean over all, tell none of them surely.</summary>
    public int MinPixelsOfStripe { get; init; } = 4;

    /// <summary>Samples across a sticker that its colours are measured from; every pixel of a small one.</summary>
    public int ColourSamplesAcross { get; init; } = 14;

    /// <summary>Rows across a sticker that its centre is measured from; every row of a small one.</summary>
    public int CentreRowsAcross { get; init; } = 16;

    /// <summary>Part of the radius that is free of the rim's mixture.</summary>
    public double CoreRatio { get; init; } = 0.6;

    /// <summary>A core that departs from the known colour by more than this share of the contrast is a smear.</summary>
    public double SmearedCore { get; init; } = 0.35;

    /// <summary>Rounds in which the window follows the centroid, which the fit of the rim starts from.</summary>
    public int CentroidRounds { get; init; } = 2;

    /// <summary>Blur of a sticker's rim that is always there, its standard deviation: lens, pixels and halved chroma.</summary>
    public double RimSoftnessPixels { get; init; } = 0.9;

    /// <summary>By how much a membership may lie outside of 0 to 1; more is not noise but another thing beside the sticker.</summary>
    public double MembershipSlack { get; init; } = 0.2;

    /// <summary>From this softness along, as a share of the half axis across, a sticker is a smear, whose way is fitted: 0.2 is motion by a third of its width.</summary>
    public double SmearRatio { get; init; } = 0.2;

    /// <summary>What a smear has of the area of the sticker at rest: it spreads it, and adds none.</summary>
    public double MinSmearArea { get; init; } = 0.7;

    public double MaxSmearArea { get; init; } = 1.3;

    /// <summary>Share of the memberships' variance below which, after so many rounds, a way is given up.</summary>
    public double HopelessSmearAgreement { get; init; } = 0.8;

    public int SmearTrialRounds { get; init; } = 2;

    /// <summary>Share of the memberships' variance from which a smear's way explains enough: no other is tried.</summary>
    public double GoodSmearAgreement { get; init; } = 0.97;

    /// <summary>Motion, in widths, from which the moments of one that is no disc tell that it was moving.</summary>
    public double SmearedWidths { get; init; } = 0.6;

    /// <summary>How well the width of a smear is known from that at rest, as a share of it.</summary>
    public double SmearWidthSpread { get; init; } = 0.1;

    /// <summary>What a membership is uncertain by, beside that.</summary>
    public double SmearNoise { get; init; } = 0.1;

    /// <summary>Short over long axis from which a sticker counts as round.</summary>
    public double RoundAxisRatio { get; init; } = 0.9;

    /// <summary>With less than this share of its known area it is looked at farther out: the ends of a smear, and all that they pale, may lie there.</summary>
    public double ShortOfArea { get; init; } = 0.8;

    /// <summary>How often the window may grow to take in the ends of a smear.</summary>
    public int SmearRounds { get; init; } = 6;

    /// <summary>Size of the window beside that of the smear as its memberships, which end at 0 and 1, show it.</summary>
    public double SmearMargin { get; init; } = 1.25;

    /// <summary>Growth of the window that is worth another round.</summary>
    public double SmearGrowthPixels { get; init; } = 0.5;

    /// <summary>Instants that a smear is made of lie about so far apart.</summary>
    public double SmearStepPixels { get; init; } = 1.5;

    public int MinSmearInstants { get; init; } = 6;

    public int MaxSmearInstants { get; init; } = 24;

    /// <summary>What holds a smear's span and bend near their last values, as a share of what holds its place.</summary>
    public double SmearStiffness { get; init; } = 0.001;

    public int MaxSmearFitRounds { get; init; } = 12;

    public int MaxCentreRounds { get; init; } = 4;

    public double CentreSettledPixels { get; init; } = 0.01;

    /// <summary>Membership below this share, or above its complement, is taken for background, or for sticker.</summary>
    public double MembershipDeadband { get; init; } = 0.08;

    /// <summary>A picture of more pixels is searched from its first halving on.</summary>
    public int WholeResolutionPixels { get; init; } = 1_000_000;

    /// <summary>Luma of pale things, as walls, sheets and skin, in a well lit room; and the least share of it in which colours can still be judged.</summary>
    public double UsualLight { get; init; } = 140;

    public double LeastLight { get; init; } = 0.35;

    /// <summary>From hardly visible to plain, in colour distance on the weakest side, in a well lit room.</summary>
    public Ramp GoodContrast { get; init; } = new(8, 45);

    /// <summary>Chroma in which a sticker differs from its surroundings, in a well lit room; rooms are full of round things, few of them colourful.</summary>
    public Ramp Colourful { get; init; } = new(10, 40);

    /// <summary>What a black, grey or white spot keeps of its quality.</summary>
    public double ColourlessQuality { get; init; } = 0.7;

    public Ramp GoodFill { get; init; } = new(0.82, 0.94);

    public Ramp GoodAxisRatio { get; init; } = new(0.2, 0.6);

    /// <summary>Spread of colour inside, as a share of the contrast.</summary>
    public Ramp GoodEvenness { get; init; } = new(0.7, 0.25);

    /// <summary>At most so many places are measured in one search of a whole picture.</summary>
    public int MaxSeeds { get; init; } = 600;

    /// <summary>At most so many stickers, the best, are taken from one search of a whole picture.</summary>
    public int MaxFound { get; init; } = 24;
}
