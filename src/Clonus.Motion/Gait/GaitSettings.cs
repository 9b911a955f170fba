using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>How a walk is measured. What it is called is <see cref="GaitPolicy"/>'s.</summary>
public sealed record GaitSettings
{
    /// <summary>Which planes of the body the positions show; null is told from the tracks.</summary>
    public GaitView? View { get; init; }

    /// <summary>The affected leg; unknown is told from the walk where that shows it.</summary>
    public BodySide Affected { get; init; } = BodySide.Unknown;

    /// <summary>Where the camera's axis meets the picture; null takes the middle of all places.</summary>
    public ImagePoint? PictureCentre { get; init; }

    /// <summary>A foot seen from the side is at least so long in the picture, in legs; from the front it points at the camera. Markers on heel and toe are 0.18 of a leg apart. This implementation's choice.</summary>
    public double SideFootLegs { get; init; } = 0.1;

    /// <summary>... and shows heel and toe together in more than this share of the frames that show one of them: from the front it does in a turn alone. This implementation's choice.</summary>
    public double WholeFootShare { get; init; } = 0.25;

    /// <summary>The same by how far the ankles' distance varies across the picture within a stride, where no foot shows two markers: a step of 0.3 m gives 0.12. This implementation's choice.</summary>
    public double SideStepLegs { get; init; } = 0.09;

    /// <summary>Over so much time before and after is told where to a person faces or travels: about half a stride. This implementation's choice.</summary>
    public double HeadingHalfWindowSeconds { get; init; } = 0.5;

    /// <summary>Slower than this, in legs a second, nobody travels: the feet tell the heading. This implementation's choice.</summary>
    public double TravelLegsPerSecond { get; init; } = 0.2;

    /// <summary>
    /// The body's own way is a straight line over so much time before and after, what is further off counting less: of a sway from side to side in 1 to 2.2 s,
    /// a stride's, a twentieth is left. This implementation's choice.
    /// </summary>
    public double WayHalfWindowSeconds { get; init; } = 2;

    /// <summary>A stretch ends where the heading leaves its mean by more than this. This implementation's choice.</summary>
    public double TurnDegrees { get; init; } = 30;

    /// <summary>Who is turned by more than this from the camera, as the distance of hips or shoulders tells, goes neither to it nor away. It tells no small turn. This implementation's choice.</summary>
    public double FrontalTurnDegrees { get; init; } = 50;

    /// <summary>A speed is the slope of a line through the places within so much time, and through three at least. Half as long as a foot takes to stop. This implementation's choice.</summary>
    public double SpeedHalfWindowSeconds { get; init; } = 0.025;

    /// <summary>Across a longer hole no speed is known. Longer than the legs of a side view take to pass each other, in a walk of usual speed. This implementation's choice.</summary>
    public double LongestHoleSeconds { get; init; } = 0.12;

    /// <summary>So long may an arm hide hip or shoulder from the side: the trunk goes on evenly, and the knee is told within 1.4° at 0.8 m/s and 3.3° at 1.3 m/s (95 %, simulated walkers). This implementation's choice.</summary>
    public double TrunkHoleSeconds { get; init; } = 0.4;

    /// <summary>... which the places tell of so much time before and after. This implementation's choice.</summary>
    public double TrunkFitSeconds { get; init; } = 0.15;

    /// <summary>
    /// A foot rests while its slowest part is slower than this share of the foot's greatest speed in the swing: 0.5 m/s of 4 m/s (Ghoussayni 2004), and the more slowly
    /// people walk the less (Bruening and Ridge 2014).
    /// </summary>
    public double RestShare { get; init; } = 0.125;

    /// <summary>A foot that leaves the floor is so fast, as a share of its greatest speed in the swing, that the line from this speed over the one of rest leads back to when it left. This implementation's choice.</summary>
    public double LeavingShare { get; init; } = 0.375;

    /// <summary>The speed of a foot that leaves, over so much time before and after: it starts more slowly than it stops. This implementation's choice.</summary>
    public double LeavingHalfWindowSeconds { get; init; } = 0.034;

    /// <summary>A swing is where the foot is faster than this share of the speed that only a hundredth of the frames reach. This implementation's choice.</summary>
    public double SwingShare { get; init; } = 0.35;

    /// <summary>A step carries the foot at least so far, in legs. Standing people shift and tap their feet by less. This implementation's choice.</summary>
    public double StepLegs { get; init; } = 0.15;

    /// <summary>The same across a picture from the front, in which a step is foreshortened. This implementation's choice.</summary>
    public double FrontalStepLegs { get; init; } = 0.04;

    /// <summary>... and this fast, in legs a second: shuffling at 0.2 m/s swings at about 0.6 m/s. This implementation's choice.</summary>
    public double SwingLegsPerSecond { get; init; } = 0.4;

