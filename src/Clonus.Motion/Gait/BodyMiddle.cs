using Clonus.Motion.Tracks;
using MathNet.Numerics;

namespace Clonus.Motion.Gait;

/// <summary>Where the middle of the body goes: a straight line over time, about which it sways. What is sideways is counted from there.</summary>
public static class BodyMiddle
{
    /// <summary>By the pelvis, or by the first other landmark that is marked on both sides; 0 throughout without any.</summary>
    /// <param name="sideways">Of a place at a time.</param>
    public static Func<double, double> Line(TrackSet tracks, int firstFrame, int endFrame, Func<SpacePoint, double, double> sideways)
    {
        foreach (var landmark in new[] { Landmark.Hip, Landmark.Shoulder, Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe })
        {
            if (tracks.Find(BodySide.Left, landmark) is not { } left || tracks.Find(BodySide.Right, landmark) is not { } right)
            {
                continue;
            }

            var seen = Enumerable.Range(firstFrame, endFrame - firstFrame)
                .Where(i => left.Samples[i] is not null && right.Samples[i] is not null)
                .Select(i => (Time: tracks.FrameTimesSeconds[i], Middle: sideways((left.Samples[i]!.Value.Position + right.Samples[i]!.Value.Position) * 0.5, tracks.FrameTimesSeconds[i])))
                .ToArray();
            if (seen.Length > 1)
            {
                var (start, slope) = Fit.Line([.. seen.Select(s => s.Time)], [.. seen.Select(s => s.Middle)]);
                return time => start + (slope * time);
            }
        }

        return _ => 0;
    }
}
