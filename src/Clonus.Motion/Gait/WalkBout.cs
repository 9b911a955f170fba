using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>
/// A stretch of the clip in which the person faces one way, with all places as the body has them: x ahead, y up, z to the person's right (ISB's axes of gait),
/// in lengths of the leg.
/// </summary>
/// <param name="FirstFrame">Index of the first frame.</param>
/// <param name="View">Sagittal: z is 0 everywhere and says nothing. Frontal: x is.</param>
/// <param name="TimesSeconds">Of the stretch's frames.</param>
/// <param name="LegMillimetres">Null where no millimetres are known.</param>
/// <param name="Points">One entry a frame, null where a marker was not seen.</param>
/// <param name="Feet">What a foot's rest on the floor is told by: the same places, but of a frontal picture the pixels themselves, in which a standing foot stays where it is.</param>
/// <param name="FootScales">One entry a frame: legs in a unit of <paramref name="Feet"/>, which grows and shrinks in a frontal picture.</param>
public sealed record WalkBout(
    int FirstFrame,
    GaitView View,
    GaitDirection? Direction,
    ImmutableArray<double> TimesSeconds,
    double? LegMillimetres,
    ImmutableDictionary<MarkerName, ImmutableArray<SpacePoint?>> Points,
    ImmutableDictionary<MarkerName, ImmutableArray<SpacePoint?>> Feet,
    ImmutableArray<double> FootScales)
{
    /// <summary>Of a picture from the front: the body's way across it, one entry a frame, as <see cref="Feet"/> has its places; null of all others.</summary>
    public ImmutableArray<double>? Middle { get; init; }

    public bool ShowsSagittal => View != GaitView.Frontal;

    public bool ShowsFrontal => View != GaitView.Sagittal;

    public int FrameCount => TimesSeconds.Length;

    /// <summary>The marker's places; null where it is not marked or never seen here.</summary>
    public ImmutableArray<SpacePoint?>? Of(BodySide side, Landmark landmark) =>
        Points.TryGetValue(new MarkerName(side, landmark), out var points) ? points : null;

    /// <summary>The first frame at or after a time, as an index into this stretch; its length where there is none.</summary>
    public int IndexAt(double timeSeconds)
    {
        var at = TimesSeconds.BinarySearch(timeSeconds);
        return at < 0 ? ~at : at;
    }

    /// <summary>How fast the body comes ahead, by the first of these landmarks that is marked.</summary>
    public double TravelLegsPerSecond()
    {
        foreach (var landmark in new[] { Landmark.Hip, Landmark.Shoulder, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe })
        {
            var ways = new[] { BodySide.Left, BodySide.Right, BodySide.Unknown }.Select(side => Of(side, landmark)).Where(p => p is not null).Select(p =>
            {
                var seen = Enumerable.Range(0, FrameCount).Where(i => p!.Value[i] is not null).ToArray();
                return seen.Length < 2 ? (double?)null : (p!.Value[seen[^1]]!.Value.X - p.Value[seen[0]]!.Value.X) / (TimesSeconds[seen[^1]] - TimesSeconds[seen[0]]);
            }).OfType<double>().ToArray();
            if (ways.Length > 0)
            {
                return ways.Average();
            }
        }

        return 0;
    }
}
