using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Beats of clonus of one side, by the time of their peak; null where clonus is not assessable.</summary>
public sealed record SideBeats(BodySide Side, ImmutableArray<double>? TimesSeconds);

/// <summary>A walk with its events, before anything is measured.</summary>
/// <param name="Reason">What is missing where nothing can be told.</param>
public sealed record WalkSteps(GaitView? View, ImmutableArray<WalkedBout> Bouts, string? Reason)
{
    /// <summary>At least two steps were seen.</summary>
    public bool IsWalk => Reason is null && Bouts.Sum(b => b.Feet.Sum(f => f.Swings.Length)) > 1;

    public IEnumerable<GaitEvent> Events => Bouts.SelectMany(b => b.Feet).SelectMany(f => f.Events).OrderBy(e => e.TimeSeconds).ThenBy(e => e.Side);

    /// <summary>When a leg was carried forward in a step, by time; an end that was not seen lies half a usual swing from where the foot was fastest.</summary>
    public ImmutableArray<TimeRange> Swings(BodySide side, GaitSettings settings) =>
        [.. Bouts.SelectMany(walked => walked.Of(side) is { } feet
            ? feet.Swings.Select(swing => Range(walked.Bout.TimesSeconds[swing.PeakFrame], swing.FootOff?.TimeSeconds, swing.Contact?.TimeSeconds, settings.HalfSwingSeconds))
            : [])];

    private static TimeRange Range(double peak, double? footOff, double? contact, double half) => new(Math.Min(footOff ?? peak - half, peak), Math.Max(contact ?? peak + half, peak));

    /// <summary>When a foot was put down, by time.</summary>
    public ImmutableArray<double> Contacts(BodySide side) => [.. Events.Where(e => e.Side == side && e.Kind == GaitEventKind.InitialContact).Select(e => e.TimeSeconds)];
}

/// <summary>The story of a walk: tracks → stretches of one heading → events → strides → measures → patterns.</summary>
public static class GaitAnalyzer
{
    private static readonly ImmutableArray<BodySide> Legs = [BodySide.Left, BodySide.Right];

    /// <param name="seen">As the camera saw them.</param>
    /// <param name="steady">As a camera would have seen them that stands still.</param>
    public static WalkSteps FindSteps(TrackSet seen, TrackSet steady, GaitSettings settings)
    {
        // A marker that was looked for and never seen is none.
        var names = seen.Markers.Where(m => m.VisibleRatio > 0).Select(m => m.Name).ToHashSet();
        (seen, steady) = (Only(seen, names), Only(steady, names));
        var feet = seen.Markers.Where(m => m.Name.Landmark is Landmark.Ankle or Landmark.Heel or Landmark.Toe).ToArray();
        if (feet.Length > 0 && feet.All(foot => Stays(foot, steady, settings)))
        {
            return new WalkSteps(null, [], null);
        }

        if (!feet.Any(foot => Legs.Contains(foot.Name.Side)))
        {
            return new WalkSteps(null, [], feet.Length > 0 ? "needs to know which leg it is: give --side, or name the markers left or right" : "needs ankle, heel or toe of a leg");
        }

        var found = WalkBouts.Find(seen, steady, settings);
        return found.View is null || found.Bouts.IsEmpty
            ? new WalkSteps(found.View, [], "needs more markers of the leg, hip, knee and ankle with heel and toe at best, to tell from where and where to the person walks")
            : new WalkSteps(found.View, [.. found.Bouts.Select(bout => GaitEventDetector.Detect(bout, settings))], null);
    }

