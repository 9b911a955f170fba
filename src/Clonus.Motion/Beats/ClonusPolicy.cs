namespace Clonus.Motion.Beats;

/// <summary>The counting rules that users may choose from.</summary>
public enum RuleId
{
    MoreThan5,
    AtLeast5,
    AtLeast3,
    AtLeast10,
    Infant,
}

/// <summary>What a run of beats is called. Every value states its source.</summary>
public sealed record ClonusPolicy
{
    /// <summary>Sustained is more than five consecutive contractions: the stricter reading of the bedside definitions, which differ (3, 5, 10).</summary>
    public RuleId Rule { get; init; } = RuleId.MoreThan5;

    /// <summary>The user's own minimum; it replaces the rule's.</summary>
    public int? SustainedMinBeats { get; init; }

    /// <summary>Age, needed by the infant rule alone.</summary>
    public int? AgeMonths { get; init; }

    /// <summary>The longest pause inside an episode; null takes <see cref="MergeGapFactor"/> × median interval.</summary>
    public double? MergeGapSeconds { get; init; }

    /// <summary>Raters differ mostly on one spasm or several (Thomas 2014), so that the gap is explicit: 2.5 × median interval, at least 0.4 s. This implementation's choice.</summary>
    public double MergeGapFactor { get; init; } = 2.5;

    public double MergeGapFloorSeconds { get; init; } = 0.4;

    /// <summary>Beats further apart are no train, whose median interval could tell the gap: twice the longest interval of the usual band. This implementation's choice.</summary>
    public double LongestTrainIntervalSeconds { get; init; } = 0.8;

    /// <summary>An imposed dorsiflexion counts as a stretch from 5° at 50 °/s on. This implementation's choice.</summary>
    public double StretchMinDegrees { get; init; } = 5;

    public double StretchMinDegreesPerSecond { get; init; } = 50;

    /// <summary>How long the smallest stretch takes at its lowest speed.</summary>
    internal double SmallestStretchSeconds => StretchMinDegrees / StretchMinDegreesPerSecond;

    /// <summary>
    /// What the ankle does from so long before a leg's swing to so long after it belongs to the step: the push-off, and the foot that comes down.
    /// Loading is over within a tenth of a gait cycle. This implementation's choice.
    /// </summary>
    public double StepBeforeSeconds { get; init; } = 0.1;

    public double StepAfterSeconds { get; init; } = 0.15;

    /// <summary>Nobody stretches a foot that is walked on: no rise within so long of a swing is an examiner's. A slow stance lasts so long. This implementation's choice.</summary>
    public double StretchFromStepSeconds { get; init; } = 1.5;

    /// <summary>Of a lone marker the examiner's push is at least so many times the amplitude gate, as 5° are of 1.5°. This implementation's choice.</summary>
    public double PushMinGates { get; init; } = 10.0 / 3;

    /// <summary>A stretch is known from a rhythm's own rise by the rest before it, of which so much must be seen. This implementation's choice.</summary>
    public double StretchRestSeconds { get; init; } = 0.2;

    /// <summary>Longest hole in which a stretch is known by what lies on both sides: the ramp takes a tenth of a second, and no beat fits beside it.</summary>
    public double LongestHiddenStretchSeconds { get; init; } = 0.17;

    /// <summary>A stretch without beats leaves the foot higher by more than this share of it. This implementation's choice.</summary>
    public double StretchHeldRatio { get; init; } = 0.15;

    /// <summary>
    /// A rise is the beginning of somebody's own to-and-fro, no stretch, when each of so many troughs comes back to where it began, within this share of
    /// it and so many times the noise, and the next rise is nearly as large; each within so many seconds of the last turn. In a reflex loop model the
    /// troughs of vigorous beats lie anywhere about that place. This implementation's choice.
    /// </summary>
    public double StretchReturnRatio { get; init; } = 0.05;

    public double StretchReturnNoises { get; init; } = 2.5;

    public int StretchHoldTroughs { get; init; } = 5;

    public double SlowestSwingSeconds { get; init; } = 0.65;

    public double StretchOutgrowsRatio { get; init; } = 1.4;

