using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;

namespace Clonus.Cli.Commands;

/// <summary>The options of synth walk that say what is not normal of the walk.</summary>
internal static class WalkPatternOptions
{
    private static readonly ImmutableArray<(string Word, WalkPatternName Name)> Names =
        [.. Enum.GetValues<WalkPatternName>().Select(name => (JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()), name))];

    private static readonly string Allowed = string.Join(", ", Names.Select(name => name.Word));

    private static readonly Option<ImmutableArray<WalkPatternName>?> Pattern =
        SceneOption.Valued("--pattern", "NAME,...", $"What is not normal of the walk: {Allowed} [none]", Patterns, Allowed);

    private static readonly Option<ImmutableArray<double>?> Severity = SceneOption.Valued(
        "--severity", "S,...", "Of all patterns, or of each: share of the way from this walker's normal value to the pattern's limit, 0 to 3; 1 is at the limit [1.5]", Numbers,
        "a number, or numbers with commas between");

    private static readonly Option<BodySide?> Affected = SceneOption.Chosen("--affected", "The leg that has the patterns [right]", BodySide.Left, BodySide.Right);

    // Beyond doubt, and no caricature.
    private const double UsualSeverity = 1.5;

    public static Option[] All => [Pattern, Severity, Affected];

    /// <exception cref="InputException">Severities that do not match the patterns.</exception>
    public static WalkMotion Of(WalkMotion motion, ParseResult parsed)
    {
        var names = parsed.GetValue(Pattern) ?? [];
        var severities = parsed.GetValue(Severity) ?? [UsualSeverity];
        if (names.IsEmpty && parsed.GetValue(Severity) is not null)
        {
            throw new InputException(InputFault.Settings, "--severity without --pattern: name the pattern that it is of");
        }

        if (severities.Length != 1 && severities.Length != names.Length)
        {
            throw new InputException(InputFault.Settings, $"--severity with {severities.Length} numbers for {names.Length} patterns: allowed is one number, or one for each pattern");
        }

        return motion with
        {
            Patterns = [.. names.Select((name, i) => new WalkPattern(name, severities.Length == 1 ? severities[0] : severities[i]))],
            AffectedSide = parsed.GetValue(Affected) ?? motion.AffectedSide,
        };
    }

    private static ImmutableArray<WalkPatternName>? Patterns(string text)
    {
        WalkPatternName?[] names = [.. text.Split(',').Select(word => Names.Where(name => name.Word == word).Select(name => (WalkPatternName?)name.Name).FirstOrDefault())];
        return names.Any(name => name is null) ? null : [.. names.Select(name => name!.Value)];
    }

    private static ImmutableArray<double>? Numbers(string text)
    {
        var numbers = text.Split(',').Select(SceneText.Number).ToArray();
        return numbers.Any(number => number is null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}
