using System.Collections.Immutable;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Gives each track its marker's name by the looks that were asked for. Markers that share a SPEC are told apart by the leg.</summary>
internal static class RequestedNaming
{
    public static MarkerNames Name(IReadOnlyList<LimbCandidate> candidates, TrackingSettings settings)
    {
        var requests = settings.Markers.Where(m => m.Spec is LookSpec).ToArray();
        var geometry = new LimbGeometry(candidates);
        var chosen = new Dictionary<MarkerName, int>();
        if (BothSidesAlike(requests))
        {
            ChooseBothLegs(requests, geometry, settings, chosen);
        }
        else
        {
            foreach (var leg in requests.GroupBy(r => r.Name.Side).OrderByDescending(g => g.Key == settings.Side).ThenByDescending(g => g.Count()))
            {
                ChooseLeg([.. leg], leg.Key, geometry, settings, chosen);
            }
        }

        var issues = ImmutableArray.CreateBuilder<QualityIssue>();
        foreach (var request in requests.Where(r => !chosen.ContainsKey(r.Name)))
        {
            if (BestOfItsLook(request, requests, candidates, chosen) is { } track)
            {
                chosen[request.Name] = track;
            }
            else
            {
                issues.Add(NotFound(request, requests, candidates));
            }
        }

        var whole = MarkerPieces.Merge(candidates, chosen.GroupBy(c => c.Key.Side).Select(leg => leg.Select(c => c.Value)), settings);
        return new MarkerNames(whole, [.. requests.Where(r => chosen.ContainsKey(r.Name)).Select(r => (r.Name, r.Spec.Text, chosen[r.Name]))], issues.ToImmutable());
    }

    /// <summary>Left and right are asked for by the same looks, so that only the picture tells them apart.</summary>
    private static bool BothSidesAlike(MarkerRequest[] requests)
    {
        var (left, right) = (Side(requests, BodySide.Left), Side(requests, BodySide.Right));
        return left.Length > 0 && right.Length > 0 && left.All(l => right.All(r => r.Name.Landmark != l.Name.Landmark || r.Spec.Text == l.Spec.Text))
            && left.Any(l => right.Any(r => r.Name.Landmark == l.Name.Landmark));
    }

    private static MarkerRequest[] Side(MarkerRequest[] requests, BodySide side) => [.. requests.Where(r => r.Name.Side == side)];

    private static void ChooseBothLegs(MarkerRequest[] requests, LimbGeometry geometry, TrackingSettings settings, Dictionary<MarkerName, int> chosen)
    {
        var legs = requests.Where(r => r.Name.Side != BodySide.Unknown).ToArray();
        var reading = LimbNaming.Read(geometry, chosen.Values.ToHashSet(), settings.Limb, settings.View, mostLegs: 2, vouched: true, (landmark, track) => Asked(legs, geometry, landmark, track));
        var whole = MarkerPieces.Merge(geometry.Candidates, reading.Legs.Select(l => l.Markers.Select(m => m.Track)), settings);
        foreach (var (side, leg) in LegSides.Tell(new LimbGeometry(whole.Candidates), reading.Legs, settings).Legs)
        {
            foreach (var (landmark, track) in leg.Markers.Where(m => legs.Any(r => r.Name == new MarkerName(side, m.Landmark))))
            {
                chosen[new MarkerName(side, landmark)] = track;
            }
        }
    }

    private static void ChooseLeg(MarkerRequest[] leg, BodySide side, LimbGeometry geometry, TrackingSettings settings, Dictionary<MarkerName, int> chosen)
    {
        bool Allowed(Landmark landmark, int track) => Asked(leg, geometry, landmark, track);
        var used = chosen.Values.ToHashSet();
        (Landmark Landmark, int Track)[] Read(Func<Landmark, int, bool> allowed) =>
        [
            .. LimbNaming.Read(geometry, used, settings.Limb, settings.View, mostLegs: 1, vouched: true, allowed).Legs
                .SelectMany(l => l.Markers).Where(m => leg.Any(r => r.Name.Landmark == m.Landmark)),
        ];
        // A heel of the same colour that was not asked for is as good a toe, unless it may be the heel.
        bool AllowedOrBeside(Landmark landmark, int track) =>
            leg.Any(r => r.Name.Landmark == landmark) ? Allowed(landmark, track) : leg.Any(r => HasLook(r, geometry, track));
        var found = Read(Allowed);
        found = found.Length < leg.Length && Read(AllowedOrBeside) is var wider && wider.Length > found.Length ? wider : found;
        foreach (var (landmark, track) in found)
        {
            chosen[new MarkerName(side, landmark)] = track;
        }

        var (ankleName, toeName) = (new MarkerName(side, Landmark.Ankle), new MarkerName(side, Landmark.Toe));
        if (!chosen.ContainsKey(ankleName) && !chosen.ContainsKey(toeName) && FootPair.FindRequested(geometry, used, settings.Limb, Allowed) is var (ankle, toe))
        {
            (chosen[ankleName], chosen[toeName]) = (ankle, toe);
        }
    }

    private static bool Asked(MarkerRequest[] requests, LimbGeometry geometry, Landmark landmark, int track) =>
        requests.Any(r => r.Name.Landmark == landmark && HasLook(r, geometry, track));

    private static bool HasLook(MarkerRequest request, LimbGeometry geometry, int track) =>
        ((LookSpec)request.Spec).Matches(geometry.Candidates[track].Kind, geometry.Candidates[track].Colour);

    /// <summary>The longest and clearest track of the look; none when others share it, for then nothing tells which is which.</summary>
    private static int? BestOfItsLook(
        MarkerRequest request, MarkerRequest[] requests, IReadOnlyList<LimbCandidate> candidates, Dictionary<MarkerName, int> chosen)
    {
        var sharing = requests.Count(r => r.Spec.Text == request.Spec.Text);
        var open = requests.Count(r => r.Spec.Text == request.Spec.Text && !chosen.ContainsKey(r.Name));
        var free = Enumerable.Range(0, candidates.Count)
            .Where(i => !chosen.ContainsValue(i) && ((LookSpec)request.Spec).Matches(candidates[i].Kind, candidates[i].Colour))
            .OrderByDescending(i => candidates[i].Quality * candidates[i].SeenCount).ToArray();
        return open == 1 && (free.Length == 1 || (sharing == 1 && free.Length > 0)) ? free[0] : null;
    }

    private static QualityIssue NotFound(MarkerRequest request, MarkerRequest[] requests, IReadOnlyList<LimbCandidate> candidates) => new(
        "marker_not_found", IssueSeverity.Warning,
        requests.Count(r => r.Spec.Text == request.Spec.Text) > 1 && candidates.Any(c => ((LookSpec)request.Spec).Matches(c.Kind, c.Colour))
            ? $"{request.Name} was not found: the {request.Spec} markers do not show which of them it is"
            : $"{request.Name} was not found: no {request.Spec} marker that stands out from its surroundings",
        Marker: request.Name);
}
