using Clonus.Motion.Tracks;

namespace Clonus.Motion.Tests.Tracks;

public class MarkerNameTests
{
    [Fact]
    public void Every_name_is_read_back_as_it_is_written()
    {
        foreach (var side in Enum.GetValues<BodySide>())
        {
            foreach (var landmark in Enum.GetValues<Landmark>())
            {
                var bare = landmark is Landmark.Reference or Landmark.Point;
                var name = new MarkerName(bare ? BodySide.Unknown : side, landmark);

                Assert.True(MarkerName.TryParse(name.ToString(), out var parsed), name.ToString());
                Assert.Equal(name, parsed);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ankle")]
    [InlineData("left.")]
    [InlineData("left.foot")]
    [InlineData("Left.ankle")]
    [InlineData("left.ankle ")]
    [InlineData("left.point")]
    [InlineData("0.2")]
    [InlineData("left.ankle.toe")]
    public void Anything_else_is_no_name(string? text) => Assert.False(MarkerName.TryParse(text, out _));
}
