namespace Clonus.Vision.Tracking;

/// <summary>What a leg looks like from the front and from behind, as <see cref="LimbPolicy"/>; lengths in shanks as they are seen. Spreads are this implementation's choice.</summary>
public sealed record FrontPolicy
{
    /// <summary>Hip to knee.</summary>
    public Proportion Thigh { get; init; } = new(1.1, 0.22);

    /// <summary>How far below the ankle the toe's or the heel's marker is seen.</summary>
    public Proportion Foot { get; init; } = new(0.2, 0.45);

    /// <summary>
    /// How much the foot's marker moves against the ankle's (<see cref="Comotion.StepsApart"/>): standard deviation on one foot, and the range of what is on another one.
    /// </summary>
    public double FootStepsApart { get; init; } = 0.3;

    public double StrangersStepsApart { get; init; } = 1.5;

    /// <summary>How far apart the knees are.</summary>
    public Proportion LegsApart { get; init; } = new(0.5, 0.4);

    /// <summary>Degrees off the vertical of thigh and shank.</summary>
    public JointRange Upright { get; init; } = new(0, 0, 12, 30);

    public JointRange UprightFoot { get; init; } = new(0, 0, 30, 70);

    /// <summary>Standard deviation of an ankle's height while walking, in shanks: too little for a step, enough; and too much.</summary>
    public Ramp StepsLift { get; init; } = new(0.025, 0.05);

    public Ramp StepsLiftLess { get; init; } = new(0.4, 0.3);

    /// <summary>Sideways over up and down, of an ankle against its knee.</summary>
    public Ramp SwaysLessThanLifts { get; init; } = new(1.3, 0.8);

    /// <summary>Log evidence in a full correlation: of a foot's marker that drops when the ankle is lifted; of ankles that are lifted in turns.</summary>
    public double DropTells { get; init; } = 8;

    /// <summary>The correlation that a toe may have as well as a heel: at toe-off the toe hangs lowest, at contact a slow walker's is still lifted.</summary>
    public double DropOfEither { get; init; } = 0.3;

    public double StepsTell { get; init; } = 3;

    /// <summary>Log evidence of facing the camera in growing by a factor of e.</summary>
    public double GrowthTells { get; init; } = 12;

    /// <summary>Log evidence of facing the camera in toes that are seen on both legs, and of the contrary in heels.</summary>
    public double FootTells { get; init; } = 3;

    /// <summary>The same in an ankle that climbs in the picture most of the time, by so many deviations of how fast it moves up and down.</summary>
    public double ClimbTells { get; init; } = 6;

    /// <summary>What it climbs by from a camera on the floor, which sees no depth: the heel leaves the ground more slowly than it comes down.</summary>
    public double ClimbOfEither { get; init; } = 0.05;

    /// <summary>From how much of that evidence on it is known.</summary>
    public double SureFacing { get; init; } = 2.2;

    /// <summary>By how much the heights of two knees differ, in shanks.</summary>
    public double LevelSpread { get; init; } = 0.08;
}
