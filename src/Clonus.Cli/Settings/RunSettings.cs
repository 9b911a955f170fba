using Clonus.Formats.Import;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Vision.Drawing;
using Clonus.Vision.Tracking;
using Clonus.Vision.Video;

namespace Clonus.Cli.Settings;

/// <summary>All that decides a result: how the file is read, how markers are followed, what is made of their motion, and what is shown of the patient.</summary>
internal sealed record RunSettings
{
    public VideoSettings Video { get; init; } = new();

    public ImportSettings Import { get; init; } = new();

    public TrackingSettings Tracking { get; init; } = new();

    public AnalysisSettings Analysis { get; init; } = new();

    public OverlaySettings Overlay { get; init; } = new();

    public Device Device { get; init; }

    /// <summary>Refuses settings that are each allowed and contradict one another.</summary>
    /// <exception cref="InputException">Names the settings and the mend.</exception>
    public RunSettings Checked()
    {
        SustainedClonusRule.Apply(Analysis.Clonus);
        if (Analysis.Signal is { Site: Site.Point, MinAmplitude.Unit: SignalUnit.Deg })
        {
            throw new InputException(
                InputFault.Settings, "--min-amplitude is in degrees, but a point's motion is measured in px, or in mm with --scale: give it so");
        }

        return this;
    }

    /// <summary>Refuses what a video, or other positions in a picture, cannot follow.</summary>
    /// <exception cref="InputException">Names the setting and the mend.</exception>
    public void CheckForPicture()
    {
        if (Analysis.Signal is { MillimetresPerPixel: null, ScaleMarker: null, MinAmplitude.Unit: SignalUnit.Mm })
        {
            throw new InputException(InputFault.Settings, "--min-amplitude in mm needs --scale LENGTHpx:MM or MARKER:MM");
        }
    }

    /// <summary>Refuses what only a file of trajectories can follow.</summary>
    /// <exception cref="InputException">Names the setting and the mend.</exception>
    public void CheckForVideo()
    {
        if (Import.Fps is not null)
        {
            throw new InputException(InputFault.Settings, "--fps is for trajectory files without times, and a video has its own: slow motion is told by --capture-fps");
        }

        if (Import is { PictureSize: not null } or { MinConfidence: not null })
        {
            throw new InputException(InputFault.Settings, $"{(Import.PictureSize is null ? "--min-confidence" : "--picture-size")} is for trajectory files, and this is a video: leave it out");
        }

        if (Tracking.Markers.FirstOrDefault(m => m.Spec is LabelSpec) is { } labelled)
        {
            throw new InputException(InputFault.Settings, $"--marker {labelled.Name}={labelled.Spec} is of a trajectory file, and a video has no labels: say what the marker looks like");
        }
    }
}
