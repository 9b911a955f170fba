using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>A foot on the floor, from its contact to its foot-off; null where that lies outside of the stretch or in a hole.</summary>
public readonly record struct Stance(double? ContactSeconds, double? FootOffSeconds);

/// <summary>One foot's swings and its events, by time.</summary>
public sealed record FootSteps(BodySide Side, ImmutableArray<FootSwing> Swings, ImmutableArray<GaitEvent> Events)
{
    /// <summary>Before, between and after the swings.</summary>
    public IEnumerable<Stance> Stances =>
        Enumerable.Range(0, Swings.Length + 1).Select(i => new Stance(i > 0 ? Swings[i - 1].Contact?.TimeSeconds : null, i < Swings.Length ? Swings[i].FootOff?.TimeSeconds : null));
}

/// <summary>A stretch of walking with the steps of its feet.</summary>
/// <param name="Floor">How fast the floor moves under the feet, in legs a second.</param>
public sealed record WalkedBout(WalkBout Bout, SpacePoint Floor, ImmutableArray<FootSteps> Feet)
{
    public FootSteps? Of(BodySide side) => Feet.FirstOrDefault(f => f.Side == side);
}
