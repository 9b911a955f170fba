using System.CommandLine;

namespace Clonus.Cli.Commands;

/// <summary>Options of synth whose text becomes a value, or an error that says what is allowed.</summary>
internal static class SceneOption
{
    public static Option<double?> Numbered(string name, string value, string description) => Valued(name, value, description, SceneText.Number, "a number");

    public static Option<T?> Chosen<T>(string name, string description, params T[] choice) where T : struct, Enum
    {
        var allowed = choice.Length == 0 ? Enum.GetValues<T>() : choice;
        var words = string.Join(", ", allowed).ToLowerInvariant();
        return Valued(
            name, words.Replace(", ", "|", StringComparison.Ordinal), description, text => SceneText.Word<T>(text) is { } word && allowed.Contains(word) ? (T?)word : null, words);
    }

    public static Option<T?> Valued<T>(string name, string value, string description, Func<string, T?> parse, string allowed) => new(name)
    {
        HelpName = value,
        Description = description,
        CustomParser = result =>
        {
            var parsed = parse(result.Tokens[0].Value);
            if (parsed is null)
            {
                result.AddError($"{name} {result.Tokens[0].Value}: allowed is {allowed}");
            }

            return parsed;
        },
    };

    public static Option<T[]> Repeated<T>(string name, string value, string description, Func<string, T?> parse, string allowed) => new(name)
    {
        HelpName = value,
        Description = description,
        CustomParser = result =>
        {
            var parsed = result.Tokens.Select(token => (Text: token.Value, Value: parse(token.Value))).ToArray();
            foreach (var (text, _) in parsed.Where(p => p.Value is null))
            {
                result.AddError($"{name} {text}: allowed is {allowed}");
            }

            return [.. parsed.Select(p => p.Value).OfType<T>()];
        },
    };
}
