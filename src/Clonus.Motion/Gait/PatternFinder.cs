using System.Collections.Immutable;
using Clonus.Motion.Tracks;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>What the findings rest on beside the strides.</summary>
/// <param name="View">Null where it could not be told.</param>
/// <param name="Marked">Markers that were seen.</param>
public sealed record WalkEvidence(GaitView? View, ImmutableHashSet<MarkerName> Marked);

/// <summary>Measures and rules → findings: one for each pattern and leg, whether it can be told or not.</summary>
public static class PatternFinder
{
    public static ImmutableArray<PatternFinding> Find(WalkFacts walk, WalkEvidence evidence, GaitPolicy policy) =>
    [
        .. PatternRules.Table(policy).SelectMany(rule => rule.IsOfBothLegs
            ? [Judge(rule, null, walk, evidence, policy)]
            : new[] { BodySide.Left, BodySide.Right }.Select(side => Judge(rule, side, walk, evidence, policy))),
    ];

    private static PatternFinding Judge(PatternRule rule, BodySide? side, WalkFacts walk, WalkEvidence evidence, GaitPolicy policy)
    {
        ImmutableArray<Stride> strides = side is { } one ? walk.Strides(rule.ByOtherLeg ? one.Opposite : one) : [.. walk.Left, .. walk.Right];
        var values = strides.Select(stride => rule.Criteria.Select(criterion => criterion.Of(stride, walk) is { } value && double.IsFinite(value) ? value : (double?)null).ToArray()).ToArray();
        var assessed = values.Where(row => IsAssessed(rule, row)).ToArray();
        var showing = assessed.Count(row => Shows(rule, row));
        var missing = Missing(rule, side, evidence)
            ?? (rule.ComparesLegs ? TooFewOf(walk, policy) : null)
            ?? (assessed.Length < policy.MinStrides && !(rule.OneStride && values.Any(row => row.Zip(rule.Criteria, (value, criterion) => criterion.Greatest && value is { } v && criterion.IsMet(v)).Any(met => met))) ? TooFew(rule, side, strides.Length, assessed.Length, policy) : null);
        if (missing is not null)
        {
            return new PatternFinding(rule.Name, side, PatternVerdict.NotAssessable, showing, assessed.Length, null, missing, []);
        }

        var criteria = rule.Criteria.Select((criterion, i) => Summary(criterion, [.. assessed.Select(row => row[i]).OfType<double>()], evidence.View)).ToArray();
        var met = rule.Any ? criteria.Any(c => c.Criterion.Met == true) : criteria.All(c => c.Criterion.Met == true);
        var probability = rule.Any
            ? 1 - criteria.Aggregate(1.0, (p, c) => p * (1 - c.ProbabilityMet))
            : criteria.Aggregate(1.0, (p, c) => p * c.ProbabilityMet);
        return new PatternFinding(
            rule.Name, side, met ? PatternVerdict.Present : PatternVerdict.Absent, showing, assessed.Length, met ? probability : 1 - probability, null, [.. criteria.Select(c => c.Criterion)]);
    }

    // Where one is enough, whatever is known tells; else all must be.
    private static bool IsAssessed(PatternRule rule, double?[] row) =>
        rule.Any ? row.Any(v => v is not null) : row.Zip(rule.Criteria, (value, criterion) => value is not null || criterion.IsUnmetWhereUnknown).All(known => known);

    private static bool Shows(PatternRule rule, double?[] row)
    {
        var met = row.Zip(rule.Criteria, (value, criterion) => value is { } v && criterion.IsMet(v));
        return rule.Any ? met.Any(m => m) : met.All(m => m);
    }

    // The median over the strides, and the probability that it lies on this side of the limit but for its error.
    private static (Criterion Criterion, double ProbabilityMet) Summary(StrideCriterion criterion, double[] values, GaitView? view)
    {
        if (values.Length == 0)
        {
            return (new Criterion(criterion.Name, null, criterion.Limit, criterion.Comparison, criterion.Unit, criterion.IsUnmetWhereUnknown ? false : null, criterion.Source), 0);
        }

        var measured = criterion.Greatest ? values.Max() : values.Median();
        var own = view == GaitView.Spatial ? criterion.Error.Room : criterion.Error.Picture;
        var spread = values.Length > 1 && !criterion.Greatest ? values.StandardDeviation() / Math.Sqrt(values.Length) : 0;
        var error = Math.Sqrt((own * own) + (spread * spread));
        var beyond = criterion.Comparison == "<=" ? criterion.Limit - measured : measured - criterion.Limit;
        var probability = error > 0 ? Normal.CDF(0, 1, beyond / error) : beyond >= 0 ? 1 : 0;
        return (new Criterion(criterion.Name, measured, criterion.Limit, criterion.Comparison, criterion.Unit, criterion.IsMet(measured), criterion.Source), probability);
    }

    private static string? Missing(PatternRule rule, BodySide? side, WalkEvidence evidence)
    {
        if (evidence.View is { } shown && shown != GaitView.Spatial && shown != rule.View)
        {
            return rule.View == GaitView.Frontal ? "needs a frontal view" : "needs a side view";
        }

        var needed = side is { } one
            ? rule.Markers.Select(m => new MarkerName(one, m)).Concat(rule.OtherMarkers.Select(m => new MarkerName(one.Opposite, m)))
            : [];
        var unseen = needed.Where(name => !evidence.Marked.Contains(name)).ToArray();
        if (side is null && rule.Markers.Length > 0
            && !new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.Any(s => rule.Markers.All(m => evidence.Marked.Contains(new MarkerName(s, m)))))
        {
            return $"needs the markers {string.Join(" and ", rule.Markers.Select(m => m.ToString().ToLowerInvariant()))} of one side";
        }

        return unseen.Length > 0 ? $"needs the marker{(unseen.Length > 1 ? "s" : "")} {string.Join(", ", unseen)}" : null;
    }

    private static string? TooFewOf(WalkFacts walk, GaitPolicy policy) =>
        Math.Min(walk.Left.Length, walk.Right.Length) < policy.MinStrides ? $"needs {policy.MinStrides} whole strides of each leg, {walk.Left.Length} left and {walk.Right.Length} right seen" : null;

    private static string TooFew(PatternRule rule, BodySide? side, int strides, int assessed, GaitPolicy policy)
    {
        var leg = side is not { } one ? "either leg" : $"the {(rule.ByOtherLeg ? one.Opposite : one).ToString().ToLowerInvariant()} leg";
        return strides < policy.MinStrides
            ? $"needs {policy.MinStrides} whole strides of {leg}, {strides} seen"
            : $"needs {policy.MinStrides} strides of {leg} in which all its markers are seen, {assessed} of {strides} are";
    }
}
