using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.LookAlikes;
using Clonus.Synthesis.Physiology;

namespace Clonus.Synthesis.Scripts;

/// <summary>What a scene may ask for. The words are those of the command's options.</summary>
internal static class SceneLimits
{
    public static readonly Landmark[] Landmarks = [Landmark.Hip, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe];

    /// <exception cref="InputException">A setting lies outside its limits; the message names the option and what is allowed.</exception>
    public static void Check(StretchScene scene)
    {
        if (scene.LookAlike is { } other)
        {
            CheckLookAlike(other);
        }
        else
        {
            CheckMotion(scene.Motion);
            CheckAnkle(scene.Motion.Ankle);
        }

        CheckSubject(scene.Subject);
        CheckCamera(scene.Camera);
    }

    private static void CheckMotion(StretchMotion motion)
    {
        Within("--beats", motion.Beats, 0, 500);
        Within("--frequency", motion.FrequencyHz, 0.5, 15, " Hz");
        Within("--amplitude", motion.AmplitudeDegrees, 0.1, 40, " degrees");
        Within("--decay", motion.DecayPerSecond, -5, 1, " per second");
        Within("--first-interval", motion.FirstIntervalRatio, 0.5, 3);
        Within("--asymmetry", motion.PlantarflexionFraction, 0.2, 0.8);
        Within("--jitter", motion.IntervalCv, 0, 0.3);
        Within("--amplitude-jitter", motion.AmplitudeCv, 0, 0.3);
        Within("--stretch-start", motion.StretchStartSeconds, 0, 60, " s");
        Within("--stretch-angle", motion.StretchDegrees, 1, 60, " degrees");
        Within("--stretch-speed", motion.StretchDegreesPerSecond, 5, 1000, " degrees/s");
        Within("--rest-angle", motion.RestDegrees, -50, 20, " degrees");
        Within("--latency", motion.LatencySeconds, 0, 2, " s");
        Within("--hold", motion.HoldSeconds, 0, 600, " s");
        Within("--release-speed", motion.ReleaseDegreesPerSecond, 5, 1000, " degrees/s");
        Within("--passive", motion.PassiveMovements, 0, 50);
        Within("--passive-frequency", motion.PassiveFrequencyHz, 0.2, 5, " Hz");
        Within("--passive-angle", motion.PassiveDegrees, 1, 40, " degrees");
        Within("--stretches", motion.Stretches, 1, 20);
        Within("--pause", motion.PauseSeconds, 0.2, 60, " s");
        Within("--drift", motion.DriftDegrees, 0, 20, " degrees");
        Within("--voluntary", motion.VoluntaryDegrees, 0, 20, " degrees");
        Within("--hand-shake", motion.HandShakeDegrees, 0, 10, " degrees");
        Within("--hand-shake", motion.HandShakeHz, 0.2, 12, " Hz");
        Within("--knee-motion", motion.KneeMotionMillimetres, 0, 30, " mm");
        if (motion is { Onset: StretchOnset.Running, Beats: 0 })
        {
            throw Wrong("--onset running with --beats 0: a running train needs at least 1 beat");
        }
    }

    // Well around what was measured or is used in models (Chung 2004, Uysal 2011, Hidler and Rymer), and within what the computation's step can follow.
    private static void CheckAnkle(ReflexMotion ankle)
    {
        Within("--gain", ankle.Gain, 0, 50, " Nm per rad/s");
        Within("--fatigue", ankle.FatigueSeconds ?? 1, 0.1, 60, " s");
        Within("--inertia", ankle.Inertia, 0.005, 0.3, " kg m2");
        Within("--stiffness", ankle.Stiffness, 5, 200, " Nm/rad");
        Within("--load-stiffening", ankle.LoadStiffening, 0, 5, " per rad");
        Within("--tonic-stiffening", ankle.TonicStiffening, 0, 20, " per rad");
        Within("--damping", ankle.DampingRatio, 0.05, 1);
        Within("--reflex-delay", ankle.DelaySeconds, 0.02, 0.15, " s");
    }

    private static void CheckLookAlike(LookAlikeMotion motion)
    {
        if (LookAlikeMotion.Usual(motion.Kind).FrequencyHz > 0)
        {
            Within("--frequency", motion.Rate, 0.1, motion.Kind == LookAlikeKind.HeelStrikes ? 2 : 20, " Hz");
        }

        if (LookAlikeMotion.Usual(motion.Kind).AmplitudeDegrees > 0)
        {
            Within("--amplitude", motion.Depth, 0.1, 40, " degrees");
        }

        Within("--jitter", motion.Variation, 0, 0.3);
        Within("--seconds", motion.Seconds, 1, 600, " s");
        Within("--rest-angle", motion.Rest, -50, 20, " degrees");
    }

