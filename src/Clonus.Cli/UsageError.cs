using System.CommandLine;
using System.CommandLine.Parsing;

namespace Clonus.Cli;

/// <summary>One line for a command line that cannot be understood, with the nearest name that there is.</summary>
internal static class UsageError
{
    private const int FarthestTypo = 3;

    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"see '{Path(parsed.CommandResult)} --help'";
        if (command.Subcommands.Count > 0 && command.Action is null)
        {
            var commands = command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToArray();
            return parsed.UnmatchedTokens is [var unknown, ..]
                ? $"unknown {(unknown.StartsWith('-') ? "option" : "command")} '{unknown}'{Suggestion(unknown, Names(command))}: {help}"
                : $"no command given: {string.Join(", ", commands)}; {help}";
        }

        if (parsed.UnmatchedTokens is [var unmatched, ..])
            return UnknownOption(unmatched, parsed.CommandResult);

        // The parser's sentences end in a full stop and may have several lines.
        var message = parsed.Errors[0].Message.Split('\n')[0].Trim().TrimEnd('.');
        return $"{message}: {help}";
    }

    /// <summary>The parser takes an unknown option for an argument; this finds it. Null when there is none. What stands behind "--" is meant.</summary>
    public static string? UnknownOptionAmongArguments(ParseResult parsed)
    {
        var meant = parsed.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet();
        return parsed.CommandResult.Command.Arguments
            .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .Where(token => token.Value.StartsWith('-') && token.Value.Length > 1 && !meant.Contains(token.Value))
            .Select(token => UnknownOption(token.Value, parsed.CommandResult))
            .FirstOrDefault();
    }

    private static string UnknownOption(string text, CommandResult command) =>
        text.StartsWith('-')
            ? $"unknown option '{text}'{Suggestion(text, Names(command.Command))}: see '{Path(command)} --help'"
            : $"'{text}' is one argument too many: see '{Path(command)} --help'";

    /// <summary>", did you mean NAME?" where one of the names is near; empty where none is.</summary>
    public static string Suggestion(string text, IEnumerable<string> names, int farthest = FarthestTypo)
    {
        var bare = text.Split('=')[0];
        var nearest = names.Select(name => (name, distance: Distance(bare, name))).MinBy(n => n.distance);
        return nearest.name is not null && nearest.distance <= Math.Min(farthest, bare.Length / 2) ? $", did you mean {nearest.name}?" : "";
    }

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Select(c => c.Name)
            .Concat(command.Options.Where(o => !o.Hidden).Select(o => o.Name))
            .Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive).Select(o => o.Name));

    private static string Path(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult { Parent: not null } command; at = command.Parent)
            names.Insert(0, command.Command.Name);
        return string.Join(' ', names.Prepend("clonus"));
    }

    /// <summary>Letters to insert, remove or replace (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
