using System.Collections.Immutable;

namespace Clonus.Cli.Verification;

internal enum CaseOutcome
{
    Agrees,
    Differs,

    /// <summary>It differed, and was recorded again because that was asked for.</summary>
    Updated,

    /// <summary>It could not be analysed or compared.</summary>
    Failed,
}

/// <summary>What became of one case.</summary>
/// <param name="Stage">The stage that moved: the first one in the order of the work in which anything differs.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Remeasured">Of a case whose tracks moved, what the recorded tracks give now.</param>
/// <param name="Differences">By stage, in the order of the work.</param>
internal sealed record CaseReport(string Name, CaseOutcome Outcome, Stage? Stage, string? Error, Remeasured? Remeasured, ImmutableArray<Difference> Differences)
{
    public static CaseReport Of(string name, CaseOutcome outcome, ImmutableArray<Difference> differences, Remeasured? remeasured = null) =>
        new(name, outcome, differences is [var first, ..] ? first.Stage : null, null, remeasured, differences);

    public static CaseReport Failure(string name, string error) => new(name, CaseOutcome.Failed, null, error, null, []);

    /// <summary>The settings that are not as they were recorded: the probable cause where another stage moved.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Difference> ChangedSettings => Differences.Where(d => d.Stage == Verification.Stage.Settings);
}

/// <summary>What <c>verify --format json</c> prints.</summary>
/// <param name="First">The first case in which more than a setting differs, its stage and the difference, in words; of settings alone the first one.</param>
internal sealed record VerificationReport(string Schema, int Agreeing, int Differing, int Updated, int Failed, string? First, ImmutableArray<CaseReport> Cases)
{
    public const string CurrentSchema = "clonus.verification/1";

    public static VerificationReport Of(ImmutableArray<CaseReport> cases) =>
        new(
            CurrentSchema,
            cases.Count(c => c.Outcome == CaseOutcome.Agrees),
            cases.Count(c => c.Outcome == CaseOutcome.Differs),
            cases.Count(c => c.Outcome == CaseOutcome.Updated),
            cases.Count(c => c.Outcome == CaseOutcome.Failed),
            cases.Where(c => c.Outcome == CaseOutcome.Differs).OrderBy(c => c.Stage == Stage.Settings).Select(Named).FirstOrDefault(),
            cases);

    private static string Named(CaseReport differing) =>
        $"{differing.Name}: {Reports.ContractNames.Word(differing.Differences[0].Stage)}: {differing.Differences[0].Sentence}";
}
