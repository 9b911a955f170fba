using System.Numerics;
using Clonus.Motion.Signals;

namespace Clonus.Motion.Tests.Signals;

public class PeriodogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(49)]
    [InlineData(101)]
    [InlineData(240)]
    public void The_transform_of_any_length_is_the_sum_that_defines_it(int length)
    {
        var random = new Random(length);
        Complex[] values = [.. Enumerable.Range(0, length).Select(_ => new Complex(random.NextDouble(), random.NextDouble()))];

        var transformed = new FourierTransform(length).Forward(values);

        for (var k = 0; k < length; k++)
        {
            var sum = values.Select((x, i) => x * Complex.Exp(new Complex(0, -2 * Math.PI * i * k / length))).Aggregate(Complex.Zero, (a, b) => a + b);
            Assert.Equal(0, (transformed[k] - sum).Magnitude, 1e-10);
        }
    }

    [Theory]
    [InlineData(120)]
    [InlineData(97)]
    public void White_noise_stands_at_all_frequencies_alike_and_adds_up_to_its_variance(int length)
    {
        const double Rate = 60, Rms = 0.5;
        var random = new Random(5);
        var periodogram = new Periodogram(length);

        var mean = Enumerable.Range(0, 400)
            .Select(_ => periodogram.Density([.. Enumerable.Range(0, length).Select(_ => Rms * TrackedLeg.Normal(random))], Rate))
            .Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)])
            .Select(sum => sum / 400)
            .ToArray();

        Assert.Equal(Rms * Rms, mean.Sum() * Rate / length, 0.01);
        Assert.All(mean[2..^2], density => Assert.Equal(2 * Rms * Rms / Rate, density, 0.25 * 2 * Rms * Rms / Rate));
    }

    [Fact]
    public void Lengths_that_make_no_spectrum_and_values_of_another_length_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Periodogram(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Periodogram(4).Density([1, 2, 3], 60));
    }
}