    /// <summary>A slower fall is the examiner's: half of the band's longest interval and a quarter more. This implementation's choice.</summary>
    public double SlowestFallSeconds { get; init; } = 0.25;

    /// <summary>A rise that is so much larger than the fall before it does more than make up for it, and one after such a pause does not belong to it. This implementation's choice.</summary>
    public double ReturnOutgrowsRatio { get; init; } = 2;

    public double ReturnPauseSeconds { get; init; } = 0.15;

    /// <summary>Three rises or more that are so far apart are strides or somebody's to-and-fro (up to 3 Hz), not stretches: 0.5 to 1.2 strides a second are walked (Thompson 2019), and a margin. This implementation's choice.</summary>
    public double ShortestStrideSeconds { get; init; } = 0.35;

    public double LongestStrideSeconds { get; init; } = 2.1;

    /// <summary>Strides differ by less than this factor in size and speed, and by less than this share of one in how long they take. This implementation's choice.</summary>
    public double StrideLikeness { get; init; } = 1.5;

    public double StrideUnevenness { get; init; } = 0.2;

    /// <summary>How far a foot may wander meanwhile, in sizes of the rise a second. This implementation's choice.</summary>
    public double DriftPerSecond { get; init; } = 0.08;

    /// <summary>The rest before a rise is the mean of so much time, where that is no farther than so many errors from its lowest value. This implementation's choice.</summary>
    public double RestSeconds { get; init; } = 0.25;

    public double RestNoises { get; init; } = 4;

    /// <summary>Nobody taps a foot faster (up to 4 or 5 Hz are seen); and from the second rate on nobody moves it with intervals as even as that. This implementation's choice.</summary>
    public double FastestWillHz { get; init; } = 5.5;

    public double FastestEvenWillHz { get; init; } = 3;

    public double SteadiestWillCv { get; init; } = 0.03;

    /// <summary>Intervals that vary by more are uneven; such troughs need not come back as exactly, nor such rises be as alike, to be somebody's own. This implementation's choice.</summary>
    public double EvenCv { get; init; } = 0.06;

    public int RhythmTroughs { get; init; } = 12;

    public double UnevenReturnRatio { get; init; } = 0.2;

    public double StretchOutgrowsUnevenRatio { get; init; } = 1.8;

    /// <summary>A tremor swings about the rest: its first rise is half of the next. With beats that swing below where the stretch began it is larger than this share. This implementation's choice.</summary>
    public double StretchEqualsRatio { get; init; } = 0.55;

    /// <summary>The first beat comes within 0.5 s of its trigger; reflex loop models give 0.1–0.3 s. This implementation's choice.</summary>
    public double TriggerWindowSeconds { get; init; } = 0.5;

    /// <summary>A stretch is let go where the foot gives back this share of it. This implementation's choice.</summary>
    public double ReleaseRatio { get; init; } = 0.5;

    /// <summary>And stays there for so long, in which a beat of the slowest rhythm would have come back. This implementation's choice.</summary>
    public double ReleaseStaysSeconds { get; init; } = 0.4;

    /// <summary>
    /// Clonus ends by unloading; beats may outlast the release by this much, an interval or two. The muscle's own activity can go on for seconds
    /// (Walsh 1976), nobody has published for how long it moves the foot. This implementation's choice.
    /// </summary>
    public double ReleaseWindowSeconds { get; init; } = 0.3;

    /// <summary>A beat is plantarflexion followed by relaxation (Physiopedia); from half of the depth on it is called followed. This implementation's choice.</summary>
    public double MinReturnRatio { get; init; } = 0.5;

    /// <summary>
    /// A fall that comes back by less is a release and nothing else; what comes back by nearly a half, within the margin of a careful rater, was a contraction
    /// too, and the swing after it may be another. This implementation's choice.
    /// </summary>
    public double ReleaseReturnRatio { get; init; } = 0.42;

    /// <summary>Turns smaller than this share of the amplitude gate are not looked at; where the error makes the gate, smaller than the second. This implementation's choice.</summary>
    public double TurnRatio { get; init; } = 0.5;

    public double NoisyTurnRatio { get; init; } = 0.75;

