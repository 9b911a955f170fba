using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Walking;

/// <summary>One foot over the clip: it stands and swings in turn.</summary>
internal sealed class FootPath
{
    private readonly ImmutableArray<FootStance> _stances;
    private readonly ImmutableArray<FootSwing> _swings;

    public FootPath(BodySide side, ImmutableArray<FootStance> stances, WalkerBody body, PelvisPath pelvis, double clonusHz)
    {
        _stances = [.. stances.Where(stance => stance.Print.Side == side)];
        _swings = [.. _stances.Zip(_stances[1..], (from, to) => new FootSwing(from, to, body, pelvis, clonusHz))];
    }

    public ImmutableArray<FootStance> Stances => _stances;

    public ImmutableArray<FootSwing> Swings => _swings;

    /// <summary>The foot in the plane of walking, and how far it is to the right.</summary>
    public (FootPose Pose, double Z) At(double timeSeconds)
    {
        var i = _stances.Length - 1;
        while (i > 0 && _stances[i].Print.ContactSeconds > timeSeconds)
        {
            i--;
        }

        return timeSeconds <= _stances[i].Print.FootOffSeconds || i == _swings.Length
            ? (_stances[i].At(timeSeconds), _stances[i].Print.Z)
            : (_swings[i].At(timeSeconds), _swings[i].Z(timeSeconds));
    }
}
