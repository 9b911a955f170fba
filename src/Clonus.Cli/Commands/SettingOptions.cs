using System.CommandLine;
using Clonus.Cli.Settings;
using Clonus.Vision.Tracking;

namespace Clonus.Cli.Commands;

/// <summary>The options that all commands with a video share, made from the catalogue of settings.</summary>
internal sealed class SettingOptions
{
    private readonly Option<string?> _protocol = new("--protocol")
    {
        HelpName = "FILE",
        Description = "YAML file with any of these settings and the markers; options override it",
    };

    private readonly Option<string[]> _markers = new("--marker")
    {
        HelpName = "NAME=SPEC",
        Description = "A marker and how it looks, such as left.ankle=green or point=at:320,240 (repeatable) [default: found and named automatically]",
    };

    private readonly Option<bool> _printConfig = new("--print-config")
    {
        Description = "Print the settings in force as a protocol file and stop",
    };

    private readonly List<(Setting Setting, Option Option)> _settings;

    private SettingOptions(RunSettings defaults) =>
        _settings = [.. SettingCatalogue.All.Where(s => !s.ProtocolOnly).Select(s => (s, OptionFor(s, defaults)))];

    public static SettingOptions AddTo(Command command)
    {
        var options = new SettingOptions(new RunSettings());
        command.Add(options._protocol);
        command.Add(options._markers);
        foreach (var (_, option) in options._settings)
            command.Add(option);
        command.Add(options._printConfig);
        return options;
    }

    /// <summary>The defaults, then the protocol, then the options.</summary>
    /// <exception cref="Motion.InputException">A value that is not allowed.</exception>
    public RunSettings Read(ParseResult parsed)
    {
        var current = new RunSettings();
        if (parsed.GetValue(_protocol) is { } file)
            current = Protocol.Read(file, current);
        foreach (var (setting, text) in GivenSettings(parsed))
            current = setting.ApplyFrom(setting.OptionName, current, text);

        return MarkerText.Apply(current, GivenMarkers(parsed)).Checked();
    }

    /// <summary>The settings that the command line names, with their text.</summary>
    public IEnumerable<(Setting Setting, string Text)> GivenSettings(ParseResult parsed) =>
        _settings.Select(s => (s.Setting, Text: Given(parsed, s.Option)!)).Where(s => s.Text is not null);

    /// <exception cref="Motion.InputException">Not NAME=SPEC.</exception>
    public IEnumerable<MarkerRequest> GivenMarkers(ParseResult parsed) => (parsed.GetValue(_markers) ?? []).Select(MarkerText.Parse);

    /// <summary>The protocol file that the command line names; null where it names none.</summary>
    public string? GivenProtocol(ParseResult parsed) => parsed.GetValue(_protocol);

    /// <summary>The first of these options that the command line has; null where it has none.</summary>
    public string? FirstGiven(ParseResult parsed) =>
        _settings.Select(s => s.Option).Prepend(_printConfig).Prepend(_markers).Prepend(_protocol).FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false })?.Name;

    /// <summary>Prints the settings when that was asked for; true when it did.</summary>
    public bool PrintInstead(ParseResult parsed, RunSettings read)
    {
        if (!parsed.GetValue(_printConfig))
            return false;

        parsed.InvocationConfiguration.Output.Write(Protocol.Print(read));
        return true;
    }

    private static Option OptionFor(Setting setting, RunSettings defaults)
    {
        if (setting.IsSwitch)
            return new Option<bool>(setting.OptionName) { Description = setting.Help };

        var standard = (setting.Print(defaults) ?? setting.Otherwise?.Invoke(defaults)) is { } value ? $" [default: {value}]" : "";
        return new Option<string?>(setting.OptionName)
        {
            HelpName = setting.ValueName,
            Description = $"{setting.Help}: {setting.Allowed}{standard}",
        };
    }

    private static string? Given(ParseResult parsed, Option option) => option switch
    {
        Option<string?> text => parsed.GetValue(text),
        Option<bool> flag when parsed.GetResult(flag) is { Implicit: false } => parsed.GetValue(flag) ? "true" : "false",
        _ => null,
    };
}
