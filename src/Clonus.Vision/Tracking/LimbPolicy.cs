namespace Clonus.Vision.Tracking;

/// <summary>
/// What a leg with stickers looks like from any side view. Lengths are shares of the shank (knee to ankle), so that the distance to the
/// camera does not matter; they are wide, for stickers sit beside the joints and a leg that is turned away looks shorter. Sources: segment
/// lengths by Drillis and Contini (1966; shank 0.246, thigh 0.245, foot 0.152, ankle height 0.039 of stature); limits are this implementation's choice.
/// </summary>
public sealed record LimbPolicy
{
    /// <summary>Ankle to toe as a share of the shank: too short, good.</summary>
    public Ramp FootNotTooShort { get; init; } = new(0.14, 0.26);

    /// <summary>Ankle to toe as a share of the shank: too long, good.</summary>
    public Ramp FootNotTooLong { get; init; } = new(0.95, 0.7);

    /// <summary>Angle knee–ankle–toe in degrees.</summary>
    public Ramp AnkleNotTooSharp { get; init; } = new(40, 65);

    public Ramp AnkleNotTooStraight { get; init; } = new(177, 160);

    /// <summary>Knee–ankle and ankle–toe are bones: how much their length varies over the clip (tenth to ninetieth percentile over median).</summary>
    public Ramp BoneLength { get; init; } = new(0.2, 0.01);

    /// <summary>Ankle to heel as a share of the shank.</summary>
    public Ramp HeelNotTooNear { get; init; } = new(0.06, 0.1);

    public Ramp HeelNotTooFar { get; init; } = new(0.5, 0.36);

    /// <summary>Angle toe–ankle–heel in degrees: the heel is on the other side of the ankle.</summary>
    public Ramp HeelBehind { get; init; } = new(45, 75);

    /// <summary>Heel's over toe's distance from the ankle.</summary>
    public Ramp HeelNearerThanToe { get; init; } = new(1.15, 0.75);

    /// <summary>Angle knee–ankle–heel in degrees: the heel is beyond the ankle.</summary>
    public Ramp HeelBelow { get; init; } = new(45, 75);

    /// <summary>Hip to knee as a share of the shank.</summary>
    public Ramp ThighNotTooShort { get; init; } = new(0.45, 0.7);

    public Ramp ThighNotTooLong { get; init; } = new(2.0, 1.5);

    /// <summary>Angle hip–knee–ankle in degrees: a knee folds no farther.</summary>
    public Ramp KneeNotTooSharp { get; init; } = new(25, 45);

    /// <summary>Knee flexion in degrees from which the knee must fold the other way than the ankle.</summary>
    public double KneeFoldsFromDegrees { get; init; } = 15;

    /// <summary>Largest over smallest sticker.</summary>
    public Ramp AlikeInSize { get; init; } = new(2.6, 1.5);

    /// <summary>What a limb of stickers of different colours keeps of its score: most sets are of one colour, and some are not.</summary>
    public double UnlikeInColour { get; init; } = 0.75;

    /// <summary>Colour distance up to which two stickers are of one colour.</summary>
    public double SameColourDistance { get; init; } = 45;

    /// <summary>Shank in sticker diameters: stickers are of 10 to 40 mm, a shank of 250 to 500 mm.</summary>
    public Ramp ShankNotTooShort { get; init; } = new(3, 6);

    public Ramp ShankNotTooLong { get; init; } = new(90, 60);

    /// <summary>Ankle to toe in sticker diameters.</summary>
    public Ramp FootLongerThanSticker { get; init; } = new(1.2, 2);

    /// <summary>Share of the clip in which knee, ankle and toe are all seen.</summary>
    public Ramp SeenTogether { get; init; } = new(0.1, 0.5);

    /// <summary>Turn of the foot against the shank over the clip, degrees: sure sign of a leg.</summary>
    public Ramp FootTurns { get; init; } = new(2, 6);

    /// <summary>A chain that turns as a whole by so many times what it bends is one piece: a foot without its shank, or a shaking picture.</summary>
    public double OnePieceTurnRatio { get; init; } = 3;

    /// <summary>Of two stickers on a foot the toe travels so many times as far as the ankle.</summary>
    public double ToeTravelRatio { get; init; } = 1.3;

    /// <summary>Least score of a limb whose foot turns; 1 is a perfect one.</summary>
    public double MinMovingScore { get; init; } = 0.12;

    /// <summary>Least score of a limb at rest: three dots of a wall lie as well, so that these must be stickers beyond doubt.</summary>
    public double MinStillScore { get; init; } = 0.45;

    /// <summary>Worth of a heel or hip that fits, beside knee, ankle and toe.</summary>
    public double ExtraMarkerWorth { get; init; } = 0.25;

    /// <summary>Least fit of a heel or hip.</summary>
    public double MinExtraFit { get; init; } = 0.1;

    /// <summary>Spots that might as well be the leg's stickers, themselves included: two legs carry ten, leaves and bricks are many.</summary>
    public Ramp FewLookAlikes { get; init; } = new(18, 11);

    /// <summary>The same for a leg at rest, where spots of every colour count: among many, some lie like a leg.</summary>
    public Ramp FewSpotsBesideStillLeg { get; init; } = new(11, 7);

    /// <summary>The same for two stickers alone, which say so little that no spot of any colour may compete.</summary>
    public int MostSpotsBesideFoot { get; init; } = 3;

    /// <summary>A spot of less than this share of the quality, or seen less than this share as long, is no look-alike.</summary>
    public double LookAlikeShare { get; init; } = 0.4;

    /// <summary>Shank of a second leg over that of the first.</summary>
    public Ramp SecondLegNotTooSmall { get; init; } = new(0.5, 0.7);
}
