using Clonus.Motion.Tracks;

namespace Clonus.Vision.Tracking;

/// <summary>
/// Which spots stand in the room and which move in it. The room is the largest group of spots that keep their places to each other, so that a
/// shaken or panned camera moves nothing. What stands while others swing is furniture rather than a foot.
/// </summary>
internal sealed class SpotMotion
{
    private readonly Dictionary<int, double> _moves;
    private readonly double _usual;

    /// <param name="spots">Those that are compared; nothing is said of others.</param>
    public SpotMotion(LimbGeometry geometry, IReadOnlyList<int> spots, LimbPolicy policy)
    {
        double Swing(int a, int b) => geometry.Bone(Math.Min(a, b), Math.Max(a, b)).SwingPixels;
        double[] Swings(int spot) => [.. spots.Where(other => other != spot).Select(other => Swing(spot, other)).Where(double.IsFinite).Order()];
        var swings = spots.ToDictionary(spot => spot, Swings);
        // What keeps its distance best shows how exactly anything is seen.
        var nearest = swings.Values.Where(s => s.Length > 0).Select(s => s[0]).Order().ToArray();
        NoisePixels = nearest.Length == 0 ? policy.MostStillPixels : Math.Clamp(nearest[nearest.Length / 2], policy.LeastStillPixels, policy.MostStillPixels);
        var standing = policy.Moves.Zero * NoisePixels;
        var anchor = spots.Count == 0 ? LegGuess.None : spots.MaxBy(spot => swings[spot].Count(s => s <= standing));
        int[] room = [.. spots.Where(spot => spot == anchor || Swing(spot, anchor) <= standing)];
        _moves = spots.ToDictionary(spot => spot, spot => room.Contains(spot) ? 0 : policy.Moves.At(Travel(spot) / NoisePixels));
        _usual = (_moves.Values.Sum() + 0.5) / (spots.Count + 1);

        double Travel(int spot)
        {
            var against = room.Select(other => Swing(spot, other)).Where(double.IsFinite).Order().ToArray();
            return against.Length == 0 ? double.PositiveInfinity : against[against.Length / 2];
        }
    }

    /// <summary>Root mean square by which two spots that stand seem to move against each other.</summary>
    public double NoisePixels { get; }

    /// <summary>Whether it moves, 0 to 1; of what was not compared, as much as of the others.</summary>
    public double Moves(int spot) => _moves.TryGetValue(spot, out var moves) ? moves : _usual;

    /// <summary>Log of how much likelier a spot moves as it does if it is something that moves in so large a share of clips than if it is any spot of this clip.</summary>
    public double Evidence(int spot, double share) =>
        _moves.TryGetValue(spot, out var moves) ? Math.Log((moves * share / _usual) + ((1 - moves) * (1 - share) / (1 - _usual))) : 0;
}
