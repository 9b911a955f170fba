using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>Joint angles over the cycle, mean of the strides that count.</summary>
public static class CycleCurves
{
    private const int StepPercent = 2;

    public static ImmutableArray<JointCurves> Of(ImmutableArray<WalkedBout> bouts, WalkFacts walk) =>
        [.. new[] { BodySide.Left, BodySide.Right }.Where(side => walk.Strides(side).Length > 0 && bouts[0].Bout.ShowsSagittal).Select(side => Of(bouts, side, walk.Strides(side)))];

    private static JointCurves Of(ImmutableArray<WalkedBout> bouts, BodySide side, ImmutableArray<Stride> strides)
    {
        ImmutableArray<double> percent = [.. Enumerable.Range(0, (100 / StepPercent) + 1).Select(i => (double)i * StepPercent)];
        ImmutableArray<double?> Mean(Func<WalkBout, BodySide, double?[]> angle)
        {
            var sums = percent.Select(_ => (Sum: 0.0, Count: 0)).ToArray();
            foreach (var walked in bouts)
            {
                var values = angle(walked.Bout, side);
                foreach (var stride in strides.Where(s => s.StartSeconds >= walked.Bout.TimesSeconds[0] && s.EndSeconds <= walked.Bout.TimesSeconds[^1]))
                {
                    for (var k = 0; k < sums.Length; k++)
                    {
                        if (At(walked.Bout, values, stride.StartSeconds + (percent[k] / 100 * stride.StrideSeconds)) is { } value)
                            sums[k] = (sums[k].Sum + value, sums[k].Count + 1);
                    }
                }
            }

            return [.. sums.Select(s => s.Count == 0 ? (double?)null : s.Sum / s.Count)];
        }

        return new JointCurves(side, strides.Length, percent, Mean(SegmentAngles.Hip), Mean(SegmentAngles.Knee), Mean(SegmentAngles.Ankle));
    }

    // On the line between two frames; nothing is told across a frame without a value.
    private static double? At(WalkBout bout, double?[] values, double time)
    {
        var after = bout.IndexAt(time);
        return after >= values.Length ? null
            : after == 0 || bout.TimesSeconds[after] == time ? values[after]
            : values[after - 1] + ((values[after] - values[after - 1]) * ((time - bout.TimesSeconds[after - 1]) / (bout.TimesSeconds[after] - bout.TimesSeconds[after - 1])));
    }
}
