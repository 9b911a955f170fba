using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Scripts;

namespace Clonus.Scorecard.Counting;

/// <summary>Movements that are no clonus, drawn at random; a seed's last digits choose the kind.</summary>
internal static class LookAlikeScene
{
    private static readonly LookAlikeKind[] Filmed = Enum.GetValues<LookAlikeKind>();

    // Tricks of the camera are no movement: tracks do not have them.
    private static readonly LookAlikeKind[] Tracked = [.. Enum.GetValues<LookAlikeKind>().Where(kind => kind is not (LookAlikeKind.CameraShake or LookAlikeKind.Flicker))];

    public static (LookAlikeKind Kind, StretchScene Scene) Of(long seed) => Of(seed, Tracked);

    public static (LookAlikeKind Kind, StretchScene Scene) OfFilmed(long seed) => Of(seed, Filmed);

    /// <summary>More error than the condition has, of a tracker that is hard put.</summary>
    public static CountCondition Condition(LookAlikeKind kind, CountCondition condition) =>
        kind == LookAlikeKind.TrackerJitter ? condition with { NoiseDegrees = Math.Max(1, 3 * condition.NoiseDegrees) } : condition;

    private static (LookAlikeKind Kind, StretchScene Scene) Of(long seed, LookAlikeKind[] kinds)
    {
        var random = new Random(unchecked((int)(seed * 7919)));
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        var kind = kinds[seed % kinds.Length];
        var (hertz, degrees, variation) = kind switch
        {
            LookAlikeKind.Jerk => (0, Between(3, 15), 0),
            LookAlikeKind.ToAndFro => (Between(1, 3), Between(6, 18), Between(0.02, 0.12)),
            LookAlikeKind.Voluntary => (Between(0.5, 2.4), Between(5, 20), Between(0.05, 0.2)),
            LookAlikeKind.Tapping => (Between(2, 5), Between(6, 20), Between(0.08, 0.2)),
            LookAlikeKind.ParkinsonTremor => (Between(4, 6.5), Between(2, 8), Between(0.01, 0.06)),
            LookAlikeKind.EssentialTremor => (Between(4, 9.5), Between(1, 5), Between(0.02, 0.06)),
            LookAlikeKind.ActionTremor => (Between(4, 8), Between(1, 5), Between(0.02, 0.08)),
            LookAlikeKind.Shivering => (Between(8, 12), Between(1, 4), Between(0.1, 0.25)),
            LookAlikeKind.HeelStrikes => (Between(0.6, 1.15), Between(1, 5), Between(0.01, 0.04)),
            LookAlikeKind.CameraShake => (Between(3, 8), 0, 0),
            LookAlikeKind.Flicker => (Between(2.5, 10), 0, 0),
            _ => (0, 0, 0),
        };
        return (kind, new StretchScene
        {
            Seed = seed,
            LookAlike = new LookAlikeMotion(kind) { FrequencyHz = hertz, AmplitudeDegrees = degrees, IntervalCv = variation, Seconds = Between(3, 10) },
        });
    }
}
