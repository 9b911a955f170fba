using System.Collections.Immutable;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Physiology;

/// <summary>A generator that gives bursts in rhythm after each stretch, so strong that the ankle's swing has the depth asked for.</summary>
internal sealed class Pacemaker(StretchMotion motion, long seed)
{
    // How long it runs to tell how far one Nm moves the ankle.
    private const double CalibrationSeconds = 4;

    private readonly SeededRandom _random = new(seed, "beats");
    private readonly ImmutableArray<Volley>.Builder _volleys = ImmutableArray.CreateBuilder<Volley>();
    private readonly double _torqueForOneDegree = TorqueForOneDegree(motion);

    public ImmutableArray<Volley> Volleys => _volleys.ToImmutable();

    /// <summary>Adds the train that a stretch sets off, and gives the time at which it is over.</summary>
    public double AddTrain(double stretchEndSeconds)
    {
        var first = stretchEndSeconds + motion.LatencySeconds;
        var time = first;
        foreach (var interval in ScriptedTrain.Intervals(motion, motion.Beats, motion.FirstIntervalRatio, _random))
        {
            _volleys.Add(new Volley(time, _torqueForOneDegree * ScriptedTrain.Amplitude(motion, time - first, _random)));
            time += interval;
        }

        return motion.Beats == 0 ? stretchEndSeconds : time;
    }

    private static double TorqueForOneDegree(StretchMotion motion)
    {
        ImmutableArray<Volley> steady = [.. Enumerable.Range(0, (int)(CalibrationSeconds * motion.FrequencyHz)).Select(i => new Volley(i / motion.FrequencyHz, 1))];
        var load = motion.Ankle.Stiffness * motion.StretchDegrees * Math.PI / 180;
        var swing = AnkleLoop.Run(
            motion.Ankle with { FatigueSeconds = null, TonicStiffening = 0 }, _ => new AnkleInput(0, load, 1, 0), CalibrationSeconds, steady).Angle.Degrees;
        var settled = swing[(swing.Length / 2)..];
        return 1 / (settled.Max() - settled.Min());
    }
}
