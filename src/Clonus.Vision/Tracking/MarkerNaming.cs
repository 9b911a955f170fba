using System.Collections.Immutable;
using System.Globalization;
using Clonus.Motion;
using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>Names for tracks: which candidate is which marker, and what could not be told.</summary>
/// <param name="Whole">The candidates that the tracks are numbers of.</param>
internal sealed record MarkerNames(WholeCandidates Whole, ImmutableArray<(MarkerName Name, string Spec, int Track)> Markers, ImmutableArray<QualityIssue> Issues);

/// <summary>Gives each track its marker's name in a clip of which nothing is known: the legs that its stickers draw.</summary>
internal static class MarkerNaming
{
    public static MarkerNames Automatic(IReadOnlyList<LimbCandidate> candidates, TrackingSettings settings)
    {
        var geometry = new LimbGeometry(candidates);
        var reading = LimbNaming.Read(geometry, new HashSet<int>(), settings.Limb, settings.View, mostLegs: 2, vouched: false, (landmark, _) => IsInSight(landmark, settings.FacesCamera));
        if (!reading.Legs.IsEmpty)
        {
            var whole = MarkerPieces.Merge(candidates, reading.Legs.Select(l => l.Markers.Select(m => m.Track)), settings);
            var sided = LegSides.Tell(new LimbGeometry(whole.Candidates), reading.Legs, settings);
            return new MarkerNames(
                whole,
                [.. sided.Legs.SelectMany(l => Named(candidates, l.Side, l.Leg.Markers.Concat(Shoulder(whole.Candidates, l.Leg, sided, settings.Limb))))],
                [.. sided.Issues, .. reading.Doubtful.Where(d => d.Probability >= settings.Limb.MinWorthMention).Select(d => Unsure(candidates[d.Track], d.Landmark, d.Probability))]);
        }

        // A foot that is seen from the front hides how it turns.
        return settings.View != LegView.Front && FootPair.Find(geometry, settings.Limb) is var (ankle, toe)
            ? new MarkerNames(WholeCandidates.Of(candidates), [.. Named(candidates, settings.Side, [(Landmark.Ankle, ankle), (Landmark.Toe, toe)])], [])
            : new MarkerNames(WholeCandidates.Of(candidates), [], [NothingFound(candidates, reading, settings.View)]);
    }

    // A foot hides its heel from who sees it from the front, and its toes from behind.
    private static bool IsInSight(Landmark landmark, bool? facesCamera) => landmark switch
    {
        Landmark.Heel => facesCamera != true,
        Landmark.Toe => facesCamera != false,
        _ => true,
    };

    private static IEnumerable<(Landmark Landmark, int Track)> Shoulder(IReadOnlyList<LimbCandidate> whole, LegGuess leg, SidedLegs all, LimbPolicy policy) =>
        ShoulderFinder.Find(new LimbGeometry(whole), leg, all.Legs.SelectMany(l => l.Leg.Markers).Select(m => m.Track).ToHashSet(), policy) is { } track ? [(Landmark.Shoulder, track)] : [];

    private static IEnumerable<(MarkerName, string, int)> Named(
        IReadOnlyList<LimbCandidate> candidates, BodySide side, IEnumerable<(Landmark Landmark, int Track)> tracks) =>
        tracks.Select(t => (new MarkerName(side, t.Landmark), candidates[t.Track].Spec, t.Track));

    private static QualityIssue Unsure(LimbCandidate spot, Landmark landmark, double probability)
    {
        var place = spot.Samples.First(s => s is not null)!.Value.Position;
        return new QualityIssue("marker_uncertain", IssueSeverity.Info, string.Create(
            CultureInfo.InvariantCulture,
            $"the {spot.Spec} spot that is first seen at {place.X:F0},{place.Y:F0} may be the {landmark.ToString().ToLowerInvariant()}, "
            + $"but at a probability of {probability:F2} it is left without a name; --marker names it"));
    }

    private static QualityIssue NothingFound(IReadOnlyList<LimbCandidate> candidates, LimbReading reading, LegView? view)
    {
        var count = candidates.Count.ToString(CultureInfo.InvariantCulture);
        var why = candidates.Count switch
        {
            0 => "no sticker was found: nothing small, round and of one colour stands out from its surroundings",
            < 3 => $"no leg was found: a leg shows at least three stickers (such as knee, ankle and toe), here are {count} that might be one",
            _ when reading.NoLeg < 0.5 => $"no leg is sure: of {count} spots of colour several sets of three or more might be a leg's stickers, and none stands out",
            _ => $"no leg was found: of {count} spots of colour no three lie and move like the stickers of a leg",
        };
        var where = view switch
        {
            LegView.Side => "; legs were looked for from the side, as --view says, which may not fit: --view auto looks itself",
            LegView.Front => "; legs were looked for from the front or from behind, as --view says, which may not fit: --view auto looks itself",
            _ => "",
        };
        return new QualityIssue(
            "markers_not_found", IssueSeverity.Error, why + where + "; clonus detect draws what is seen on a pixel grid, and --marker NAME=SPEC names a colour or a point (at:X,Y)");
    }
}
