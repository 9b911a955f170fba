namespace Clonus.Vision.Tracking;

/// <summary>
/// What a leg with stickers looks like, as how likely; lengths are shares of the shank (knee to ankle), so that the distance to the
/// camera does not matter. Spreads are wide, for stickers sit beside the joints and a leg that is turned away looks shorter. Sources: segment
/// lengths by Drillis and Contini (1966; shank 0.246, thigh 0.245, foot 0.152, ankle height 0.039 of stature); spreads are this implementation's choice.
/// </summary>
public sealed record LimbPolicy
{
    /// <summary>Ankle to toe or to the little toe's joint.</summary>
    public Proportion Foot { get; init; } = new(0.42, 0.28);

    /// <summary>Ankle to heel.</summary>
    public Proportion Heel { get; init; } = new(0.17, 0.32);

    /// <summary>Heel to toe over ankle to toe.</summary>
    public Proportion Sole { get; init; } = new(1.3, 0.16);

    /// <summary>Ankle to heel over ankle to toe.</summary>
    public Proportion HeelOfFoot { get; init; } = new(0.46, 0.35);

    /// <summary>Knee to hip.</summary>
    public Proportion Thigh { get; init; } = new(1.02, 0.18);

    /// <summary>Knee to the middle of the knee cap.</summary>
    public Proportion Patella { get; init; } = new(0.13, 0.35);

    /// <summary>Log of how much rarer a knee cap with a sticker is than one without, or one that was found by chance.</summary>
    public double PatellaMarked { get; init; } = -2;

    /// <summary>Angle ankle–knee–patella.</summary>
    public JointRange PatellaInFront { get; init; } = new(30, 60, 130, 160);

    /// <summary>The same length of the other leg.</summary>
    public Proportion OtherLeg { get; init; } = new(1, 0.1);

    /// <summary>Ankle to heel of the other leg, where a centimetre beside the joint counts for more.</summary>
    public Proportion OtherHeel { get; init; } = new(1, 0.2);

    /// <summary>Angle between the two shanks, on the average of the clip.</summary>
    public JointRange ShanksTurned { get; init; } = new(0, 0, 45, 110);

    /// <summary>Distance between the knees, in shanks: both thighs come from one pelvis.</summary>
    public Ramp KneesNotFarApart { get; init; } = new(1.8, 0.9);

    /// <summary>Angle off a straight line, degrees, from which heel, toe or hip show to which side a leg faces.</summary>
    public double SideFromDegrees { get; init; } = 10;

    /// <summary>Log of how much rarer it is that each of two legs lacks a marker that the other one shows: hidden is the farther one.</summary>
    public double EachLackOfEither { get; init; } = -2;

    /// <summary>Angle knee–ankle–toe.</summary>
    public JointRange Ankle { get; init; } = new(58, 88, 130, 170);

    /// <summary>Angle hip–knee–ankle.</summary>
    public JointRange Knee { get; init; } = new(25, 60, 180, 180);

    /// <summary>Angle toe–ankle–heel: the heel is on the other side of the ankle.</summary>
    public JointRange HeelBehind { get; init; } = new(45, 80, 165, 180);

    /// <summary>Angle knee–ankle–heel: the heel is beyond the ankle.</summary>
    public JointRange HeelBelow { get; init; } = new(60, 95, 180, 180);

    /// <summary>Most that an ankle turns in one clip, degrees: too much, usual.</summary>
    public Ramp AnkleTurnsLess { get; init; } = new(110, 75);

    public Ramp KneeTurnsLess { get; init; } = new(150, 120);

    /// <summary>Knee flexion in degrees from which the knee must fold the other way than the ankle.</summary>
    public double KneeFoldsFromDegrees { get; init; } = 15;

    /// <summary>Standard deviation of a bone's length in the picture as a share of how far its ends move against each other, where the leg
    /// swings in the plane of the picture, and where it does not, or where skin slides over the joint. Either is as likely.</summary>
    public double BoneGivesInPlane { get; init; } = 0.025;

    public double BoneGivesObliquely { get; init; } = 0.12;

    /// <summary>The same as a share of its length, however little it swings.</summary>
    public double BoneVariation { get; init; } = 0.004;

    /// <summary>The same in pixels, from tracking, and as a share of the sticker's diameter.</summary>
    public double TrackingNoisePixels { get; init; } = 0.35;

    public double TrackingNoiseDiameters { get; init; } = 0.02;

    /// <summary>Share of the movement of two things against each other that changes their distance, when they are not joined.</summary>
    public double LooseShare { get; init; } = 0.6;