    private static void CheckSubject(StretchSubject subject)
    {
        var marked = subject.Stickers.Select(s => s.Landmark).ToArray();
        if (marked.Except(Landmarks).Any() || marked.Distinct().Count() != marked.Length)
        {
            throw Wrong($"--markers {string.Join(',', marked).ToLowerInvariant()}: allowed are hip, knee, ankle, heel and toe, each once");
        }

        if (subject.ToesPoint == BodySide.Unknown)
        {
            throw Wrong("--view-side unknown: allowed are left and right");
        }

        if (subject.StickerDiameterPixels is { } diameter)
        {
            Within("--sticker-size", diameter, 3, 200, " px");
        }

        foreach (var occlusion in subject.Occlusions)
        {
            if (!marked.Contains(occlusion.Landmark) || !(occlusion.StartSeconds < occlusion.EndSeconds) || occlusion.StartSeconds < 0)
            {
                throw Wrong(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--occlude {occlusion.Landmark.ToString().ToLowerInvariant()}@{occlusion.StartSeconds}:{occlusion.EndSeconds}: allowed is a marker of the clip and 0 <= START < END in seconds"));
            }
        }
    }

    public static void CheckCamera(StretchCamera camera)
    {
        Within("--fps", camera.Rate.Denominator > 0 ? camera.Rate.Hz : double.NaN, 5, 1000);
        CheckSize("width", camera.WidthPixels);
        CheckSize("height", camera.HeightPixels);
        if (camera.DurationSeconds is { } duration)
        {
            Within("--duration", duration, 0.1, 3600, " s");
        }

        Within("--shutter", camera.ShutterSeconds, 0, 1 / camera.Rate.Hz, " s (one frame)");
        Within("--noise", camera.NoiseSigma, 0, 30, " levels");
        Within("--brightness", camera.Brightness, 0.05, 3);
        Within("--shake", camera.Shake?.Pixels ?? 0, 0, 100, " px");
        Within("--shake", camera.Shake?.FrequencyHz ?? 0, 0, 30, " Hz");
        Within("--shake-roll", camera.Shake?.RollDegrees ?? 0, 0, 20, " degrees");
        Within("--shake-zoom", camera.Shake?.ZoomPercent ?? 0, 0, 20, " %");
        Within("--hand-held", camera.HandHeldPixels, 0, 100, " px");
        CheckPan(camera.Pan, camera.WidthPixels);
        CheckExposure(camera.ExposureSteps);
        Within("--flicker", camera.Flicker?.Percent ?? 0, 0, 50, " %");
        Within("--flicker", camera.Flicker?.FrequencyHz ?? 0, 0, 1000, " Hz");
    }

    private static void CheckPan(CameraPan? pan, int width)
    {
        if (pan is not null && !(Math.Abs(pan.Pixels) <= 2 * width && pan.StartSeconds >= 0 && pan.StartSeconds < pan.EndSeconds && pan.EndSeconds <= 3600))
        {
            throw Wrong(FormattableString.Invariant(
                $"--pan {pan.Pixels}@{pan.StartSeconds}:{pan.EndSeconds}: allowed are up to {2 * width} px to either side and 0 <= START < END in seconds"));
        }
    }

    private static void CheckExposure(ImmutableArray<ExposureStep> steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            Within("--exposure", steps[i].Factor, 0.1, 5);
            Within("--exposure", steps[i].StartSeconds, i == 0 ? 0 : steps[i - 1].StartSeconds, 3600, " s, one after the other");
        }
    }

    // Chroma has half the resolution: both sides must be even.
    private static void CheckSize(string what, int pixels)
    {
        if (pixels is < 64 or > 4096 || pixels % 2 != 0)
        {
            throw Wrong($"--size with {what} {pixels}: allowed are even numbers from 64 to 4096");
        }
    }

    public static void Within(string option, double value, double low, double high, string unit = "")
    {
        if (!(value >= low && value <= high))
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{option} {value}: allowed is {low:0.####} to {high:0.####}{unit}"));
        }
    }

    public static InputException Wrong(string message) => new(InputFault.Settings, message);
}
