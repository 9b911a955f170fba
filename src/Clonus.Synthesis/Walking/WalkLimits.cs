using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Walking;

/// <summary>What a walk may ask for. The words are those of the command's options.</summary>
internal static class WalkLimits
{
    // Steps from a shuffle to a stride that a leg of this length can make, in statures.
    private const double ShortestStride = 0.2;
    private const double LongestStride = 0.9;
    private const double MiddleStatureMillimetres = 1725;

    /// <exception cref="InputException">A setting lies outside its limits; the message names the option and what is allowed.</exception>
    public static void Check(WalkScene scene)
    {
        var (speed, cadence) = scene.Motion.Pace(scene.Subject.StatureMillimetres ?? MiddleStatureMillimetres);
        SceneLimits.Within("--speed", speed / 1000, 0.1, 2.5, " m/s");
        SceneLimits.Within("--cadence", cadence, 20, 180, " steps a minute");
        SceneLimits.Within("--stand", scene.Motion.StandSeconds, 0, 60, " s");
        SceneLimits.Within("--sticker-size", scene.Subject.StickerMillimetres, 4, 100, " mm");
        if (scene.Subject.StatureMillimetres is { } stature)
        {
            SceneLimits.Within("--stature", stature, 900, 2100, " mm");
        }

        foreach (var pattern in scene.Motion.Patterns)
        {
            SceneLimits.Within("--severity", pattern.Severity, 0, 3);
        }

        if (scene.Motion.Patterns.Select(pattern => pattern.Name).Distinct().Count() != scene.Motion.Patterns.Length)
        {
            throw SceneLimits.Wrong("--pattern: each pattern once");
        }

        if (scene.Motion.AffectedSide == BodySide.Unknown)
        {
            throw SceneLimits.Wrong("--affected unknown: allowed are left and right");
        }

        var statures = speed * 120 / cadence / (scene.Subject.StatureMillimetres ?? MiddleStatureMillimetres);
        if (statures is < ShortestStride or > LongestStride)
        {
            throw SceneLimits.Wrong(FormattableString.Invariant(
                $"--speed {speed / 1000} with --cadence {cadence}: a stride of {statures:0.00} statures; allowed are {ShortestStride} to {LongestStride}, so give another cadence"));
        }

        if (scene.Subject.WalksTo == BodySide.Unknown)
        {
            throw SceneLimits.Wrong("--walks-to unknown: allowed are left and right");
        }

        CheckStickers(scene.Subject);
        SceneLimits.CheckCamera(scene.Camera);
    }

    private static void CheckStickers(WalkSubject subject)
    {
        foreach (var sticker in subject.Stickers ?? [])
        {
            var allowed = sticker.Side == BodySide.Unknown ? [] : subject.Markable(sticker.Side);
            if (!allowed.Contains(sticker.Landmark))
            {
                throw SceneLimits.Wrong(
                    $"a sticker on {new MarkerName(sticker.Side, sticker.Landmark)}: this view shows of that leg {string.Join(", ", allowed).ToLowerInvariant()}");
            }
        }

        if (subject.Stickers is { } stickers && stickers.Select(s => (s.Side, s.Landmark)).Distinct().Count() != stickers.Length)
        {
            throw SceneLimits.Wrong("--markers: each marker of a leg once");
        }
    }
}
