using System.CommandLine;
using Clonus.Motion;
using Clonus.Vision.Drawing;

namespace Clonus.Cli.Commands;

/// <summary>The option that asks for overlay.mp4.</summary>
internal static class OverlayOption
{
    public static Option<bool> Create(string shows) =>
        new("--overlay") { Description = $"Also write overlay.mp4, the video with {shows}; it shows the patient: see --blur-outside" };

    /// <summary>Whether it was given; what it needs is looked for at once, not after the work.</summary>
    /// <exception cref="InputException">--blur-outside without it, or no encoder is there.</exception>
    public static bool Read(ParseResult parsed, Option<bool> option)
    {
        var wanted = parsed.GetValue(option);
        if (!wanted && parsed.GetValue<bool>("--blur-outside"))
            throw new InputException(InputFault.Settings, "--blur-outside blurs overlay.mp4, and no overlay was asked for: give --overlay too");
        if (wanted)
            OverlayVideo.RequireEncoder();
        return wanted;
    }
}