    public static GaitFindings Analyze(WalkSteps steps, ImmutableArray<SideBeats> beats, GaitSettings settings, GaitPolicy policy)
    {
        if (!steps.IsWalk)
        {
            return NoWalk(steps, settings, policy);
        }

        var strides = Legs.SelectMany(side => StrideBuilder.Build(steps.Bouts, side, settings)).ToImmutableArray();
        strides = [.. steps.Bouts.SelectMany(walked => Measured(walked, strides, settings, policy)), .. strides.Where(s => s.Rejected == StrideBuilder.Turn)];
        strides = [.. strides.Select(stride => PhaseBeats(stride, beats, policy)).OrderBy(s => s.StartSeconds).ThenBy(s => s.Side)];
        var walk = WalkFacts.Of(strides);
        var marked = steps.Bouts.SelectMany(b => b.Bout.Points.Where(p => p.Value.Any(v => v is not null)).Select(p => p.Key)).ToImmutableHashSet();
        var patterns = PatternFinder.Find(walk, new WalkEvidence(steps.View, marked), policy);
        return GaitSummary.Of(steps, strides, walk, patterns, AffectedLeg.Of(settings, patterns, beats));
    }

    private static TrackSet Only(TrackSet tracks, HashSet<MarkerName> names) => new(
        tracks.FrameTimesSeconds, [.. tracks.Markers.Where(m => names.Contains(m.Name))], tracks.FirstFrameIndex, tracks.Camera)
    {
        IsSpatial = tracks.IsSpatial,
        CameraStrays = tracks.CameraStrays,
    };

    private static bool Stays(MarkerTrack foot, TrackSet steady, GaitSettings settings)
    {
        var places = steady.Markers.First(m => m.Name == foot.Name).Samples.OfType<MarkerSample>().Select(s => s.Position).ToArray();
        SpacePoint Corner(Func<IEnumerable<double>, double> end) => new(end(places.Select(p => p.X)), end(places.Select(p => p.Y)), end(places.Select(p => p.Z)));
        return places.Length == 0 || (BodySize.Leg(steady, foot.Name.Side) is { } leg && Corner(v => v.Max()).DistanceTo(Corner(v => v.Min())) < settings.StepLegs * leg);
    }

    private static IEnumerable<Stride> Measured(WalkedBout walked, ImmutableArray<Stride> strides, GaitSettings settings, GaitPolicy policy)
    {
        var (left, right) = FootRest.Of(walked, settings);
        var (first, last) = (walked.Bout.TimesSeconds[0], walked.Bout.TimesSeconds[^1]);
        foreach (var leg in strides.Where(s => s.Rejected != StrideBuilder.Turn && s.StartSeconds >= first && s.EndSeconds <= last).GroupBy(s => s.Side))
        {
            var course = SagittalMeasures.Course(walked.Bout, leg.Key, leg.Key == BodySide.Left ? left : right);
            var sideways = FrontalMeasures.Course(walked, leg.Key);
            foreach (var stride in leg)
            {
                var timed = TimeMeasures.Measure(stride, walked);
                var stepped = StepMeasures.Measure(timed, walked, settings);
                yield return FrontalMeasures.Measure(SagittalMeasures.Measure(stepped, walked, course, settings, policy), walked, sideways, settings);
            }
        }
    }

    private static Stride PhaseBeats(Stride stride, ImmutableArray<SideBeats> beats, GaitPolicy policy)
    {
        if (beats.FirstOrDefault(b => b.Side == stride.Side)?.TimesSeconds is not { } times)
        {
            return stride;
        }

        // Where the ankle was hidden for a while there may have been more: only enough of them say something.
        int? Beats(double from, double to, int? dips) =>
            times.Count(t => t >= from && t < to) is var count && (dips is not null || count >= policy.MinPhaseBeats) ? count : null;
        return stride with
        {
            BeatsInStance = Beats(stride.StartSeconds, stride.FootOffSeconds, stride.AnkleDipsInStance),
            BeatsInSwing = Beats(stride.FootOffSeconds, stride.EndSeconds, stride.AnkleDipsInSwing),
        };
    }

    private static GaitFindings NoWalk(WalkSteps steps, GaitSettings settings, GaitPolicy policy)
    {
        var reason = steps.Reason ?? "no two steps were seen";
        return GaitSummary.None(
            steps.Reason is null ? GaitStatus.NotWalking : GaitStatus.NotAssessable, reason, steps.View, settings,
            steps.Reason is null ? [] : [.. PatternFinder.Find(new WalkFacts([], []), new WalkEvidence(steps.View, []), policy).Select(p => p with { Reason = reason })]);
    }
}
