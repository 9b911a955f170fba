using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Which leg is the affected one: the one that was named; else the one that shows more patterns; else the one whose ankle beats.</summary>
public static class AffectedLeg
{
    public static AffectedSide Of(GaitSettings settings, ImmutableArray<PatternFinding> patterns, ImmutableArray<SideBeats> beats)
    {
        if (settings.Affected != BodySide.Unknown)
        {
            return new AffectedSide(settings.Affected, Inferred: false);
        }

        // Who vaults stands on the sound leg.
        var shown = patterns.Where(p => p is { Verdict: PatternVerdict.Present, Side: not null })
            .Select(p => p.Name == PatternName.Vaulting ? p.Side!.Value.Opposite : p.Side!.Value).ToArray();
        var side = More(shown.Count(s => s == BodySide.Left), shown.Count(s => s == BodySide.Right))
            ?? More(Beats(BodySide.Left), Beats(BodySide.Right));
        return new AffectedSide(side, Inferred: side is not null);

        int Beats(BodySide of) => beats.FirstOrDefault(b => b.Side == of)?.TimesSeconds?.Length ?? 0;
    }

    private static BodySide? More(int left, int right) => left > right ? BodySide.Left : right > left ? BodySide.Right : null;
}
