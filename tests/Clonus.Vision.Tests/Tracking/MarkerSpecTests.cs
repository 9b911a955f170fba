using Clonus.Motion;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class MarkerSpecTests
{
    [Theory]
    [InlineData("green")]
    [InlineData("hsv:340-20,50-100,30-100")]
    [InlineData("at:531,154")]
    [InlineData("at:10.5,0@3.25")]
    public void A_spec_is_written_as_it_was_read(string text) => Assert.Equal(text, MarkerSpec.Parse(text).ToString());

    [Fact]
    public void A_point_holds_its_place_and_time()
    {
        var spec = Assert.IsType<PointSpec>(MarkerSpec.Parse("at:531,154.5@2.5"));

        Assert.Equal((531, 154.5, 2.5), (spec.Place.X, spec.Place.Y, spec.Seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("grene")]
    [InlineData("Green")]
    [InlineData("hsv:1-2,3-4")]
    [InlineData("hsv:1-400,0-100,0-100")]
    [InlineData("hsv:1-4,90-10,0-100")]
    [InlineData("at:5")]
    [InlineData("at:5,-3")]
    [InlineData("at:5,3@")]
    [InlineData("at:1e3,3")]
    [InlineData("at:NaN,3")]
    [InlineData("at:5,3@1@2")]
    [InlineData("red:1")]
    public void What_is_no_spec_is_answered_with_one_line_that_names_the_forms(string text)
    {
        var fault = Assert.Throws<InputException>(() => MarkerSpec.Parse(text));

        Assert.Equal(InputFault.Settings, fault.Fault);
        Assert.Contains("hsv:H1-H2", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("bright")]
    [InlineData("dark")]
    [InlineData("quadrant")]
    [InlineData("aruco:7")]
    [InlineData("aruco:DICT_4X4_50:7")]
    public void An_announced_spec_says_that_it_is_not_available_yet(string text) =>
        Assert.Contains("not available yet", Assert.Throws<InputException>(() => MarkerSpec.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hue_range_may_wrap()
    {
        var spec = (ColourSpec)MarkerSpec.Parse("hsv:340-20,50-100,30-100");

        Assert.True(spec.Matches(Colour.FromBgr(20, 20, 200)));
        Assert.False(spec.Matches(Colour.FromBgr(200, 20, 20)));
    }
}
