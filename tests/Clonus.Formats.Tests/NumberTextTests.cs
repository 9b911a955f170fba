using System.Globalization;

namespace Clonus.Formats.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(123456.789012345, "123456.789012345")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    public void A_number_has_its_shortest_plain_text(double value, string text)
    {
        Assert.Equal(text, NumberText.Of(value));
    }

    [Fact]
    public void Every_number_comes_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var full = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
            var single = (float)full;
            Assert.Equal(full, double.Parse(NumberText.Of(full), CultureInfo.InvariantCulture));
            Assert.Equal(single, (float)double.Parse(NumberText.Of(single), CultureInfo.InvariantCulture));
        }
    }
}
