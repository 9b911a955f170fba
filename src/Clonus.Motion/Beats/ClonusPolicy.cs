namespace Clonus.Motion.Beats;

/// <summary>The counting rules that users may choose from.</summary>
public enum RuleId
{
    MoreThan5,
    AtLeast5,
    AtLeast3,
    AtLeast10,
    Infant,
}

/// <summary>What a run of beats is called. Every value states its source.</summary>
public sealed record ClonusPolicy
{
    /// <summary>CLINICAL 5: sustained when more than five consecutive contractions.</summary>
    public RuleId Rule { get; init; } = RuleId.MoreThan5;

    /// <summary>The user's own minimum; it replaces the rule's.</summary>
    public int? SustainedMinBeats { get; init; }

    /// <summary>Age, needed by the infant rule alone.</summary>
    public int? AgeMonths { get; init; }

    /// <summary>The longest pause inside an episode; null takes <see cref="MergeGapFactor"/> × median interval.</summary>
    public double? MergeGapSeconds { get; init; }

    /// <summary>CLINICAL 2 (Thomas 2014: raters differ on one episode or several): 2.5 × median interval, at least 0.4 s.</summary>
    public double MergeGapFactor { get; init; } = 2.5;

    public double MergeGapFloorSeconds { get; init; } = 0.4;

    /// <summary>CONTRACT: a stretch is at least 5° at 50 °/s or more.</summary>
    public double StretchMinDegrees { get; init; } = 5;

    public double StretchMinDegreesPerSecond { get; init; } = 50;

    /// <summary>CONTRACT: the first beat comes within 0.5 s of its trigger. CLINICAL 1.2: 0.1–0.3 s is expected.</summary>
    public double TriggerWindowSeconds { get; init; } = 0.5;

    /// <summary>CLINICAL 1.2: interval CV above 25–30 % is not clonus-like.</summary>
    public double MaxIntervalCv { get; init; } = 0.30;

    /// <summary>CLINICAL 1.4: SCATS 1 below 3 s, 2 to 10 s, 3 above; exactly 10 s is 2 (tie rule).</summary>
    public double ScatsShortSeconds { get; init; } = 3;

    public double ScatsLongSeconds { get; init; } = 10;
}
