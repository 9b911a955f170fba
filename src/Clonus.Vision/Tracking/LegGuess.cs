using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>From where a leg is seen.</summary>
public enum LegView
{
    /// <summary>From the left or right of the person.</summary>
    Side,

    /// <summary>From the front or from behind.</summary>
    Front,
}

/// <summary>One way to take some of the candidates for the markers of one leg.</summary>
/// <param name="Hip">Number of the candidate, or <see cref="None"/>; the same for the other landmarks.</param>
/// <param name="Patella">Goes with the leg, but is not named.</param>
/// <param name="Evidence">Log of how much likelier the candidates' tracks are if this is a leg than if they have nothing to do with each other.</param>
/// <param name="AtRest">The same if the leg rests beside another one that moves.</param>
/// <param name="Motion">The part of it that turning bones prove.</param>
internal sealed record LegGuess(LegView View, int Hip, int Knee, int Ankle, int Heel, int Toe, int Patella, double Evidence, double AtRest, double Motion)
{
    public const int None = -1;

    public IEnumerable<(Landmark Landmark, int Track)> Markers =>
        new[] { (Landmark.Hip, Hip), (Landmark.Knee, Knee), (Landmark.Ankle, Ankle), (Landmark.Heel, Heel), (Landmark.Toe, Toe) }.Where(m => m.Item2 != None);

    public int this[Landmark landmark] => landmark switch
    {
        Landmark.Hip => Hip,
        Landmark.Knee => Knee,
        Landmark.Ankle => Ankle,
        Landmark.Heel => Heel,
        Landmark.Toe => Toe,
        _ => None,
    };

    public LegGuess Without(Landmark landmark) => landmark switch
    {
        Landmark.Hip => this with { Hip = None },
        Landmark.Knee => this with { Knee = None },
        Landmark.Ankle => this with { Ankle = None },
        Landmark.Heel => this with { Heel = None },
        _ => this with { Toe = None },
    };

    public bool SharesWith(LegGuess other)
    {
        ReadOnlySpan<int> mine = [Hip, Knee, Ankle, Heel, Toe, Patella], others = [other.Hip, other.Knee, other.Ankle, other.Heel, other.Toe, other.Patella];
        foreach (var track in mine)
        {
            if (track != None && others.Contains(track))
            {
                return true;
            }
        }

        return false;
    }
}
