namespace Clonus.Synthesis.Scripts;

/// <summary>What is neither the stretch nor the beats: a slow wander, the patient's own will and the examiner's shaking hand.</summary>
internal sealed class Disturbance
{
    private const double DriftHz = 0.11;
    private static readonly double[] VoluntaryHz = [0.31, 0.53, 0.83];

    private readonly StretchMotion _motion;
    private readonly double[] _phases;

    public Disturbance(StretchMotion motion, long seed)
    {
        var random = new SeededRandom(seed, "disturbance");
        _motion = motion;
        _phases = [.. Enumerable.Range(0, VoluntaryHz.Length + 2).Select(_ => 2 * Math.PI * random.NextUnit())];
    }

    public bool IsNone => _motion is { DriftDegrees: 0, VoluntaryDegrees: 0, HandShakeDegrees: 0 };

    /// <param name="held">How far the examiner holds the foot, 0 to 1: only then his hand shakes it.</param>
    public double DegreesAt(double timeSeconds, double held)
    {
        double Wave(double hertz, int phase) => Math.Sin((2 * Math.PI * hertz * timeSeconds) + _phases[phase]);
        return (_motion.DriftDegrees * Wave(DriftHz, 0))
            + (held * _motion.HandShakeDegrees * Wave(_motion.HandShakeHz, 1))
            + (_motion.VoluntaryDegrees * VoluntaryHz.Select((hertz, i) => Wave(hertz, i + 2)).Average());
    }
}
