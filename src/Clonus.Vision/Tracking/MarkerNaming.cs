using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Names for tracks: which joined track is which marker, and what could not be told.</summary>
internal sealed record MarkerNames(ImmutableArray<(MarkerName Name, string Spec, int Track)> Markers, ImmutableArray<QualityIssue> Issues);

/// <summary>Gives each track its marker's name: by the colours that were asked for, and by the geometry of the leg.</summary>
internal static class MarkerNaming
{
    /// <summary>For colours that the user named. Markers that share a colour are told apart by the leg.</summary>
    public static MarkerNames ByRequest(IReadOnlyList<LimbCandidate> candidates, TrackingSettings settings)
    {
        var requests = settings.Markers.Where(m => m.Spec is ColourSpec).ToArray();
        var geometry = new LimbGeometry(candidates);
        var chosen = new Dictionary<MarkerName, int>();
        foreach (var leg in requests.GroupBy(r => r.Name.Side).Where(HasChain).OrderByDescending(g => g.Key == settings.Side))
        {
            var specs = leg.ToDictionary(r => r.Name.Landmark, r => (ColourSpec)r.Spec);
            var limb = LimbNaming.Find(
                geometry, chosen.Values.ToHashSet(), settings.Limb,
                (landmark, track) => specs.TryGetValue(landmark, out var spec) && spec.Matches(candidates[track].Colour));
            foreach (var (landmark, track) in limb?.Tracks ?? ImmutableDictionary<Landmark, int>.Empty)
            {
                chosen[new MarkerName(leg.Key, landmark)] = track;
            }
        }

        var issues = ImmutableArray.CreateBuilder<QualityIssue>();
        foreach (var request in requests.Where(r => !chosen.ContainsKey(r.Name)))
        {
            if (BestOfItsColour(request, requests, candidates, chosen) is { } track)
            {
                chosen[request.Name] = track;
            }
            else
            {
                issues.Add(NotFound(request, requests));
            }
        }

        return new MarkerNames([.. requests.Where(r => chosen.ContainsKey(r.Name)).Select(r => (r.Name, r.Spec.Text, chosen[r.Name]))], issues.ToImmutable());
    }

    /// <summary>For a clip of which nothing is known: the leg that its stickers draw.</summary>
    public static MarkerNames Automatic(IReadOnlyList<LimbCandidate> candidates, TrackingSettings settings)
    {
        var geometry = new LimbGeometry(candidates);
        var first = SureLeg(geometry, new HashSet<int>(), settings.Limb);
        if (first is null)
        {
            return LimbNaming.FindFoot(geometry, settings.Limb) is var (ankle, toe)
                ? new MarkerNames([.. Named(geometry, settings.Side, [(Landmark.Ankle, ankle), (Landmark.Toe, toe)])], [])
                : new MarkerNames([], [NothingFound(candidates)]);
        }

        // What the first leg took for its hip may be the other one's knee.
        var second = SureLeg(geometry, first.WithoutExtras().Tracks.Values.ToHashSet(), settings.Limb);
        return second is not null && settings.Limb.SecondLegNotTooSmall.At(Smaller(geometry, first, second)) > 0
            ? BothLegs(geometry, first.Without(second.Tracks.Values), second, settings)
            : new MarkerNames([.. Named(geometry, settings.Side, InOrder(first))], []);
    }

    private static bool HasChain(IGrouping<BodySide, MarkerRequest> leg) =>
        new[] { Landmark.Knee, Landmark.Ankle, Landmark.Toe }.All(landmark => leg.Any(r => r.Name.Landmark == landmark));

    /// <summary>The longest and clearest track of the colour; none when others share the colour, for then nothing tells which is which.</summary>
    private static int? BestOfItsColour(
        MarkerRequest request, MarkerRequest[] requests, IReadOnlyList<LimbCandidate> candidates, Dictionary<MarkerName, int> chosen)
    {
        var open = requests.Count(r => r.Spec.Text == request.Spec.Text && !chosen.ContainsKey(r.Name));
        var free = Enumerable.Range(0, candidates.Count)
            .Where(i => !chosen.ContainsValue(i) && ((ColourSpec)request.Spec).Matches(candidates[i].Colour))
            .OrderByDescending(i => candidates[i].Quality * candidates[i].Samples.Count(s => s is not null)).ToArray();
        return open == 1 && free.Length > 0 ? free[0] : null;
    }

