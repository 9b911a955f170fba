using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>Trains as clinics see them, drawn at random; a seed's last digits choose the kind, so that every range of seeds holds all of them.</summary>
internal static class TrainScene
{
    public static (string Kind, StretchScene Scene) Of(long seed)
    {
        var random = new Random(unchecked((int)(seed * 7919)));
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        bool InTen(double times) => 10 * random.NextDouble() < times;

        var common = new StretchMotion
        {
            StretchDegrees = Between(12, 32),
            StretchDegreesPerSecond = Between(90, 350),
            RestDegrees = Between(-30, -10),
            StretchStartSeconds = Between(0.6, 1.5),
            PauseSeconds = Between(1.2, 2.5),
            ReleaseDegreesPerSecond = Between(30, 250),
            PassiveMovements = InTen(2.5) ? random.Next(1, 4) : 0,
            PassiveFrequencyHz = Between(1, 2.4),
            PassiveDegrees = Between(6, 15),
            VoluntaryDegrees = InTen(1.5) ? Between(0.5, 2) : 0,
            HandShakeDegrees = InTen(1.5) ? Between(0.2, 0.8) : 0,
            HandShakeHz = Between(1, 2.4),
            Stretches = InTen(1.5) ? random.Next(2, 4) : 1,
        };
        var ankle = new ReflexMotion
        {
            Inertia = Between(0.012, 0.03),
            Stiffness = Between(20, 40),
            DampingRatio = Between(0.22, 0.35),
            DelaySeconds = Between(0.038, 0.065),
            TwitchRate = Between(17, 28),
            ThresholdSpeed = Between(0.1, 0.3),
            MaxTorque = Between(8, 16),
            TonicStiffening = InTen(5) ? Between(0.5, 4) : 0,
            LoadStiffening = InTen(3) ? Between(0.2, 1.5) : 0,
        };
        var scripted = common with
        {
            FrequencyHz = Between(3, 8.5),
            AmplitudeDegrees = Between(3, Math.Min(15, 0.75 * common.StretchDegrees)),
            DecayPerSecond = Between(-0.9, 0),
            FirstIntervalRatio = Between(1.05, 1.4),
            PlantarflexionFraction = Between(0.38, 0.55),
            IntervalCv = Between(0.01, 0.07),
            AmplitudeCv = Between(0.02, 0.12),
            LatencySeconds = Between(0.03, 0.12),
            HoldSeconds = Between(0.3, 1.5),
        };
        StretchMotion Reflex(double gain, double hold, double? fatigue = null) =>
            common with { Model = ClonusModel.Reflex, Ankle = ankle with { Gain = gain, FatigueSeconds = fatigue }, HoldSeconds = hold };
        // An ankle that a generator drives at its rate: one too heavy for it would skip beats.
        var driven = ankle with { Inertia = Between(0.012, 0.018), Stiffness = Between(28, 40), TonicStiffening = 0 };
        StretchMotion Pacemaker(int beats) => scripted with { Model = ClonusModel.Pacemaker, Ankle = driven, Beats = beats, HoldSeconds = (beats * 1.5 / scripted.FrequencyHz) + Between(0.3, 1.2) };

        var (kind, motion) = (seed % 20) switch
        {
            0 => ("no beat", Reflex(Between(0, 0.6), Between(1, 2))),
            1 => ("no beat", scripted with { Beats = 0 }),
            2 => ("one beat", scripted with { Beats = 1 }),
            3 => ("one beat", Pacemaker(1)),
            4 => ("2 to 5 beats", Pacemaker(random.Next(2, 6))),
            5 => ("2 to 5 beats", scripted with { Beats = random.Next(2, 6) }),
            6 or 7 or 8 => ("few, reflex", Reflex(Between(1, 3), Between(1.5, 3))),
            9 or 10 => ("fading", Reflex(Between(2.5, 4.5), Between(3, 5))),
            11 => ("fading", Reflex(Between(4, 9), Between(4, 7), fatigue: Between(1.5, 5))),
            12 or 13 => ("sustained, reflex", Reflex(Between(5, 9), Between(1.5, 5))),
            14 => ("let go", Reflex(Between(4, 9), Between(0.5, 1.5))),
            15 => ("60 beats", Reflex(Between(6, 9), 14)),
            16 => ("60 beats", Pacemaker(60) with { DecayPerSecond = Between(-0.05, 0), Stretches = 1 }),
            17 => ("on the floor", Reflex(Between(3, 12), Between(1.5, 5)) with { Ankle = ankle with { Gain = Between(3, 6), Inertia = Between(0.04, 0.07) }, VoluntaryDegrees = Between(0, 2) }),
            18 => ("5 to 20 beats", Pacemaker(random.Next(5, 21))),
            _ => ("5 to 20 beats", scripted with { Beats = random.Next(5, 21) }),
        };
        return (kind, new StretchScene { Seed = seed, Motion = motion });
    }
}