    /// <summary>A bone that turns by so many degrees proves its length once more: chance keeps a distance over a short arc, not over a long one.</summary>
    public double ProofDegrees { get; init; } = 30;

    public double MostProofs { get; init; } = 3;

    /// <summary>Two bones that both turn, but hardly bend against each other, are one piece: a joint's bend as a share of the turn.</summary>
    public Ramp OnePiece { get; init; } = new(0.35, 0.15);

    /// <summary>From what turn on that can be told, degrees.</summary>
    public double OnePieceFromDegrees { get; init; } = 8;

    /// <summary>So many times as far apart as tracking errs typically the extremes of its errors lie.</summary>
    public double NoiseSpan { get; init; } = 5;

    /// <summary>Shank in sticker diameters: stickers are of 10 to 40 mm, a shank of 250 to 500 mm.</summary>
    public Ramp ShankNotTooShort { get; init; } = new(3, 6);

    public Ramp ShankNotTooLong { get; init; } = new(100, 70);

    /// <summary>Ankle to toe in sticker diameters.</summary>
    public Ramp FootLongerThanSticker { get; init; } = new(1.2, 2);

    /// <summary>Standard deviation of the colours of one set of stickers, and of all spots in a picture; the latter is learnt from the clip.</summary>
    public double SetColourSpread { get; init; } = 12;

    public double RoomColourSpread { get; init; } = 45;

    /// <summary>The same of the logarithm of their diameters.</summary>
    public double SetSizeSpread { get; init; } = 0.15;

    public double RoomSizeSpread { get; init; } = 0.6;

    /// <summary>So many pairs of spots weigh as much as the spreads above when the clip's own are learnt.</summary>
    public double SpreadsKnownFromPairs { get; init; } = 10;

    /// <summary>Most sets are of one colour, and some are not; the same for sizes.</summary>
    public double OneColourShare { get; init; } = 0.85;

    public double OneSizeShare { get; init; } = 0.9;

    /// <summary>Luma's share in a squared colour distance: a leg lies half in the shade.</summary>
    public float LumaWeight { get; init; } = 0.05f;

    /// <summary>Qualities of stickers are distributed as this power of them, those of other things evenly, falling off a little.</summary>
    public double QualityPower { get; init; } = 6;

    /// <summary>A leg carries so many stickers.</summary>
    public int MostOfOneLeg { get; init; } = 5;

    /// <summary>So many spots that look alike may all be stickers: two legs, and some that mark no joint.</summary>
    public int MostOfOneSet { get; init; } = 13;

    /// <summary>Log evidence against a leg for each look-alike beyond these.</summary>
    public double EachLookAlike { get; init; } = 0.7;

    /// <summary>The same for each spot of any look beyond the markers of two legs beside a leg that does not move.</summary>
    public double EachBesideStillLeg { get; init; } = 0.7;

    public int MostBesideStillLeg { get; init; } = 10;

    /// <summary>What is of a quality lower by more than this, or seen less than this share as long, is no look-alike.</summary>
    public double LookAlikeQuality { get; init; } = 0.25;

    public double LookAlikeSeen { get; init; } = 0.4;

    /// <summary>From how many times the noise of the clip's stillest spots on a spot moves in the room.</summary>
    public Ramp Moves { get; init; } = new(2.5, 4);

    /// <summary>Share of the clip in which two spots must be seen together to tell whether they move against each other.</summary>
    public double ComparedTogether { get; init; } = 0.8;

    /// <summary>Bounds of that noise: a still sticker is seen to a tenth of a pixel at best; what jitters more than this does not stand.</summary>
    public double LeastStillPixels { get; init; } = 0.1;

    public double MostStillPixels { get; init; } = 0.6;

    /// <summary>Share of clips with a leg that moves in which each landmark moves in the room: with the foot on the floor not the toe, on a couch neither hip nor knee. And the same in a leg at rest.</summary>
    public double ToeMoves { get; init; } = 0.95;

    public double HeelMoves { get; init; } = 0.85;

    public double AnkleMoves { get; init; } = 0.7;

    public double KneeMoves { get; init; } = 0.6;

    public double HipMoves { get; init; } = 0.5;

    public double RestingMoves { get; init; } = 0.05;

    /// <summary>Share of clips in which a leg with stickers rests although something else moves; the same of the other leg, where two carry stickers.</summary>
    public double RestsShare { get; init; } = 0.03;

    public double OtherRestsShare { get; init; } = 0.4;

    /// <summary>Share of the clip in which the markers are seen together.</summary>
    public Ramp SeenTogether { get; init; } = new(0.02, 0.35);

