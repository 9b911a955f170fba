using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Clonus.Motion.Gait;

/// <summary>
/// How far from a camera that looks along the way a foot is: where it stands, as far as the body when that passes over it, and in a swing on its way from one such place to the next.
/// A foot beside the camera's axis would seem to go in and out with each step, if it were taken to be as far away as the body.
/// </summary>
public static class FootDepth
{
    /// <summary>For each frame of the stretch the instant at which the body is as far away as the foot is in that frame; the frame's own where the steps do not tell.</summary>
    public static double[] Passing(WalkBout bout, FootSteps feet)
    {
        var (first, last) = (bout.TimesSeconds[0], bout.TimesSeconds[^1]);
        var stances = feet.Stances.ToArray();
        double[] known = [.. stances.Where(s => s is { ContactSeconds: not null, FootOffSeconds: not null }).Select(s => s.FootOffSeconds!.Value - s.ContactSeconds!.Value)];
        if (known.Length == 0)
        {
            return [.. bout.TimesSeconds];
        }

        // A stance that is not seen to its end lasts as long as the others.
        var half = known.Median() / 2;
        (double Time, double Passing)[] knots = [.. stances.SelectMany(s => s switch
        {
            { ContactSeconds: { } contact, FootOffSeconds: { } off } => new[] { (contact, (contact + off) / 2), (off, (contact + off) / 2) },
            { ContactSeconds: { } contact } => [(contact, contact + half)],
            { FootOffSeconds: { } off } => [(off, off - half)],
            _ => [],
        })];
        return [.. bout.TimesSeconds.Select(time => Math.Clamp(At(knots, time), first, last))];
    }

    private static double At((double Time, double Passing)[] knots, double time)
    {
        var next = Array.FindIndex(knots, k => k.Time > time);
        if (next is 0 or -1)
        {
            return knots[next == 0 ? 0 : ^1].Passing;
        }

        // From rest to rest.
        var (before, after) = (knots[next - 1], knots[next]);
        var share = (time - before.Time) / (after.Time - before.Time);
        return before.Passing + (share * share * (3 - (2 * share)) * (after.Passing - before.Passing));
    }
}
