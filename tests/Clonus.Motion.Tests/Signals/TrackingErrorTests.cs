using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Signals;

/// <summary>What the markers' confidence says of the signal's error.</summary>
public class TrackingErrorTests
{
    private const double Diameter = 14;

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1.1)]
    public void An_angles_stated_error_is_the_one_that_places_so_uncertain_give_it(double sigmaPixels)
    {
        var angle = ScriptedAngle.Stretched(7, 5.5);
        var still = TrackedLeg.Tracks(angle);
        var moved = Stated(still, sigmaPixels, new Random(1));

        var (truth, seen) = (Measure(still), Measure(moved));
        var error = Math.Sqrt(seen.Values.Zip(truth.Values, (a, b) => Math.Pow(a!.Value - b!.Value, 2)).Average());

        Assert.InRange(seen.StatedErrorRms!.Value, 0.9 * error, 1.1 * error);
    }

    [Fact]
    public void Noise_that_quiet_moments_do_not_show_is_reported_and_makes_the_count_less_sure()
    {
        // Five beats of 8 degrees and two that are hardly larger than the gate, in a track that the codec froze where the foot rests.
        var angle = new ScriptedAngle().Hold(1).MoveTo(5, 0.1).Hold(0.08).Beats(5, 5.5).Beats(2, 5.5, 1.9).Hold(1);
        var still = TrackedLeg.Tracks(angle);

        var (sure, unsure) = (TrackedLeg.Find(Stated(still, 0.02, null)), TrackedLeg.Find(Stated(still, 0.7, null)));

        Assert.InRange(sure.Signal!.NoiseRms!.Value, 0, 0.12);
        Assert.InRange(unsure.Signal!.NoiseRms!.Value, 0.3, 0.6);
        Assert.True(unsure.Clonus.Confidence < 0.9 && sure.Clonus.Confidence > 0.97, $"{unsure.Clonus.Confidence} beside {sure.Clonus.Confidence}");
    }

    [Fact]
    public void Tracks_without_sizes_state_no_error() => Assert.Null(Measure(TrackedLeg.Tracks(ScriptedAngle.Stretched(7, 5.5))).StatedErrorRms);

    private static LimbSignal Measure(TrackSet tracks) => LimbSignal.Measure(tracks, tracks, BodySide.Unknown, new SignalSettings())!;

    // Off by a normal error where there is a generator, and with the confidence that such an error has.
    private static TrackSet Stated(TrackSet tracks, double sigmaPixels, Random? random)
    {
        var near = Math.Max(0.5, 0.05 * Diameter);
        var confidence = 0.995 * (1 - Math.Exp(-near * near / (2 * sigmaPixels * sigmaPixels)));
        ImagePoint Error() => random is null ? default : new ImagePoint(TrackedLeg.Normal(random), TrackedLeg.Normal(random)) * sigmaPixels;
        return new TrackSet(tracks.FrameTimesSeconds, [.. tracks.Markers.Select(m => m with
        {
            SizePixels = Diameter,
            Samples = [.. m.Samples.Select(s => s is { } x ? new MarkerSample(x.Position + Error(), confidence) : (MarkerSample?)null)],
        })]);
    }
}
