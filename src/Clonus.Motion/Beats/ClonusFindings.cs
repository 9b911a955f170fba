using System.Collections.Immutable;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Beats;

public enum ClonusStatus
{
    /// <summary>At least one beat after a trigger.</summary>
    Detected,

    /// <summary>In the band and regular, but no trigger was seen.</summary>
    RhythmicOnly,
    NotDetected,

    /// <summary>The recording does not allow an answer; the issues say why and the counts are null.</summary>
    NotAssessable,
}

public enum Truncation
{
    None,
    Start,
    End,
    Both,
}

public enum TriggerKind
{
    None,
    Stretch,
    Contact,
}

/// <summary>One involuntary plantarflexion excursion with at least half of its depth returned.</summary>
/// <param name="TimeSeconds">Peak plantarflexion.</param>
/// <param name="StartSeconds">Where the excursion leaves the crest before it.</param>
/// <param name="EndSeconds">Where it has come back to the crest after it.</param>
/// <param name="Amplitude">Peak to peak before the band-pass, in the signal's unit.</param>
/// <param name="Confidence">Probability that this is a beat, 0 to 1.</param>
/// <param name="Episode">Index of its episode.</param>
public sealed record Beat(
    double TimeSeconds, double StartSeconds, double EndSeconds, double Amplitude, double Confidence, int Episode);

/// <summary>An excursion that was looked at and not counted, with the reason in words.</summary>
public sealed record RejectedBeat(double TimeSeconds, string Reason);

/// <summary>A run of beats with no pause longer than the merge gap. Null is unknown or not defined for so few beats.</summary>
/// <param name="FrequencyHz">1 / median of the intervals from the fourth on; of all but the first when there are at most five.</param>
/// <param name="DecayPerSecond">p of A·e^(pt) over the beats' amplitudes; negative = fading.</param>
/// <param name="PlantarflexionFraction">Median share of the cycle spent plantarflexing.</param>
/// <param name="Scats">Spinal cord assessment tool for spastic reflexes, clonus grade by duration: 0 to 3.</param>
/// <param name="TardieuIfPressureHeld">3 below 10 s, 4 above, if the examiner kept the pressure.</param>
public sealed record ClonusEpisode(
    double StartSeconds,
    double EndSeconds,
    double DurationSeconds,
    int Beats,
    Truncation Truncated,
    double? FrequencyHz,
    double? IntervalMeanSeconds,
    double? IntervalCv,
    double? FirstIntervalRatio,
    double AmplitudeMean,
    double AmplitudeFirst,
    double AmplitudeMax,
    double? DecayPerSecond,
    double? PlantarflexionFraction,
    TriggerKind Trigger,
    double? TriggerSeconds,
    double? LatencySeconds,
    bool? Sustained,
    int? Scats,
    int? TardieuIfPressureHeld,
    double Confidence,
    ImmutableArray<Criterion> Criteria)
{
    /// <summary>Share of a sine's peak-to-peak amplitude that the frame rate and the smoothing, which depends on the noise, leave at this frequency; null where the frequency is.</summary>
    public double? AmplitudeGain { get; init; }

    /// <summary>The mean amplitude as it was before that loss; what is lost by blur within a frame is not in it, for the exposure is not known.</summary>
    public double? AmplitudeMeanCorrected { get; init; }
}

/// <summary>The rule that was applied and its words.</summary>
public sealed record AppliedRule(string Id, int MinBeats, string Text);

/// <summary>What one side's signal holds. Counts are null when the status is not assessable.</summary>
public sealed record ClonusFinding(
    ClonusStatus Status,
    int? BeatsTotal,
    int? LongestEpisodeBeats,
    bool? CountMeetsRule,
    bool? Sustained,
    bool? SustainedSure,
    bool? Borderline,
    AppliedRule Rule,
    int? BeatsLow,
    int? BeatsHigh,
    double? Confidence,
    int? OscillationsFirst10s,
    ImmutableArray<ClonusEpisode> Episodes,
    ImmutableArray<Beat> Beats,
    ImmutableArray<RejectedBeat> Rejected);
