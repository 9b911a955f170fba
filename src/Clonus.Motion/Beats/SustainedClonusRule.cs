namespace Clonus.Motion.Beats;

/// <summary>From how many beats in one episode on clonus is called sustained, and in which words.</summary>
public static class SustainedClonusRule
{
    /// <summary>Exactly so many beats are called borderline under any rule: some textbooks' line runs just below, some just above.</summary>
    public const int BorderlineBeats = 5;

    private const int InfantMonths = 8;
    private const int MoreThanTen = 11;

    private const string TextbooksDiffer = "Textbooks draw the line at 3, 5 or 10.";

    /// <exception cref="InputException">The infant rule without an age.</exception>
    public static AppliedRule Apply(ClonusPolicy policy)
    {
        var (id, beats, words) = policy.Rule switch
        {
            RuleId.MoreThan5 => ("more-than-5", 6, "sustained when more than 5 consecutive beats are seen in one episode"),
            RuleId.AtLeast5 => ("at-least-5", 5, "sustained when at least 5 consecutive beats are seen in one episode"),
            RuleId.AtLeast3 => ("at-least-3", 3, "at least 3 consecutive beats in one episode (its source calls this 'abnormal', not 'sustained')"),
            RuleId.AtLeast10 => ("at-least-10", 10, "sustained when at least 10 consecutive beats are seen in one episode (its source's line for 'sustained')"),
            RuleId.Infant => Infant(policy.AgeMonths),
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy.Rule, "unknown rule"),
        };
        return policy.SustainedMinBeats is { } own
            ? new AppliedRule(id, own, $"Rule {id} with the user's own minimum: at least {own} consecutive beats in one episode. {TextbooksDiffer}")
            : new AppliedRule(id, beats, $"Rule {id}: {words}. {TextbooksDiffer}");
    }

    // A cohort of 169 infants ("Prognosis of ankle clonus within the first year"): such clonus was followed by an abnormal outcome.
    private static (string, int, string) Infant(int? ageMonths) => ageMonths switch
    {
        null => throw new InputException(InputFault.Settings, "--rule infant needs --age-months N"),
        <= InfantMonths => ("infant", MoreThanTen, $"at {ageMonths} months: more than 10 consecutive beats in one episode"),
        _ => ("infant", 1, $"at {ageMonths} months (after {InfantMonths}): any beat"),
    };
}
