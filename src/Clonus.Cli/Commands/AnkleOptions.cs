using System.CommandLine;
using Clonus.Synthesis.Physiology;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>The options of synth stretch for an ankle that is computed: its mass and spring, and the reflex around it.</summary>
internal static class AnkleOptions
{
    private static readonly Option<double?> Gain = SceneOption.Numbered("--gain", "NM_S", "Reflex torque for each rad/s of stretch: 2 gives a few beats, 4 a dying train, 6 a sustained one [6]");
    private static readonly Option<double?> Fatigue = SceneOption.Numbered("--fatigue", "S", "The gain falls to 37 % in this time under stretch [it does not tire]");
    private static readonly Option<double?> Delay = SceneOption.Numbered("--reflex-delay", "S", "From a stretch to the muscle's command [0.05]");
    private static readonly Option<double?> Inertia = SceneOption.Numbered("--inertia", "KG_M2", "Of foot and hand; more beats slower [0.02, or 0.05 with the foot on the floor]");
    private static readonly Option<double?> Stiffness = SceneOption.Numbered("--stiffness", "NM_PER_RAD", "Of the ankle at rest; twice as much suppresses the beats [30]");
    private static readonly Option<double?> LoadStiffening = SceneOption.Numbered("--load-stiffening", "PER_RAD", "Stiffness that each Nm of the hand's push adds: the rate rises with the load [0]");
    private static readonly Option<double?> TonicStiffening = SceneOption.Numbered("--tonic-stiffening", "PER_RAD", "Stiffness that each Nm of the muscle's mean pull adds: the first interval is the longest [0]");
    private static readonly Option<double?> Damping = SceneOption.Numbered("--damping", "RATIO", "Of the ankle without its reflex; 1 does not swing at all [0.25]");

    /// <summary>What only a reflex has.</summary>
    public static Option[] OfReflex => [Gain, Fatigue, Delay];

    /// <summary>What every ankle has that is computed.</summary>
    public static Option[] OfAnkle => [Inertia, Stiffness, LoadStiffening, TonicStiffening, Damping];

    public static ReflexMotion Ankle(ParseResult parsed, Posture? posture)
    {
        var usual = new ReflexMotion();
        return new ReflexMotion
        {
            Gain = parsed.GetValue(Gain) ?? usual.Gain,
            FatigueSeconds = parsed.GetValue(Fatigue),
            DelaySeconds = parsed.GetValue(Delay) ?? usual.DelaySeconds,
            Inertia = parsed.GetValue(Inertia) ?? (posture is Posture.FootOnFloor or Posture.Standing ? ReflexMotion.InertiaUnderLeg : usual.Inertia),
            Stiffness = parsed.GetValue(Stiffness) ?? usual.Stiffness,
            LoadStiffening = parsed.GetValue(LoadStiffening) ?? usual.LoadStiffening,
            TonicStiffening = parsed.GetValue(TonicStiffening) ?? usual.TonicStiffening,
            DampingRatio = parsed.GetValue(Damping) ?? usual.DampingRatio,
        };
    }
}
