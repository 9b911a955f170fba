using System.Collections.Immutable;

namespace Clonus.Synthesis.Physiology;

/// <summary>What moves the ankle from outside at one instant.</summary>
/// <param name="Torque">Of the examiner's hand, gravity and what the patient wants, Nm, positive in dorsiflexion.</param>
/// <param name="Load">Of it what stretches the calf, Nm.</param>
/// <param name="Readiness">0 to 1: how far the reflex or the generator is awake. Unloading stops clonus.</param>
/// <param name="StretchedSeconds">Since the stretch began.</param>
public readonly record struct AnkleInput(double Torque, double Load, double Readiness, double StretchedSeconds);

/// <summary>A generator's command, a half sine.</summary>
public readonly record struct Volley(double StartSeconds, double PeakTorque);

/// <param name="Angle">Degrees from rest.</param>
/// <param name="PullsSeconds">When each contraction pulls hardest.</param>
public sealed record SimulatedAnkle(SampledCurve Angle, ImmutableArray<double> PullsSeconds);

/// <summary>
/// I θ'' + B θ' + K θ = τ − a2, with the muscle's torque a2 a critically damped twitch of its command: of a reflex the delayed, half-wave rectified
/// velocity of stretch through a saturating pool (Hidler and Rymer 1999; Kearney and Mirbagheri), of a pacemaker bursts in rhythm.
/// </summary>
public static class AnkleLoop
{
    private const double UsualStepSeconds = 0.0005;

    // Nm: what rises by less moves no ankle by a tenth of a degree and is no contraction.
    private const double QuietTorque = 0.03;
    private const double TonicSeconds = 0.3;

    private const double VolleySeconds = 0.06;

    /// <param name="generator">What a generator commands, in order of time; null for the reflex.</param>
    public static SimulatedAnkle Run(
        ReflexMotion motion, Func<double, AnkleInput> input, double durationSeconds, ImmutableArray<Volley>? generator = null, double stepSeconds = UsualStepSeconds)
    {
        var steps = (int)Math.Ceiling(durationSeconds / stepSeconds) + 1;
        var delay = (int)Math.Round(motion.DelaySeconds / stepSeconds);
        var (degrees, speeds, torques) = (new double[steps], new double[steps], new double[steps]);
        var next = 0;
        double angle = RestingAngle(motion, input(0)), speed = 0, activation = 0, torque = 0, tonic = 0;
        for (var i = 0; i < steps; i++)
        {
            var time = i * stepSeconds;
            var outside = input(time);
            var tired = motion.FatigueSeconds is { } seconds ? Math.Exp(-outside.StretchedSeconds / seconds) : 1;
            var drive = generator is { } volleys
                ? tired * outside.Readiness * Command(volleys, ref next, time)
                : Reflex(motion, i >= delay ? speeds[i - delay] : 0, tired * outside.Readiness);
            var stiffness = PassiveStiffness(motion, outside) + (motion.TonicStiffening * tonic);
            var damping = 2 * motion.DampingRatio * Math.Sqrt(motion.Inertia * stiffness);

            (degrees[i], speeds[i], torques[i]) = (angle * 180 / Math.PI, speed, torque);
            activation += stepSeconds * motion.TwitchRate * (drive - activation);
            torque += stepSeconds * motion.TwitchRate * (activation - torque);
            tonic += stepSeconds / TonicSeconds * (torque - tonic);

            // The speed first and the angle with the new speed: stable without smaller steps.
            speed += stepSeconds * (outside.Torque - torque - (damping * speed) - (stiffness * angle)) / motion.Inertia;
            angle += stepSeconds * speed;
        }

        return new SimulatedAnkle(new SampledCurve(stepSeconds, ImmutableArray.Create(degrees)), Pulls(torques, stepSeconds));
    }

    private static double PassiveStiffness(ReflexMotion motion, AnkleInput outside) => motion.Stiffness + (motion.LoadStiffening * outside.Load);

    // Where what acts at first holds the ankle still.
    private static double RestingAngle(ReflexMotion motion, AnkleInput outside) => outside.Torque / PassiveStiffness(motion, outside);

    private static double Reflex(ReflexMotion motion, double stretchSpeed, double awake)
    {
        var beyond = Math.Max(0, stretchSpeed - motion.ThresholdSpeed);
        return motion.MaxTorque * Math.Tanh(motion.Gain * awake * beyond / motion.MaxTorque);
    }

    private static double Command(ImmutableArray<Volley> volleys, ref int next, double time)
    {
        while (next + 1 < volleys.Length && volleys[next + 1].StartSeconds <= time)
        {
            next++;
        }

        var since = volleys.IsEmpty ? -1 : time - volleys[next].StartSeconds;
        return since >= 0 && since < VolleySeconds ? volleys[next].PeakTorque * Math.Sin(Math.PI * since / VolleySeconds) : 0;
    }

    private static ImmutableArray<double> Pulls(double[] torques, double stepSeconds)
    {
        var pulls = ImmutableArray.CreateBuilder<double>();
        var (low, rising) = (0.0, false);
        for (var i = 1; i < torques.Length; i++)
        {
            if (rising && torques[i] < torques[i - 1])
            {
                pulls.Add((i - 1) * stepSeconds);
                rising = false;
                low = torques[i];
            }

            low = Math.Min(low, torques[i]);
            rising = torques[i] - low > QuietTorque && torques[i] >= torques[i - 1];
        }

        return pulls.ToImmutable();
    }
}
