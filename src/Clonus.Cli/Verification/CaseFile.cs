using System.Globalization;
using System.Text;
using Clonus.Cli.Settings;
using Clonus.Motion;
using YamlDotNet.RepresentationModel;

namespace Clonus.Cli.Verification;

/// <summary>What case.yaml says: which file is analysed, with what settings, and how closely it is compared.</summary>
/// <param name="Input">Path of the file.</param>
/// <param name="TimesFrom">Path of the video whose frames' times a trajectory file without times has.</param>
internal sealed record CaseFile(string Input, string? TimesFrom, RunSettings Settings, Tolerances Tolerances)
{
    public const string Name = "case.yaml";

    public const string Schema = "clonus.case/1";

    private static readonly string[] Keys = ["schema", "input", "times_from", "protocol", "options", "tolerances"];

    /// <summary>Reads a case, whose files must be there; paths in it are relative to its folder.</summary>
    /// <param name="folder">The case's folder.</param>
    /// <exception cref="InputException">It cannot be read, says what is not allowed, or names a file that is missing; the message has the line.</exception>
    public static CaseFile Read(string folder)
    {
        try
        {
            using var reader = File.OpenText(Path.Combine(folder, Name));
            return Parse(reader, folder, requiresFiles: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read {Name}: {FileFault.ReasonNotRead(Path.Combine(folder, Name), e)}", e);
        }
    }

    /// <summary>As <see cref="Read"/>, of text that is already open.</summary>
    public static CaseFile Parse(TextReader yaml, string folder, bool requiresFiles = false)
    {
        var root = YamlMap.Load(yaml, Name, Schema, "a case");
        if (root.Children.Select(c => c.Key).FirstOrDefault(key => !Keys.Contains(YamlMap.Text(key))) is { } unknown)
            throw YamlMap.Bad(Name, unknown, $"unknown key '{YamlMap.Text(unknown)}': allowed are {string.Join(", ", Keys)}; settings stand under options");

        var settings = new RunSettings();
        if (PathAt("protocol") is { } protocol)
            settings = Protocol.Read(protocol, settings);
        return new CaseFile(
            PathAt("input") ?? throw YamlMap.Bad(Name, root, "input is missing: give the file to analyse, relative to this one"),
            PathAt("times_from"),
            Protocol.Apply(Map(root, "options", "a map of a protocol's keys, such as {band: \"3:9\"}"), Name, settings).Checked(),
            ReadTolerances(root));

        string? PathAt(string key)
        {
            if (root.Children.FirstOrDefault(c => YamlMap.Text(c.Key) == key) is not { Value: { } value })
                return null;

            var written = YamlMap.Text(value) is { Length: > 0 } path ? path : throw YamlMap.Bad(Name, value, $"{key} takes one path");
            var full = Path.Combine(folder, written);
            return !requiresFiles || Path.Exists(full)
                ? full
                : throw new InputException(InputFault.Unreadable, $"{Name} line {value.Start.Line}: {key}: cannot read '{written}': there is no such file; paths are relative to {Name}");
        }
    }

    /// <summary>A case as text.</summary>
    /// <param name="options">A protocol's keys with their values, as the user gave them.</param>
    public static string Print(string input, string? timesFrom, string? protocol, IReadOnlyCollection<(string Key, string Text)> options, IReadOnlyCollection<(string Name, string Spec)> markers)
    {
        var text = new StringBuilder($"schema: {Schema}\ninput: {Protocol.Quoted(input)}\n");
        if (timesFrom is not null)
            text.Append("times_from: ").Append(Protocol.Quoted(timesFrom)).Append('\n');
        if (protocol is not null)
            text.Append("protocol: ").Append(Protocol.Quoted(protocol)).Append('\n');
        if (options.Count + markers.Count > 0)
            text.Append("options:\n");
        foreach (var (key, value) in options)
            text.Append("  ").Append(key).Append(": ").Append(Protocol.Quoted(value)).Append('\n');
        if (markers.Count > 0)
            text.Append("  markers:\n");
        foreach (var (name, spec) in markers)
            text.Append("    ").Append(name).Append(": ").Append(Protocol.Quoted(spec)).Append('\n');
        return text.ToString();
    }

    private static Tolerances ReadTolerances(YamlMappingNode root) =>
        Map(root, "tolerances", "a map of units to numbers, such as {s: 0.002}").Aggregate(Tolerances.Default, (all, entry) =>
        {
            var unit = YamlMap.Text(entry.Key) ?? "";
            if (!Tolerances.IsKnown(unit))
                throw YamlMap.Bad(Name, entry.Key, $"unknown unit '{unit}': there are {Tolerances.Words}");
            return decimal.TryParse(YamlMap.Text(entry.Value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tolerance)
                ? all.With(unit, tolerance)
                : throw YamlMap.Bad(Name, entry.Value, $"the tolerance of {unit} cannot be '{YamlMap.Text(entry.Value)}': give a number from 0, in {unit}");
        });

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(YamlMappingNode root, string key, string allowed) =>
        root.Children.FirstOrDefault(c => YamlMap.Text(c.Key) == key).Value switch
        {
            null => [],
            YamlMappingNode map => map.Children,
            var other => throw YamlMap.Bad(Name, other, $"{key} is {allowed}"),
        };
}
