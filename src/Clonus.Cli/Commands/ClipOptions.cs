using System.CommandLine;
using Clonus.Cli.Runs;
using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

/// <summary>The options that all commands share which analyse clips: the settings, and what is written beside the result.</summary>
internal sealed class ClipOptions
{
    private readonly Option<bool> _plot = new("--plot") { Description = "Also draw signal.png: the signal with the stretch and every beat numbered" };
    private readonly Option<bool> _overlay = OverlayOption.Create("names, trails, the angle's curve and numbered beats");
    private readonly AlsoOption _also = new(Enum.GetValues<AlsoFile>());

    private ClipOptions(SettingOptions settings) => Settings = settings;

    public SettingOptions Settings { get; }

    public static ClipOptions AddTo(Command command)
    {
        var options = new ClipOptions(SettingOptions.AddTo(command));
        command.Add(options._plot);
        command.Add(options._overlay);
        command.Add(options._also.Option);
        return options;
    }

    /// <param name="settings">As <see cref="SettingOptions.Read"/> gave them.</param>
    /// <exception cref="InputException">A value that is not allowed, or an encoder that is missing.</exception>
    public ClipRequest Read(ParseResult parsed, RunSettings settings, string? timesFrom = null) =>
        new(settings, parsed.GetValue(_plot), OverlayOption.Read(parsed, _overlay), timesFrom, _also.Read(parsed));
}
