using Clonus.Motion;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clonus.Cli.Settings;

/// <summary>A YAML file of ours: one map of names to values that begins with its schema.</summary>
internal static class YamlMap
{
    /// <param name="name">The file's name for messages.</param>
    /// <param name="what">What such a file is called, with its article.</param>
    /// <exception cref="InputException">No YAML, no map, or another schema; the message has the line.</exception>
    public static YamlMappingNode Load(TextReader yaml, string name, string schema, string what)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(yaml);
        }
        catch (YamlException e)
        {
            throw new InputException(InputFault.Settings, $"{name} line {e.Start.Line}: not YAML: {FirstLine(e.Message)}", e);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            throw new InputException(InputFault.Settings, $"{name}: {what} is one map of names to values, beginning with 'schema: {schema}'");
        return root.Children.FirstOrDefault(c => Text(c.Key) == "schema").Value is YamlScalarNode { Value: { } found } && found == schema
            ? root
            : throw Bad(name, root, $"the first key must be 'schema: {schema}'");
    }

    /// <summary>A single value's text; null for a list or a map.</summary>
    public static string? Text(YamlNode node) => (node as YamlScalarNode)?.Value;

    public static InputException Bad(string name, YamlNode node, string message) =>
        new(InputFault.Settings, $"{name} line {node.Start.Line}: {message}");

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');
}
