using System.Collections.Immutable;
using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Gait;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using Clonus.Vision.Tracking;
using static Clonus.Cli.Settings.SettingText;

namespace Clonus.Cli.Settings;

/// <summary>One thing that users may set, under one name on the command line (dashes) and in a protocol (underscores).</summary>
/// <param name="Allowed">What may be given, in words for help and errors.</param>
/// <param name="Apply">The settings with the given text applied; null when the text is none of what is allowed.</param>
/// <param name="Print">The text that would give the settings' present value; null when there is none.</param>
internal sealed record Setting(
    string Key,
    string ValueName,
    string Help,
    string Allowed,
    Func<RunSettings, string, RunSettings?> Apply,
    Func<RunSettings, string?> Print)
{
    /// <summary>What holds when the setting is not given, in words; null where <see cref="Print"/> has a value or there is nothing to say.</summary>
    public Func<RunSettings, string>? Otherwise { get; init; }

    /// <summary>True where the command line has no such option.</summary>
    public bool ProtocolOnly { get; init; }

    /// <summary>True where the command line's option stands alone and means "true".</summary>
    public bool IsSwitch { get; init; }

    public string OptionName => "--" + Key.Replace('_', '-');

    /// <exception cref="InputException">The text is not allowed; the message names <paramref name="source"/>.</exception>
    public RunSettings ApplyFrom(string source, RunSettings settings, string text) =>
        Apply(settings, text) ?? throw new InputException(InputFault.Settings, $"{source} cannot be '{text}': give {Allowed}");
}