    private static QualityIssue NotFound(MarkerRequest request, MarkerRequest[] requests) => new(
        "marker_not_found", IssueSeverity.Warning,
        requests.Count(r => r.Spec.Text == request.Spec.Text) > 1
            ? $"{request.Name} was not found: the {request.Spec} stickers do not show which of them it is"
            : $"{request.Name} was not found: no {request.Spec} sticker that stands out from its surroundings",
        Marker: request.Name);

    private static NamedLimb? SureLeg(LimbGeometry geometry, IReadOnlySet<int> used, LimbPolicy policy) =>
        LimbNaming.Find(geometry, used, policy) is { } limb && LimbNaming.IsSure(geometry, limb, policy) ? limb : null;

    private static double Smaller(LimbGeometry geometry, NamedLimb a, NamedLimb b) =>
        Math.Min(a.ShankPixels(geometry), b.ShankPixels(geometry)) / Math.Max(a.ShankPixels(geometry), b.ShankPixels(geometry));

    /// <summary>The nearer leg is the larger one. Who is seen from the side turns to the camera the side to which the toes point in the picture.</summary>
    private static MarkerNames BothLegs(LimbGeometry geometry, NamedLimb first, NamedLimb second, TrackingSettings settings)
    {
        var (near, far) = first.ShankPixels(geometry) >= second.ShankPixels(geometry) ? (first, second) : (second, first);
        if (settings.Side != BodySide.Unknown)
        {
            return new MarkerNames([.. Named(geometry, settings.Side, InOrder(near)), .. Named(geometry, Other(settings.Side), InOrder(far))], []);
        }

        var toesLeft = PointsLeft(geometry, near);
        if (toesLeft != PointsLeft(geometry, far))
        {
            return new MarkerNames(
                [.. Named(geometry, BodySide.Unknown, InOrder(first))],
                [new QualityIssue("second_leg_ignored", IssueSeverity.Warning,
                    "two legs carry stickers and nothing tells left from right; only the clearer one is analysed; give --side to name both")]);
        }

        var side = toesLeft != settings.Mirror ? BodySide.Left : BodySide.Right;
        return new MarkerNames(
            [.. Named(geometry, side, InOrder(near)), .. Named(geometry, Other(side), InOrder(far))],
            [new QualityIssue("sides_inferred", IssueSeverity.Warning,
                $"left and right were told by where the toes point and which leg is larger; give --side {(side == BodySide.Left ? "left" : "right")} to settle it")]);
    }

    private static bool PointsLeft(LimbGeometry geometry, NamedLimb limb)
    {
        var (ankle, toe) = (geometry.Candidates[limb.Tracks[Landmark.Ankle]], geometry.Candidates[limb.Tracks[Landmark.Toe]]);
        var forward = ankle.Samples.Zip(toe.Samples)
            .Where(pair => pair.First is not null && pair.Second is not null)
            .Sum(pair => pair.Second!.Value.Position.X - pair.First!.Value.Position.X);
        return forward < 0;
    }

    private static BodySide Other(BodySide side) => side == BodySide.Left ? BodySide.Right : BodySide.Left;

    private static IEnumerable<(Landmark, int)> InOrder(NamedLimb limb) => limb.Tracks.OrderBy(t => t.Key).Select(t => (t.Key, t.Value));

    private static IEnumerable<(MarkerName, string, int)> Named(LimbGeometry geometry, BodySide side, IEnumerable<(Landmark Landmark, int Track)> tracks) =>
        tracks.Select(t => (new MarkerName(side, t.Landmark), NamedColour.Describe(geometry.Candidates[t.Track].Colour), t.Track));

    private static QualityIssue NothingFound(IReadOnlyList<LimbCandidate> candidates) => new(
        "markers_not_found", IssueSeverity.Error,
        candidates.Count switch
        {
            0 => "no sticker was found: nothing small, round and of one colour stands out from its surroundings",
            < 3 => "no leg was found: a leg shows at least three stickers (knee, ankle, toe), here are "
                + candidates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " that might be one",
            _ => "no leg was found: of " + candidates.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
                + " spots of colour no three lie and move like the stickers of knee, ankle and toe",
        });
}
