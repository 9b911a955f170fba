using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Which spots stand in the room and which move in it. The room is the largest group of spots that keep their places to each other, so that a
/// shaken or panned camera moves nothing. What stands while others swing is furniture rather than a foot.
/// </summary>
internal sealed class SpotMotion
{
    private readonly Dictionary<int, double> _moves = [];
    private readonly double _usual;

    /// <param name="spots">Those that are compared; nothing is said of others.</param>
    public SpotMotion(LimbGeometry geometry, IReadOnlyList<int> spots, LimbPolicy policy)
    {
        // Who is seen only while a leg rests knows nothing of its movement.
        double? Swing(int a, int b) => geometry.Bone(Math.Min(a, b), Math.Max(a, b)) is var bone && bone.Together >= policy.ComparedTogether ? bone.SwingPixels : null;
        var swings = spots.ToDictionary(a => a, a => spots.Where(b => b != a).Select(b => Swing(a, b)).OfType<double>().Order().ToArray());
        // What keeps its distance best shows how exactly anything is seen.
        var nearest = swings.Values.Where(s => s.Length > 0).Select(s => s[0]).Order().ToArray();
        NoisePixels = nearest.Length == 0 ? policy.MostStillPixels : Math.Clamp(nearest[nearest.Length / 4], policy.LeastStillPixels, policy.MostStillPixels);
        if (nearest.Length > 0)
        {
            var standing = policy.Moves.Zero * NoisePixels;
            var anchor = spots.MaxBy(spot => swings[spot].Count(s => s <= standing));
            int[] room = [anchor, .. spots.Where(spot => spot != anchor && Swing(anchor, spot) <= standing)];
            foreach (var spot in spots)
            {
                var travels = room.Where(other => other != spot).Select(other => Swing(spot, other)).OfType<double>().Order().ToArray();
                if (travels.Length > 0)
                {
                    _moves[spot] = policy.Moves.At(travels[travels.Length / 2] / NoisePixels);
                }
            }
        }

        _usual = (_moves.Values.Sum() + 0.5) / (_moves.Count + 1);
        Liveliness = Math.Min(_moves.Values.Sum(), 1);
    }

    /// <summary>Root mean square by which two spots that stand seem to move against each other.</summary>
    public double NoisePixels { get; }

    /// <summary>Whether anything moves at all, 0 to 1.</summary>
    public double Liveliness { get; }

    /// <summary>Whether a spot moves, 0 to 1; of what was not compared, as much as of the others.</summary>
    public double Moves(int spot) => _moves.TryGetValue(spot, out var moves) ? moves : _usual;

    /// <summary>Log of how much likelier a spot moves as it does if it is something that moves in so large a share of the clips in which anything
    /// does than if it is any spot of this clip.</summary>
    public double Evidence(int spot, double share) =>
        _moves.TryGetValue(spot, out var moves) ? Liveliness * Math.Log((moves * share / _usual) + ((1 - moves) * (1 - share) / (1 - _usual))) : 0;
}