/// <summary>Every setting there is, markers apart: the one place where options and protocol keys are defined.</summary>
internal static class SettingCatalogue
{
    public static readonly ImmutableArray<Setting> All =
    [
        new("site", "SITE", "Which movement is looked at", Words<Site>(),
            (s, text) => Word<Site>(text) is { } site ? Measured(s, s.Analysis.Signal with { Site = site }) : null,
            s => Word(s.Analysis.Signal.Site)),

        new("side", "SIDE", "The body side that is filmed", "left, right or auto",
            (s, text) => SideOf(text) is { } side ? s with { Tracking = s.Tracking with { Side = side } } : null,
            s => s.Tracking.Side == BodySide.Unknown ? "auto" : Word(s.Tracking.Side)),

        new("affected", "SIDE", "The affected leg of a walk", "left, right or unknown (told from the walk where that shows it)",
            (s, text) => Word<BodySide>(text) is { } side ? Walked(s, s.Analysis.Walk with { Affected = side }) : null,
            s => s.Analysis.Walk.Affected == BodySide.Unknown ? null : Word(s.Analysis.Walk.Affected))
        { Otherwise = _ => "unknown" },

        new("view", "VIEW", "From where the person is filmed: side (or sagittal); front or back, which settles left and right; or either of these (frontal). Of positions in a room, the one plane that is looked at",
            "sagittal, frontal, side, front, back or auto",
            (s, text) => text switch
            {
                "sagittal" or "side" => Seen(s, LegView.Side, GaitView.Sagittal),
                "frontal" => Seen(s, LegView.Front, GaitView.Frontal),
                "front" or "back" => Seen(s, LegView.Front, GaitView.Frontal, facesCamera: text == "front"),
                "auto" => Seen(s, null, null),
                _ => null,
            },
            s => s.Tracking switch
            {
                { FacesCamera: { } faces } => faces ? "front" : "back",
                { View: LegView.Side } => "sagittal",
                { View: LegView.Front } => "frontal",
                _ => null,
            })
        { Otherwise = _ => "auto" },

        new("device", "DEVICE", "What the person walks with, which the result repeats", Words<Device>(),
            (s, text) => Word<Device>(text) is { } device ? s with { Device = device } : null,
            s => s.Device == Device.None ? null : Word(s.Device))
        { ProtocolOnly = true },

        new("mirror", "", "The picture is a mirror image", "true or false",
            (s, text) => text is "true" or "false" ? s with { Tracking = s.Tracking with { Mirror = text == "true" } } : null,
            s => s.Tracking.Mirror ? "true" : "false")
        { IsSwitch = true },

        new("band", "LOW:HIGH", "Where clonus is looked for", "LOW:HIGH in Hz with 0 < LOW < HIGH, such as 2.5:10",
            (s, text) => Band(text) is { } band ? Measured(s, s.Analysis.Signal with { Band = band }) : null,
            s => Band(s.Analysis.Signal.Band)),

        new("rule", "RULE", "When a run of beats is called sustained", Words<RuleId>(),
            (s, text) => Word<RuleId>(text) is { } rule ? Judged(s, s.Analysis.Clonus with { Rule = rule }) : null,
            s => Word(s.Analysis.Clonus.Rule)),

        new("sustained_min_beats", "N", "Your own minimum instead of the rule's", "a whole number from 1",
            (s, text) => WholeFrom(1, text) is { } beats ? Judged(s, s.Analysis.Clonus with { SustainedMinBeats = beats }) : null,
            s => Whole(s.Analysis.Clonus.SustainedMinBeats)),

        new("age_months", "N", "The infant's age; --rule infant needs it", "a whole number of months from 0",
            (s, text) => WholeFrom(0, text) is { } months ? Judged(s, s.Analysis.Clonus with { AgeMonths = months }) : null,
            s => Whole(s.Analysis.Clonus.AgeMonths)),

        new("min_amplitude", "VALUE", "Smallest excursion that counts, peak to peak", "a value above 0 with its unit, such as 2deg, 4mm or 1.5px",
            (s, text) => Amplitude(text) is { } least ? Measured(s, s.Analysis.Signal with { MinAmplitude = least }) : null,
            s => s.Analysis.Signal.MinAmplitude is { } least ? Amplitude(least) : null)
        {
            Otherwise = s => $"{Number(s.Analysis.Signal.MinAmplitudeDegrees)}deg, {Number(s.Analysis.Signal.MinAmplitudeMillimetres)}mm or "
                + $"{Number(s.Analysis.Signal.MinAmplitudePixels)}px, and at least {Number(s.Analysis.Signal.NoiseFactor)} x noise",
        },

        new("merge_gap", "SECONDS", "Longest pause inside an episode", "seconds above 0",
            (s, text) => Positive(text) is { } gap ? Judged(s, s.Analysis.Clonus with { MergeGapSeconds = gap }) : null,
            s => Maybe(s.Analysis.Clonus.MergeGapSeconds))
        {
            Otherwise = s => $"{Number(s.Analysis.Clonus.MergeGapFactor)} x median interval, at least {Number(s.Analysis.Clonus.MergeGapFloorSeconds)} s",
        },

        new("time_range", "START:END", "Only this part of the clip", "START:END in seconds with 0 <= START < END, such as 2:8.5, or 2: or :8.5",
            (s, text) => TimeSpan(text) is { } span ? s with { Video = s.Video with { StartSeconds = span.Start, EndSeconds = span.End } } : null,
            s => (s.Video.StartSeconds ?? s.Video.EndSeconds) is null ? null : TimeSpan(s.Video.StartSeconds, s.Video.EndSeconds)),

        new("capture_fps", "HZ", "Rate at which a slow-motion clip was filmed", "frames per second above 0",
            (s, text) => Positive(text) is { } fps ? s with { Video = s.Video with { CaptureFps = fps } } : null,
            s => Maybe(s.Video.CaptureFps))
        { Otherwise = _ => "the file's own tag" },

        new("fps", "HZ", "Frame rate of a trajectory file that has no times", "frames per second above 0",
            (s, text) => Positive(text) is { } fps ? s with { Import = s.Import with { Fps = fps } } : null,
            s => Maybe(s.Import.Fps)),

        new("picture_size", "WxH", "Size of the upright picture, where a trajectory file gives shares of it", "WIDTHxHEIGHT in pixels, such as 1920x1080",
            (s, text) => PictureSize(text) is { } size ? s with { Import = s.Import with { PictureSize = size } } : null,
            s => s.Import.PictureSize is { } size ? $"{Number(size.Width)}x{Number(size.Height)}" : null),

        new("min_confidence", "SHARE", "Positions of a trajectory file that its tracker is less sure of count as not seen", "a number from 0 to 1",
            (s, text) => Number(text) is { } least && least is >= 0 and <= 1 ? s with { Import = s.Import with { MinConfidence = least } } : null,
            s => Maybe(s.Import.MinConfidence))
        { Otherwise = _ => "what is usual for the format" },

        new("scale", "LENGTHpx:MM|MARKER:MM", "A length in the picture, or a marker, and its size in reality", "LENGTHpx:MM such as 412px:380, or MARKER:MM with the marker's diameter (an aruco marker's side), such as left.knee:20; both above 0",
            (s, text) => MarkerScale(text) is { } marker ? Measured(s, s.Analysis.Signal with { ScaleMarker = marker, MillimetresPerPixel = null })
                : Scale(text) is { } scale ? Measured(s, s.Analysis.Signal with { MillimetresPerPixel = scale, ScaleMarker = null })
                : null,
            s => s.Analysis.Signal switch
            {
                { ScaleMarker: { } marker } => $"{marker.Name}:{Number(marker.Millimetres)}",
                { MillimetresPerPixel: { } scale } => $"1px:{Number(scale)}",
                _ => null,
            }),

        new("camera", "MOTION", "Whether the camera's own motion is taken off", "auto (found from the background, or the marker called reference) or fixed (it stands still)",
            (s, text) => text is "auto" or "fixed" ? s with { Tracking = s.Tracking with { Camera = s.Tracking.Camera with { Estimate = text == "auto" } } } : null,
            s => s.Tracking.Camera.Estimate ? "auto" : "fixed"),

        new("neutral", "WHEN|ANGLE", "Where the ankle is at its zero", "a moment such as 1.5s (or bare 1.5), or the knee-ankle-toe angle such as 112deg",
            Neutral,
            s => s.Analysis.Signal switch
            {
                { NeutralSeconds: { } seconds } => Number(seconds) + "s",
                { NeutralDegrees: { } degrees } => Number(degrees) + "deg",
                _ => null,
            }),

        new("blur_outside", "", "Pictures with the patient (overlay.mp4, detect's preview) show the box around the limb alone; all else is blurred, and all where no marker is seen. A head inside of the box cannot be helped", "true or false",
            (s, text) => text is "true" or "false" ? s with { Overlay = s.Overlay with { BlurOutside = text == "true" } } : null,
            s => s.Overlay.BlurOutside ? "true" : null)
        { IsSwitch = true },
    ];

