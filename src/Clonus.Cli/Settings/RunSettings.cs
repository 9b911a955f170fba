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

    public TrackingSettings Tracking { get; init; } = new();

    public AnalysisSettings Analysis { get; init; } = new();

    public OverlaySettings Overlay { get; init; } = new();

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

        if (Analysis.Signal is { MillimetresPerPixel: null, ScaleMarker: null, MinAmplitude.Unit: SignalUnit.Mm })
        {
            throw new InputException(InputFault.Settings, "--min-amplitude in mm needs --scale LENGTHpx:MM or MARKER:MM");
        }

        return this;
    }
}
