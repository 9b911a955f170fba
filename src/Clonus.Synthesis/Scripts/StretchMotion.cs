using Clonus.Synthesis.Physiology;

namespace Clonus.Synthesis.Scripts;

/// <summary>What is seen of the stretch that sets the beats off.</summary>
public enum StretchOnset
{
    /// <summary>The examiner's stretch, then the beats.</summary>
    Stretch,

    /// <summary>The beats already run in the first frame; the script's count begins with the first whole beat after it.</summary>
    Running,

    /// <summary>The foot is held already and the beats begin without a stretch.</summary>
    Spontaneous,
}

/// <summary>What the ankle does. Angles are positive in dorsiflexion, 0 where the sole is square to the shank.</summary>
public sealed record StretchMotion
{
    /// <summary>Of the settings below, a scripted train takes those of its beats, a pacemaker them without the asymmetry, a reflex none of them: its beats arise.</summary>
    public ClonusModel Model { get; init; } = ClonusModel.Scripted;

    /// <summary>The ankle and its reflex arc; of a pacemaker the ankle alone.</summary>
    public ReflexMotion Ankle { get; init; } = new();

    /// <summary>Plantarflexion excursions after the stretch; 0 is a stretch that is only held.</summary>
    public int Beats { get; init; } = 8;

    /// <summary>Rate of the beats once it has settled.</summary>
    public double FrequencyHz { get; init; } = 5.5;

    /// <summary>Depth of the first beat, peak to peak.</summary>
    public double AmplitudeDegrees { get; init; } = 10;

    /// <summary>p of the depth's e^(pt), t from the first beat's peak; negative fades.</summary>
    public double DecayPerSecond { get; init; } = -0.15;

    /// <summary>First interval over the settled one. The first is the longest, settled by the fourth or fifth beat (Boyraz 2015).</summary>
    public double FirstIntervalRatio { get; init; } = 1.3;

    /// <summary>Share of a period that is spent plantarflexing. Below one half (Uysal 2011).</summary>
    public double PlantarflexionFraction { get; init; } = 0.45;

    /// <summary>Random variation of the intervals, standard deviation over mean.</summary>
    public double IntervalCv { get; init; } = 0.03;

    /// <summary>Random variation of the depths, standard deviation over mean.</summary>
    public double AmplitudeCv { get; init; } = 0.05;

    public StretchOnset Onset { get; init; } = StretchOnset.Stretch;

    /// <summary>When the stretch starts; passive movements come before it and push it back.</summary>
    public double StretchStartSeconds { get; init; } = 0.8;

    public double StretchDegrees { get; init; } = 28;

    /// <summary>Speed of the ramp between its short rounded ends.</summary>
    public double StretchDegreesPerSecond { get; init; } = 220;

    /// <summary>Where the foot rests before the stretch and after the release.</summary>
    public double RestDegrees { get; init; } = -20;

    /// <summary>From the end of the stretch to the first plantarflexion. Reflexes come after 40–74 ms (Uysal 2011).</summary>
    public double LatencySeconds { get; init; } = 0.06;

    /// <summary>How often the foot is stretched, each time with its beats; of a train that runs or begins without a stretch, that one and the stretches after it.</summary>
    public int Stretches { get; init; } = 1;

    /// <summary>Rest between one release and the next stretch.</summary>
    public double PauseSeconds { get; init; } = 1.5;

    /// <summary>How long the foot is held after the last beat; in the reflex model, whose beats arise by themselves, after the stretch.</summary>
    public double HoldSeconds { get; init; } = 0.6;

    public double ReleaseDegreesPerSecond { get; init; } = 60;

    /// <summary>Slow back-and-forth movements of the examiner before the stretch.</summary>
    public int PassiveMovements { get; init; }

    public double PassiveFrequencyHz { get; init; } = 1.5;

    public double PassiveDegrees { get; init; } = 12;

    /// <summary>A slow wander of the whole angle, to either side.</summary>
    public double DriftDegrees { get; init; }

    /// <summary>What the patient does on top, below 1 Hz, to either side.</summary>
    public double VoluntaryDegrees { get; init; }

    /// <summary>How far the examiner's hand shakes to either side while it holds the foot.</summary>
    public double HandShakeDegrees { get; init; }

    public double HandShakeHz { get; init; } = 2;

    /// <summary>How far the knee gives way while the foot moves, and drifts on its own.</summary>
    public double KneeMotionMillimetres { get; init; } = 3;
}
