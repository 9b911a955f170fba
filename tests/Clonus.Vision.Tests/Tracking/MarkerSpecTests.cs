using Clonus.Motion;
using Clonus.Vision.Tracking;

namespace Clonus.Vision.Tests.Tracking;

public class MarkerSpecTests
{
    [Theory]
    [InlineData("green")]
    [InlineData("hsv:340-20,50-100,30-100")]
    [InlineData("bright")]
    [InlineData("dark")]
    [InlineData("quadrant")]
    [InlineData("aruco:AprilTag_16h5:3")]
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
    [InlineData("bright:1")]
    [InlineData("dark:")]
    [InlineData("quadrant:2")]
    [InlineData("aruco")]
    [InlineData("aruco:")]
    [InlineData("aruco:-1")]
    [InlineData("aruco:DICT_4X4_50:")]
    [InlineData("aruco:DICT_4X4_50:1:2")]
    public void What_is_no_spec_is_answered_with_one_line_that_names_the_forms(string text)
    {
        var fault = Assert.Throws<InputException>(() => MarkerSpec.Parse(text));

        Assert.Equal(InputFault.Settings, fault.Fault);
        Assert.Contains("hsv:H1-H2", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("aruco:7", "DICT_4X4_50", 7)]
    [InlineData("aruco:DICT_4X4_50:49", "DICT_4X4_50", 49)]
    [InlineData("aruco:dict_5x5_1000:999", "DICT_5X5_1000", 999)]
    [InlineData("aruco:aruco_original:1023", "DICT_ARUCO_ORIGINAL", 1023)]
    [InlineData("aruco:APRILTAG_16h5:29", "APRILTAG_16h5", 29)]
    [InlineData("aruco:dict_apriltag_36H11:586", "APRILTAG_36h11", 586)]
    public void A_tag_holds_its_dictionary_and_id(string text, string dictionary, int id)
    {
        var spec = Assert.IsType<ArucoSpec>(MarkerSpec.Parse(text));

        Assert.Equal((text, dictionary, id), (spec.Text, spec.Dictionary, spec.Id));
    }

    [Theory]
    [InlineData("aruco:50", "DICT_4X4_50 has ids 0 to 49")]
    [InlineData("aruco:APRILTAG_16h5:30", "APRILTAG_16h5 has ids 0 to 29")]
    [InlineData("aruco:DICT_9X9_50:1", "no dictionary 'DICT_9X9_50'")]
    public void A_tag_that_there_is_not_is_named(string text, string message)
    {
        var fault = Assert.Throws<InputException>(() => MarkerSpec.Parse(text));

        Assert.Equal(InputFault.Settings, fault.Fault);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hue_range_may_wrap()
    {
        var spec = (ColourSpec)MarkerSpec.Parse("hsv:340-20,50-100,30-100");

        Assert.True(spec.Matches(Colour.FromBgr(20, 20, 200)));
        Assert.False(spec.Matches(Colour.FromBgr(200, 20, 20)));
    }
}
