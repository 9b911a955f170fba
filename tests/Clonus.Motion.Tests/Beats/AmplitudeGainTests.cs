using System.Globalization;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Beats;

/// <summary>The stated loss of amplitude against sines whose amplitude is known.</summary>
public class AmplitudeGainTests
{
    private const double PeakToPeak = 8;

    public static TheoryData<double, double> Sines()
    {
        var data = new TheoryData<double, double>();
        foreach (var fps in new[] { 15.0, 20, 24, 25, 29.97, 30, 50, 60, 120, 240 })
        {
            foreach (var frequency in new[] { 3, 4.3, 5, 6.2, 7, 8, 9.1, 9.8 }.Where(f => fps >= 2.6 * f))
            {
                data.Add(fps, frequency);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sines))]
    public void The_corrected_amplitude_is_the_true_one_wherever_the_peaks_fall_between_the_frames(double fps, double frequencyHz)
    {
        // The peaks fall on the frames, between them, and at five places more.
        var corrected = Enumerable.Range(0, 7)
            .Select(start => Episode(fps, frequencyHz, start / (7 * fps)).AmplitudeMeanCorrected!.Value)
            .ToArray();

        Assert.Equal(PeakToPeak, corrected.Average(), 0.02 * PeakToPeak);
    }

    [Theory]
    [InlineData(24, 9.8, 0.75, 0.90)]
    [InlineData(30, 8, 0.97, 0.99)]
    [InlineData(60, 5, 0.999, 1.001)]
    public void The_loss_is_as_large_as_frames_and_filter_make_it(double fps, double frequencyHz, double least, double most)
    {
        var episode = Episode(fps, frequencyHz, 0);

        Assert.InRange(episode.AmplitudeGain!.Value, least, most);
        Assert.Equal(episode.AmplitudeMean / episode.AmplitudeGain, episode.AmplitudeMeanCorrected);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(10, 11)]
    [InlineData(5, 9)]
    [InlineData(2.5, 4.5)]
    public void Many_frames_leave_the_filters_own_gain(double frequencyHz, double smoothingHz)
    {
        // Fourth order, two passes.
        var expected = 1 / (1 + Math.Pow(frequencyHz / smoothingHz, 8));

        Assert.Equal(expected, AmplitudeGain.Of(frequencyHz, smoothingHz, 1 / 240.0, new SignalSettings(), new ClonusPolicy())!.Value, 0.004);
    }

    [Theory]
    [InlineData(30, 5)]
    [InlineData(60, 5)]
    [InlineData(30, 7)]
    [InlineData(60, 8)]
    [InlineData(60, 9.5)]
    public void What_noise_costs_by_more_smoothing_is_in_the_loss(double fps, double frequencyHz)
    {
        // Errors add to extremes: what a beat is too deep by them is the smaller the larger the beat is.
        const double Large = 20, Noise = 1.2;
        var episodes = Enumerable.Range(1, 6).Select(seed => Episode(fps, frequencyHz, seed / (7 * fps), Large, Noise, seed)).ToArray();
        var quiet = Episode(fps, frequencyHz, 0, Large);

        Assert.All(episodes, episode => Assert.True(episode.AmplitudeGain < quiet.AmplitudeGain, $"{episode.AmplitudeGain} is not below {quiet.AmplitudeGain}"));
        Assert.Equal(Large, episodes.Average(e => e.AmplitudeMeanCorrected!.Value), 0.06 * Large);
    }

    [Fact]
    public void A_run_whose_beats_were_smoothed_differently_has_their_mean_loss()
    {
        var (settings, policy) = (new SignalSettings(), new ClonusPolicy());
        var run = TriggeredRun.Of([Beat(1, 20), Beat(1.125, 9), Beat(1.25, 9), Beat(1.375, 9)], Flat, [], [], null, policy);

        double Gain(double smoothingHz) => AmplitudeGain.Of(8, smoothingHz, 1 / 60.0, settings, policy)!.Value;

        Assert.Equal((Gain(20) + (3 * Gain(9))) / 4, AmplitudeGain.Of(run, 1 / 60.0, settings, policy)!.Value, 1e-9);
    }

    [Fact]
    public void One_beat_has_no_frequency_and_no_known_loss()
    {
        var episode = TrackedLeg.Clonus(TrackedLeg.Tracks(ScriptedAngle.Stretched(1, 5))).Episodes.Single();

        Assert.Null(episode.AmplitudeGain);
        Assert.Null(episode.AmplitudeMeanCorrected);
    }

    [Fact]
    public void The_blur_of_a_whole_frame_is_what_a_mean_over_it_leaves()
    {
        const double Fps = 30, Hertz = 7;
        var mean = Enumerable.Range(0, 1000).Average(i => Math.Cos(2 * Math.PI * Hertz * (((i + 0.5) / 1000) - 0.5) / Fps));

        Assert.Equal(mean, AmplitudeGain.OfLongestExposure(Hertz, 1 / Fps), 1e-6);
    }

    [Fact]
    public void The_warning_gives_the_loss_of_the_fastest_train()
    {
        var findings = ClipAnalyzer.Analyze(TrackedLeg.Tracks(ScriptedAngle.Stretched(8, 8), 30), new AnalysisSettings());

        var episode = findings.Sides.Single().Clonus.Episodes.Single();
        var loss = (100 * (1 - episode.AmplitudeGain!.Value)).ToString("0.#", CultureInfo.InvariantCulture);
        Assert.Contains($"lower bounds, with the smoothing by {loss} % at 8.0 Hz, and by up to 11 % more", Assert.Single(findings.Issues, i => i.Code == "amplitude_lower_bound").Message, StringComparison.Ordinal);
    }

    private static readonly UniformSignal Flat = new(0, 250, [.. new double[1000]], [.. new bool[1000]]);

    private static Excursion Beat(double time, double smoothingHz) => new(
        new TurningPoint(time - 0.06, 0, true, false), new TurningPoint(time, -5, false, false), new TurningPoint(time + 0.06, 0, true, false),
        0.06, time - 0.06, time + 0.06) { SmoothingHz = smoothingHz };

    private static ClonusEpisode Episode(double fps, double frequencyHz, double delay, double peakToPeak = PeakToPeak, double noiseDegrees = 0, int seed = 1)
    {
        double Angle(double t) => -10 + (peakToPeak / 2 * Math.Sin(2 * Math.PI * frequencyHz * (t + delay)));

        var settings = new AnalysisSettings { Signal = new SignalSettings { Band = new FrequencyBand(2.5, Math.Min(10, fps / 2.4)) } };
        return TrackedLeg.Clonus(TrackedLeg.Tracks(Angle, TrackedLeg.Times(4, fps), noiseDegrees, seed), settings).Episodes.MaxBy(e => e.Beats)!;
    }
}