    /// <summary>A foot that is as fast again within this has not rested: it brushes the floor within its swing. This implementation's choice.</summary>
    public double ShortestRestSeconds { get; init; } = 0.1;

    /// <summary>The same from the front, where lifting and coming nearer undo each other for a moment within the swing. This implementation's choice.</summary>
    public double FrontalShortestRestSeconds { get; init; } = 0.2;

    /// <summary>How much contacts and foot-offs differ from those that laboratories mark, beside the frames' spacing (standard error; half of 73 marks of seven recordings lie within 15 ms). This implementation's choice.</summary>
    public double EventErrorSeconds { get; init; } = 0.02;

    /// <summary>... and where heel or toe is hidden just then, as by the leg before it: a foot takes so long to come down from one end to the other. This implementation's choice.</summary>
    public double HalfHiddenErrorSeconds { get; init; } = 0.08;

    /// <summary>From the front a foot is seen to rest and not when a part of it first does: its times err by so much (standard error, on simulated walkers). This implementation's choice.</summary>
    public double FrontalErrorSeconds { get; init; } = 0.1;

    /// <summary>A floor that moves under the feet by more than this, in legs a second, is a treadmill's. This implementation's choice.</summary>
    public double BeltLegsPerSecond { get; init; } = 0.12;

    /// <summary>So far from an event the second method's own is looked for. This implementation's choice.</summary>
    public double CheckWindowSeconds { get; init; } = 0.25;

    /// <summary>The two methods disagree from here on, beside what the event itself may err: two of the reported errors of the second one (Zeni 2008: 33 ms in 89 % of patients). This implementation's choice.</summary>
    public double DisagreeSeconds { get; init; } = 0.066;

    /// <summary>A stance so many times as long as the leg's median is standing. This implementation's choice.</summary>
    public double StandingStances { get; init; } = 2;

    /// <summary>A stride that goes less far than this share of the leg's median is a start, a stop or a shift. This implementation's choice.</summary>
    public double ShortStrides { get; init; } = 0.6;

    /// <summary>A standing foot that is hidden at an instant is where it was seen within so much time. This implementation's choice.</summary>
    public double StandsAsSeenSeconds { get; init; } = 0.3;

    /// <summary>A phase is judged when the markers were seen in this share of its frames. This implementation's choice.</summary>
    public double SeenShare { get; init; } = 0.8;

    /// <summary>A posture that is kept, as the trunk's lean, by this share: an arm hides the hip of who leans back for half a second at a time. This implementation's choice.</summary>
    public double PostureSeenShare { get; init; } = 0.4;

    /// <summary>Between two frames further apart an ankle may dip unseen: half of the shortest interval of clonus (7 Hz). This implementation's choice.</summary>
    public double LongestDipStepSeconds { get; init; } = 0.07;

    /// <summary>The sole is flat in this part of the stance: heel rocker and push-off are over or have not begun (Perry's mid-stance). This implementation's choice.</summary>
    public double FlatFromShare { get; init; } = 0.25;

    public double FlatToShare { get; init; } = 0.5;

    /// <summary>After contact a foot takes so long to come down flat. This implementation's choice.</summary>
    public double FootFlatSeconds { get; init; } = 0.15;

    /// <summary>... and then lies flat for at least so long. This implementation's choice.</summary>
    public double FlatFootSeconds { get; init; } = 0.07;

    /// <summary>A foot whose sole hangs by more than this under the other's in mid-stance never comes down flat. More than markers differ that are stuck on by hand. This implementation's choice.</summary>
    public double NeverFlatDegrees { get; init; } = 8;

    /// <summary>A marker's lowest place is where a tenth of its places are lower, for noise. This implementation's choice.</summary>
    public double LowestQuantile { get; init; } = 0.1;

    /// <summary>And what goes up and down again in a phase is at its highest where a tenth of its values are higher. This implementation's choice.</summary>
    public double HighestQuantile { get; init; } = 0.9;

    /// <summary>A foot that is put down further than this beside its last place, in legs, is of a way that bends: feet are placed within 2.3 to 3.9 cm (PMC8560566). This implementation's choice.</summary>
    public double StraightLegs { get; init; } = 0.08;

    /// <summary>A foot's length in legs: 0.152 of 0.491 of the stature (Drillis and Contini 1966).</summary>
    public double FootLegs { get; init; } = 0.152 / 0.491;

    /// <summary>From the heel to the joints of the toes, about which a standing foot turns up: seven tenths of it. This implementation's choice.</summary>
    public double HeelToBallLegs { get; init; } = 0.7 * 0.152 / 0.491;

    /// <summary>Half of a usual swing: 40 % of a stride of 1.1 s. This implementation's choice.</summary>
    public double HalfSwingSeconds { get; init; } = 0.22;
}
