using Clonus.Motion.Beats;

namespace Clonus.Motion.Tests.Beats;

/// <summary>Movements without a stretch are never called clonus-compatible, whatever they are counted as.</summary>
public class LookAlikeTests
{
    private const int Seeds = 5;

    [Theory]
    [InlineData(3, 30)]
    [InlineData(3.5, 60)]
    [InlineData(4, 30)]
    [InlineData(4.5, 60)]
    [InlineData(5, 30)]
    public void A_foot_that_taps_unevenly_from_its_rest_is_no_clonus(double frequencyHz, double fps) =>
        AssertNever(ClonusStatus.Detected, seed => new ScriptedAngle(0).Hold(1).ToAndFro(16, frequencyHz, 14, intervalCv: 0.12, sizeCv: 0.1, seed).Hold(1), fps);

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(1, 0.06)]
    [InlineData(1.5, 0.06)]
    [InlineData(2, 0.0)]
    [InlineData(2, 0.06)]
    [InlineData(2.5, 0.06)]
    [InlineData(3, 0.06)]
    public void The_examiners_to_and_fro_is_no_clonus(double frequencyHz, double intervalCv) =>
        AssertNever(ClonusStatus.Detected, seed => new ScriptedAngle().Hold(1).ToAndFro(6, frequencyHz, 16, intervalCv, sizeCv: 0.05, seed).Hold(1), 60);

    [Theory]
    [InlineData(4, 6)]
    [InlineData(5, 6)]
    [InlineData(6, 10)]
    [InlineData(7, 4)]
    public void A_tremor_about_the_rest_is_no_clonus(double frequencyHz, double peakToPeak)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var phase = seed;
            double Swelling(double t) => Math.Clamp((t - 1) / 0.4, 0, 1) * Math.Clamp((6 - t) / 0.4, 0, 1);
            double Angle(double t) => -20 + (peakToPeak / 2 * Swelling(t) * Math.Sin((2 * Math.PI * frequencyHz * t) + phase));

            var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(7, 60), noiseDegrees: 0.1, seed));

            Assert.NotEqual(ClonusStatus.Detected, clonus.Status);
            Assert.NotEqual(true, clonus.Sustained);
        }
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.9)]
    [InlineData(1.1)]
    public void Strides_do_not_set_clonus_off(double stridesPerSecond)
    {
        // Each swing lifts the foot fast; the shock of the heel strike rings a few times.
        double Angle(double t)
        {
            var since = (t * stridesPerSecond % 1) / stridesPerSecond;
            var swing = 10 * (1 - Math.Cos(Math.PI * Math.Clamp(since / 0.15, 0, 1))) * (1 + Math.Cos(Math.PI * Math.Clamp((since - 0.15) * stridesPerSecond / 0.5, 0, 1))) / 2;
            var ringing = since < 0.25 ? 0 : 2.5 * Math.Exp(-9 * (since - 0.25)) * Math.Sin(2 * Math.PI * 7 * (since - 0.25));
            return -20 + swing - ringing;
        }

        var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(8, 60), noiseDegrees: 0.1));

        Assert.NotEqual(ClonusStatus.Detected, clonus.Status);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void A_quiet_foot_with_a_noisy_tracker_has_no_beats(double fps)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(new ScriptedAngle().Hold(10), fps, noiseDegrees: 0.5, seed));

            Assert.Equal(ClonusStatus.NotDetected, clonus.Status);
            Assert.Equal(0, clonus.BeatsTotal);
        }
    }

    private static void AssertNever(ClonusStatus status, Func<int, ScriptedAngle> move, double fps)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var clonus = TrackedLeg.Clonus(TrackedLeg.Tracks(move(seed), fps, noiseDegrees: 0.1, seed));

            Assert.NotEqual(status, clonus.Status);
            Assert.NotEqual(true, clonus.Sustained);
        }
    }
}
