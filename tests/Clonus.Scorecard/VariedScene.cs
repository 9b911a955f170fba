using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard;

/// <summary>A clip of the sweep in which all that the sweep does not name is drawn from the range that clinics show.</summary>
internal static class VariedScene
{
    // The last beat of a fading train is still one by the contract, whose gate is 1.5 degrees.
    private const double SmallestBeatDegrees = 2.5;

    // A beat whose own interval lies outside of the band, from 2.5 Hz on, is none by the contract; the first may be a little slower.
    private const double SlowestFirstHz = 2.2;

    public static StretchScene Of(SweepCase sweepCase)
    {
        var random = new Random(SeedOf(sweepCase));
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        bool InTen(int times) => random.Next(10) < times;

        var amplitude = Between(4, 15);
        var longest = Math.Max(sweepCase.Beats, 1) / sweepCase.FrequencyHz * 1.2;
        return new StretchScene
        {
            Seed = sweepCase.Seed,
            Motion = new StretchMotion
            {
                Beats = sweepCase.Beats,
                FrequencyHz = sweepCase.FrequencyHz,
                AmplitudeDegrees = amplitude,
                DecayPerSecond = Math.Max(Between(-0.8, 0), Math.Log(SmallestBeatDegrees / amplitude) / longest),
                FirstIntervalRatio = Between(1.05, Math.Min(1.5, sweepCase.FrequencyHz / SlowestFirstHz)),
                PlantarflexionFraction = Between(0.38, 0.55),
                IntervalCv = Between(0.01, 0.08),
                AmplitudeCv = Between(0, 0.12),
                StretchDegrees = Between(15, 35),
                StretchDegreesPerSecond = Between(90, 350),
                LatencySeconds = Between(0.03, 0.12),
                HoldSeconds = Between(0.2, 1.5),
                ReleaseDegreesPerSecond = Between(30, 200),
                PassiveMovements = InTen(3) ? random.Next(1, 4) : 0,
                PassiveFrequencyHz = Between(1, 2.2),
                PassiveDegrees = Between(6, 18),
                KneeMotionMillimetres = Between(0, 8),
            },
            Camera = new StretchCamera
            {
                Rate = new FrameRate(sweepCase.Fps, 1),
                VariableFrameRate = InTen(3),
                ShutterSeconds = 1 / Between(60, 500),
                NoiseSigma = Between(0.5, 4),
                Shake = InTen(3) ? new CameraShake(Between(0.5, 5), Between(0.5, 3)) : null,
            },
            Subject = new StretchSubject { Skin = (SkinTone)random.Next(6) },
        };
    }

    // The same in every run, which HashCode.Combine is not.
    private static int SeedOf(SweepCase sweepCase) =>
        unchecked((int)((((((sweepCase.Seed * 31) + sweepCase.Beats) * 31) + sweepCase.Fps) * 31) + (10 * sweepCase.FrequencyHz)));
}
