using Clonus.Motion.Tracks;

namespace Clonus.Motion.Gait;

/// <summary>What a stride's times are beside those of the other foot.</summary>
public static class TimeMeasures
{
    public static Stride Measure(Stride stride, WalkedBout walked)
    {
        if (walked.Of(stride.Side.Opposite) is not { } other)
        {
            return stride;
        }

        var contact = other.Swings.Select(s => s.Contact?.TimeSeconds).OfType<double>().LastOrDefault(t => t < stride.EndSeconds, double.NaN);
        return stride with
        {
            StepSeconds = contact > stride.StartSeconds ? stride.EndSeconds - contact : null,
            DoubleSupportSeconds = DoubleSupport(stride, other),
        };
    }

    // The other foot's swing falls into this one's stance and both its ends are known: all else of the stance is on two feet.
    private static double? DoubleSupport(Stride stride, FootSteps other)
    {
        var swings = other.Swings.Where(s => s.FootOff?.TimeSeconds < stride.FootOffSeconds && s.Contact?.TimeSeconds > stride.StartSeconds).ToArray();
        return swings.Length == 0 ? null
            : stride.StanceSeconds - swings.Sum(s => Math.Min(s.Contact!.Value.TimeSeconds, stride.FootOffSeconds) - Math.Max(s.FootOff!.Value.TimeSeconds, stride.StartSeconds));
    }
}
