namespace Clonus.Motion.Tests;

/// <summary>Moves that somebody repeats, each as long and as large as chance has it, for a scripted angle.</summary>
internal static class RepeatedMoves
{
    /// <summary>From the level to <paramref name="degrees"/> above it and back, half of each interval up.</summary>
    public static ScriptedAngle ToAndFro(
        this ScriptedAngle angle, int times, double frequencyHz, double degrees, double intervalCv = 0, double sizeCv = 0, int seed = 1)
    {
        var random = new Random(seed);
        var level = angle.At(angle.EndSeconds);
        for (var i = 0; i < times; i++)
        {
            var half = 0.5 / frequencyHz * (1 + Math.Clamp(intervalCv * TrackedLeg.Normal(random), -0.5, 0.5));
            angle.MoveTo(level + (degrees * (1 + Math.Clamp(sizeCv * TrackedLeg.Normal(random), -0.5, 0.5))), half).MoveTo(level, half);
        }

        return angle;
    }
}