    /// <summary>Error over gate from which on it matters, and from which on it makes the gate (which is four times the error then). This implementation's choice.</summary>
    public double QuietNoiseRatio { get; init; } = 0.08;

    public double LoudNoiseRatio { get; init; } = 0.25;

    /// <summary>Cutoff of the smoothing over the band's top: at 2 its gain there is 0.996 (fourth order, two passes). This implementation's choice.</summary>
    public double SmoothingRatio { get; init; } = 2;

    /// <summary>The same where the error makes the gate; the gain at the band's top is 0.68 and at 8 Hz 0.93. Chosen on tuning seeds of simulated trains.</summary>
    public double NoisySmoothingRatio { get; init; } = 1.1;

    /// <summary>And inside of a train, over its own rate. Chosen on tuning seeds of simulated trains.</summary>
    public double TrainSmoothingRatio { get; init; } = 1.8;

    /// <summary>Turns that are looked at inside of a train that was smoothed so, over the amplitude gate. Chosen on tuning seeds of simulated trains.</summary>
    public double TrainTurnRatio { get; init; } = 0.5;

    /// <summary>Order of the smoothing's Butterworth filter. This implementation's choice.</summary>
    public int SmoothingOrder { get; init; } = 4;

    /// <summary>So many intervals after its last clear beat a train may still fade. This implementation's choice.</summary>
    public double FadingIntervals { get; init; } = 4;

    /// <summary>
    /// How far a single excursion's own width may lie outside the band: the first beat is the longest (Boyraz 2015), by a ratio nobody has published;
    /// and a short dip between rests is narrower than its interval. This implementation's choice; a train's rate is held to the band itself.
    /// </summary>
    public double SlowWidthRatio { get; init; } = 1.25;

    /// <summary>A dip that slow after a stretch is a beat only when it is smaller than this share of the stretch: the examiner's own to-and-fro goes all the way back. This implementation's choice.</summary>
    public double SlowBeatStretchRatio { get; init; } = 0.9;

    /// <summary>A train never slows down by more from one beat to the next: intervals shorten and settle (Boyraz 2015). This implementation's choice.</summary>
    public double SlowestChangeRatio { get; init; } = 1.8;

    /// <summary>Two runs of one limb whose rates differ by less are one rhythm: load and fatigue shift it by some tenths of a hertz. This implementation's choice.</summary>
    public double SameRhythmRatio { get; init; } = 1.2;

    /// <summary>
    /// A limb that nothing drives swings back and forth in halves of less than a half (damping ratio 0.22 and more): a last dip smaller than this
    /// share of the rise before it is the beat's own swing. This implementation's choice.
    /// </summary>
    public double PassiveSwingRatio { get; init; } = 0.5;

    public double FastWidthRatio { get; init; } = 2;

    /// <summary>
    /// A dip smaller than this share of a neighbour and closer to it than <see cref="NotchIntervalRatio"/> of that neighbour's own interval is its second
    /// harmonic, not a beat: plantarflexion takes about 45 % of the cycle (Uysal 2011). This implementation's choice.
    /// </summary>
    public double NotchDepthRatio { get; init; } = 0.35;

    public double NotchIntervalRatio { get; init; } = 0.65;

    /// <summary>How far a train's frequency may lie outside the band before it is no clonus candidate: the error of a short train's own median.</summary>
    public double BandTolerance { get; init; } = 0.03;

    /// <summary>A rhythm without a trigger needs this many beats. This implementation's choice: two intervals are the fewest that can be compared.</summary>
    public int MinRhythmBeats { get; init; } = 3;

    /// <summary>What a foot's contact set off needs so many: a foot that is put down turns once by itself. This implementation's choice.</summary>
    public int MinContactBeats { get; init; } = 2;

    /// <summary>Clonus is a stable limit cycle (Hidler and Rymer); nobody has published its interval CV. This implementation's choice.</summary>
    public double MaxIntervalCv { get; init; } = 0.30;

    /// <summary>SCATS clonus (Benz 2005): 1 below 3 s, 2 to 10 s, 3 above; exactly 10 s, which it leaves open, is 2.</summary>
    public double ScatsShortSeconds { get; init; } = 3;

    public double ScatsLongSeconds { get; init; } = 10;
}
