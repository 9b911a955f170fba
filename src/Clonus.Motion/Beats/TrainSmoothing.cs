using Clonus.Motion.Signals;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Beats;

/// <summary>
/// How much a signal is smoothed before its turns are looked for: little where the error is small beside the amplitude gate, so that no shape is lost;
/// where it is not, down to the band, and inside a train of known rate down to its second harmonic.
/// </summary>
public static class TrainSmoothing
{
    // Of a filter at 2 Hz, the lowest that a train is smoothed with, less than 1e-9 is left after so long.
    private const double SettlingSeconds = 5;

    /// <summary>The part as far smoothed as its error asks for.</summary>
    public static UniformSignal Smooth(UniformSignal part, AmplitudeGate gate, FrequencyBand band, ClonusPolicy policy) =>
        LowPass(part, CutoffHz(gate, band, policy), band, policy);

    /// <summary>The smoothing itself: a Butterworth filter, forward and backward.</summary>
    public static UniformSignal LowPass(UniformSignal part, double cutoffHz, FrequencyBand band, ClonusPolicy policy) =>
        ZeroPhaseFilter.Apply(part, Butterworth.LowPass(policy.SmoothingOrder, cutoffHz, part.SampleRateHz), paddingSeconds: 1 / band.HighHz);

    /// <summary>The dips of a part, in order of time.</summary>
    /// <param name="smooth">The part after <see cref="Smooth"/>.</param>
    public static List<Excursion> Dips(UniformSignal part, UniformSignal smooth, AmplitudeGate gate, FrequencyBand band, ClonusPolicy policy)
    {
        var noisiness = Noisiness(gate, policy);
        var hysteresis = (policy.TurnRatio + (noisiness * (policy.NoisyTurnRatio - policy.TurnRatio))) * gate.Value;
        var dips = DipFinder.Find(smooth, hysteresis, band, policy).ConvertAll(dip => dip with { SmoothingHz = CutoffHz(gate, band, policy) });
        if (noisiness == 0)
        {
            return dips;
        }

        var begin = 0;
        List<Excursion>[] trains = [.. Trains(dips, gate, policy)];
        for (var i = 0; i < trains.Length; i++)
        {
            var train = trains[i];
            var interval = EpisodeMeasures.Intervals(train.Select(d => d.TimeSeconds)).Median();
            var cutoff = Math.Clamp(policy.TrainSmoothingRatio / interval, policy.TrainSmoothingRatio * band.LowHz, policy.NoisySmoothingRatio * band.HighHz);
            // The train begins where it was seen to begin; it may end later, but not in the next.
            var next = i + 1 < trains.Length ? trains[i + 1][0].Before.TimeSeconds : part.EndSeconds;
            var (from, to) = (train[0].TimeSeconds - (interval / 2), Math.Min(train[^1].TimeSeconds + (policy.FadingIntervals * interval), next));
            var near = part.Between(from - SettlingSeconds, to + SettlingSeconds);
            var finer = TrainDepths.Likely(
                [.. DipFinder.Find(LowPass(near, cutoff, band, policy), policy.TrainTurnRatio * gate.Value, band, policy).Where(d => d.TimeSeconds >= from && d.TimeSeconds <= to)],
                interval, gate.DepthError(cutoff), 1 / (1 + Math.Pow(1 / (interval * cutoff), 2 * policy.SmoothingOrder)));
            begin = IndexFrom(dips, begin, time => time >= from);
            dips.RemoveRange(begin, IndexFrom(dips, begin, time => time > to) - begin);
            dips.InsertRange(begin, finer.Select(dip => dip with { SmoothingHz = cutoff }));
        }

        return dips;
    }

    private static double CutoffHz(AmplitudeGate gate, FrequencyBand band, ClonusPolicy policy)
    {
        var finest = policy.SmoothingRatio * band.HighHz;
        return finest * Math.Pow(policy.NoisySmoothingRatio * band.HighHz / finest, Noisiness(gate, policy));
    }

    private static int IndexFrom(List<Excursion> dips, int index, Func<double, bool> isReached)
    {
        while (index < dips.Count && !isReached(dips[index].TimeSeconds))
        {
            index++;
        }

        return index;
    }

    // 0 where the error hardly matters, 1 where it makes the gate.
    private static double Noisiness(AmplitudeGate gate, ClonusPolicy policy) =>
        Math.Clamp(((gate.NoiseRms / gate.Value) - policy.QuietNoiseRatio) / (policy.LoudNoiseRatio - policy.QuietNoiseRatio), 0, 1);

    // Dips of about one rate that follow each other: what the examiner does before a stretch, or after, has another.
    private static IEnumerable<List<Excursion>> Trains(List<Excursion> dips, AmplitudeGate gate, ClonusPolicy policy)
    {
        var train = new List<Excursion>();
        foreach (var dip in dips.Where(d => d.Depth >= gate.Value))
        {
            if (train.Count > 0 && !GoesOn(train, dip, policy))
            {
                if (train.Count >= policy.MinRhythmBeats)
                {
                    yield return train;
                }

                train = [];
            }

            train.Add(dip);
        }

        if (train.Count >= policy.MinRhythmBeats)
        {
            yield return train;
        }
    }

    private static bool GoesOn(List<Excursion> train, Excursion dip, ClonusPolicy policy)
    {
        var ratio = dip.OwnIntervalSeconds / train.TakeLast(policy.MinRhythmBeats).Select(d => d.OwnIntervalSeconds).Median();
        return dip.TimeSeconds - train[^1].TimeSeconds <= policy.LongestTrainIntervalSeconds
            && ratio < policy.SlowestChangeRatio && ratio > 1 / policy.SlowestChangeRatio;
    }
}