    /// <summary>A name that belongs to the product and whose work is still to come.</summary>
    public static InputException NotYet(string what) => new(InputFault.Settings, $"{what} is not available yet");

    private static RunSettings Measured(RunSettings settings, SignalSettings signal) =>
        settings with { Analysis = settings.Analysis with { Signal = signal } };

    private static RunSettings Judged(RunSettings settings, ClonusPolicy policy) =>
        settings with { Analysis = settings.Analysis with { Clonus = policy } };

    private static BodySide? SideOf(string text) => text == "auto" ? BodySide.Unknown : text == "unknown" ? null : Word<BodySide>(text);

    private static RunSettings Walked(RunSettings settings, GaitSettings walk) =>
        settings with { Analysis = settings.Analysis with { Walk = walk } };

    // The same answer to the question which markers make a leg, and to the one which movements can be judged.
    private static RunSettings Seen(RunSettings settings, LegView? markers, GaitView? walk, bool? facesCamera = null) =>
        Walked(settings, settings.Analysis.Walk with { View = walk }) with { Tracking = settings.Tracking with { View = markers, FacesCamera = facesCamera } };

    private static KnownMarker? MarkerScale(string text) =>
        text.Split(':') is [var marker, var millimetres] && MarkerName.TryParse(marker, out var name)
        && Positive(WithoutUnit(millimetres, "mm") ?? millimetres) is { } size
            ? new KnownMarker(name, size)
            : null;

    private static RunSettings? Neutral(RunSettings settings, string text)
    {
        if (WithoutUnit(text, "deg") is { } angle)
            return Number(angle) is { } degrees ? Measured(settings, settings.Analysis.Signal with { NeutralDegrees = degrees, NeutralSeconds = null }) : null;

        return Number(WithoutUnit(text, "s") ?? text) is { } seconds && seconds >= 0
            ? Measured(settings, settings.Analysis.Signal with { NeutralSeconds = seconds, NeutralDegrees = null })
            : null;
    }

    private static PictureSize? PictureSize(string text) =>
        text.Split('x') is [var width, var height] && WholeFrom(1, width) is { } across && WholeFrom(1, height) is { } down ? new PictureSize(across, down) : null;

    private static string? Maybe(double? value) => value is { } known ? Number(known) : null;

    private static string? Whole(int? value) => value is { } known ? Number(known) : null;

    private static string Words<T>() where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(Word).ToArray();
        return string.Join(", ", words[..^1]) + " or " + words[^1];
    }
}
