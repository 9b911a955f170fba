using System.Text;
using System.Text.RegularExpressions;
using Clonus.Motion;
using YamlDotNet.RepresentationModel;

namespace Clonus.Cli.Settings;

/// <summary>A protocol file: the options' own names in snake_case and a map of markers, as YAML.</summary>
internal static partial class Protocol
{
    public const string Schema = "clonus.protocol/1";

    /// <summary>Every key that a protocol may hold.</summary>
    public static IEnumerable<string> Keys => ["schema", .. SettingCatalogue.All.Select(s => s.Key), "lens", "markers"];

    /// <summary>The settings with those of the file applied.</summary>
    /// <exception cref="InputException">No such file, no YAML, an unknown key or a value that is not allowed; the message has the line.</exception>
    public static RunSettings Read(string path, RunSettings settings)
    {
        try
        {
            using var reader = File.OpenText(path);
            return Apply(reader, Path.GetFileName(path), settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the protocol {path}: {FileFault.ReasonNotRead(path, e)}", e);
        }
    }

    /// <summary>As <see cref="Read"/>, of text that is already open; <paramref name="name"/> is for messages.</summary>
    public static RunSettings Apply(TextReader yaml, string name, RunSettings settings) =>
        Apply(YamlMap.Load(yaml, name, Schema, "a protocol").Children.Where(c => YamlMap.Text(c.Key) != "schema"), name, settings);

    /// <summary>The settings with those of a map applied, in which a protocol's keys stand without their schema.</summary>
    /// <exception cref="InputException">An unknown key or a value that is not allowed; the message has the line.</exception>
    public static RunSettings Apply(IEnumerable<KeyValuePair<YamlNode, YamlNode>> entries, string name, RunSettings settings)
    {
        foreach (var (keyNode, value) in entries)
        {
            var key = YamlMap.Text(keyNode) ?? "";
            var source = $"{name} line {keyNode.Start.Line}: {key}";
            if (key == "markers")
                settings = MarkerText.Apply(settings, Markers(value, name, source));
            else if (key == "lens")
                settings = WithLens(settings, LensText.Parse(source, Entries(value, name, "lens is a map such as {width_px: 1920, height_px: 1080, fx: 1500, fy: 1500, cx: 959.5, cy: 539.5, k1: -0.1}")));
            else if (SettingCatalogue.All.FirstOrDefault(s => s.Key == key) is { } setting)
                settings = setting.ApplyFrom(source, settings, YamlMap.Text(value) ?? throw YamlMap.Bad(name, value, $"{key} takes one value: {setting.Allowed}"));
            else
                throw YamlMap.Bad(name, keyNode, $"unknown key '{key}': {(Keys.Contains(key.Replace('-', '_')) ? $"write {key.Replace('-', '_')}" : $"allowed are {string.Join(", ", Keys)}")}");
        }

        return settings;
    }

    /// <summary>The protocol that gives these settings, with a line break at the end.</summary>
    public static string Print(RunSettings settings)
    {
        var text = new StringBuilder($"schema: {Schema}\n");
        foreach (var setting in SettingCatalogue.All)
        {
            if (setting.Print(settings) is { } value)
                text.Append(setting.Key).Append(": ").Append(Quoted(value)).Append('\n');
        }

        if (settings.Analysis.Signal.Lens is { } lens)
        {
            text.Append("lens:\n");
            foreach (var (name, value) in LensText.Print(lens))
                text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }

        if (!settings.Tracking.Markers.IsEmpty)
            text.Append("markers:\n");
        foreach (var marker in settings.Tracking.Markers)
            text.Append("  ").Append(marker.Name).Append(": ").Append(Quoted(marker.Spec.ToString() ?? "")).Append('\n');

        return text.ToString();
    }

    private static IEnumerable<Clonus.Vision.Tracking.MarkerRequest> Markers(YamlNode value, string name, string source) =>
        Entries(value, name, "markers is a map of NAME: SPEC, such as left.ankle: green").Select(m => MarkerText.Parse(source, m.Name, m.Text));

    private static IEnumerable<(string Name, string Text)> Entries(YamlNode value, string name, string otherwise) =>
        value is YamlMappingNode map ? map.Children.Select(m => (YamlMap.Text(m.Key) ?? "", YamlMap.Text(m.Value) ?? "")) : throw YamlMap.Bad(name, value, otherwise);

    private static RunSettings WithLens(RunSettings settings, Clonus.Motion.Recording.LensCalibration lens) =>
        settings with { Analysis = settings.Analysis with { Signal = settings.Analysis.Signal with { Lens = lens } } };

    /// <summary>A value as YAML: 2.5:10 is a number of base sixty to some readers, so that what is not plainly a word or a number is quoted.</summary>
    public static string Quoted(string value) =>
        PlainValue().IsMatch(value) ? value : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9-]*|[0-9]+(\\.[0-9]+)?)$")]
    private static partial Regex PlainValue();
}