    /// <summary>Log evidence against a leg that something rules out as good as surely; more than one such thing must be overcome.</summary>
    public double Excluded { get; init; } = -6;

    /// <summary>Log of how much rarer a leg is that does not move at all.</summary>
    public double StillLeg { get; init; } = -3;

    /// <summary>Log evidence of turning bones from which a leg moves.</summary>
    public double MovingEvidence { get; init; } = 1.2;

    /// <summary>Share of clips with no stickers, one marked leg, two marked legs.</summary>
    public double NoLegShare { get; init; } = 0.95;

    public double OneLegShare { get; init; } = 0.035;

    public double TwoLegsShare { get; init; } = 0.015;

    /// <summary>Log of how much rarer knee, ankle and heel are marked or seen without the toe than with it.</summary>
    public double HeelWithoutToe { get; init; } = -3;

    /// <summary>The same for hip, knee and ankle without a foot.</summary>
    public double LegWithoutFoot { get; init; } = -2;

    /// <summary>Log evidence that a leg must have of its own, whatever else there is: spots of a real room are less unrelated than chance makes them, a machine's parts swing like bones, and many of them together look like a leg somewhere.</summary>
    public double MinLegEvidence { get; init; } = 8;

    /// <summary>The same of a foot whose knee is not seen: three stickers of a trunk or a thigh may lie like those of a foot.</summary>
    public double MinFootEvidence { get; init; } = 10;

    /// <summary>The same of a second leg, moving or at rest, its likeness to the first one counted in: furniture rests too, and a trunk with stickers is as long as a leg.</summary>
    public double MinSecondLegEvidence { get; init; } = 12;

    /// <summary>Log of how much rarer a hip is that does not move against the knee, and for each spot beyond <see cref="MostOfOneSet"/> in the room,
    /// where one more that lies still may lie there by chance.</summary>
    public double StillHip { get; init; } = -0.8;

    public double EachBesideStillHip { get; init; } = 0.1;

    /// <summary>How sure a name must be.</summary>
    public double MinProbability { get; init; } = 0.9;

    /// <summary>From what probability on a name that was not given is worth a word.</summary>
    public double MinWorthMention { get; init; } = 0.5;

    /// <summary>The same for markers that the user vouches for: there are some, and only which is which is open.</summary>
    public double MinRequestedProbability { get; init; } = 0.8;

    /// <summary>So many of the spots, the likeliest stickers, are looked at as parts of a leg.</summary>
    public int MostSpots { get; init; } = 40;

    /// <summary>So many of the likeliest legs are compared.</summary>
    public int MostLegs { get; init; } = 240;

    /// <summary>Legs this much less likely than the best, as a log, are forgotten.</summary>
    public double ForgottenBelow { get; init; } = 20;

    /// <summary>Knee, ankle and toe of less evidence than this, as a log, are no leg, whatever heel and hip would add.</summary>
    public double LeastChainEvidence { get; init; } = -5;

    /// <summary>Log evidence that a leg is the nearer one, for each unit of the logarithm by which it is larger: at three metres the nearer
    /// leg looks 5 to 10 % larger, and stickers sit 5 % differently on the two.</summary>
    public double NearnessOfSize { get; init; } = 30;

    /// <summary>The same for the share of the clip that its markers are seen more.</summary>
    public double NearnessOfSight { get; init; } = 15;

    /// <summary>The same for each marker that the other leg shows and this one never does: what stands behind a leg at rest is hidden all the time.</summary>
    public double NearnessOfLack { get; init; } = 2.5;

    /// <summary>The same for each marker that is always seen, or never, where it lies on the other leg.</summary>
    public double CoverTells { get; init; } = 4;

    /// <summary>So many moments of the clip on the other leg tell that in full.</summary>
    public int MomentsOfPass { get; init; } = 3;

    /// <summary>Half the width that a leg has everywhere, in shanks.</summary>
    public double LegRadius { get; init; } = 0.08;

    /// <summary>From how much of that the nearer leg is known.</summary>
    public double SureNearness { get; init; } = 2.5;

    /// <summary>Of two stickers on a foot whose knee is not seen the toe travels so many times as far as the ankle.</summary>
    public double ToeTravelRatio { get; init; } = 1.3;

    /// <summary>For two stickers alone, which say so little: no more other spots than these may be in the clip.</summary>
    public int MostSpotsBesideFoot { get; init; } = 3;

    public FrontPolicy Front { get; init; } = new();

    public TrunkPolicy Trunk { get; init; } = new();
}
