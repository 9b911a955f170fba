using System.Globalization;
using Clonus.Vision.Video;

namespace Clonus.Vision.Tests.Video;

/// <summary>Scripted packets and positions: which time each decoded frame gets.</summary>
public sealed class FrameClockTests
{
    [Fact]
    public void Packets_are_put_into_showing_order_and_hidden_ones_left_out()
    {
        var packets = Packets("-0.08,-0.16,KD", "0.16,-0.12,__", "0.08,-0.08,__", "", "0.04,-0.04,__,", "0.00,0.00,__", "N/A,0.04,__", "0.12,0.08,__");

        Assert.Equal([0, 0.04, 0.08, 0.12, 0.16], Enumerable.Range(0, 5).Select(i => packets.Ahead(i)!.Value));
        Assert.Null(packets.Ahead(5));
        Assert.Equal((5, 7), (packets.CountRemaining(), packets.PacketsRead));
        packets.Take(2);
        Assert.Equal((0.08, 3), (packets.Ahead(0), packets.CountRemaining()));
    }

    [Fact]
    public void Thousands_of_packets_are_taken_one_by_one()
    {
        var packets = Packets([.. Enumerable.Range(0, 5000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}.5,{i},__"))]);

        for (var i = 0; i < 5000; i++)
        {
            Assert.Equal(i + 0.5, packets.Ahead(0));
            packets.Take(1);
        }

        Assert.Null(packets.Ahead(0));
    }

    [Fact]
    public void A_draining_decoder_that_reads_zero_takes_the_next_times()
    {
        var clock = Clock(Even(5));

        Assert.Equal([0, 0.04, 0.08, 0.12, 0.16], Times(clock, 0, 0.04, 0.08, 0, 0));
        Assert.Null(clock.Next(0));
        Assert.Equal(0, clock.LostBefore);
    }

    [Fact]
    public void Frames_that_the_decoder_left_out_are_counted_and_shift_nothing()
    {
        var clock = Clock(Even(10), start: 1.4);

        Assert.Equal(1.4, clock.Next(0));
        Assert.Equal(1.56, clock.Next(0.16)!.Value, 9);
        Assert.Equal(3, clock.LostBefore);
        Assert.Equal(1.6, clock.Next(0.2)!.Value, 9);
        Assert.Equal(0, clock.LostBefore);
    }

    [Theory]
    [InlineData(0.013)]
    [InlineData(1e9)]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_position_that_is_no_packets_time_is_ignored(double position)
    {
        var clock = Clock(Even(10));

        Assert.Equal([0, 0.04, 0.08], Times(clock, 0, position, 0.08));
    }

    [Fact]
    public void A_frame_that_comes_too_late_has_no_place_and_shifts_nothing()
    {
        var clock = Clock(Even(10));

        Assert.Equal([0, 0.04, 0.16], Times(clock, 0, 0.04, 0.16));
        Assert.Null(clock.Next(0.12));
        Assert.Equal(0.2, clock.Next(0.2));
        Assert.Equal(0, clock.LostBefore);
    }

    [Fact]
    public void Two_packets_with_one_time_are_one_picture()
    {
        var clock = Clock(["0,0,__", "0,0,__", "0.04,0,__"]);

        Assert.Equal([0, 0.04], Times(clock, 0, 0));
        Assert.Null(clock.Next(0));
    }

    [Fact]
    public void Without_presentation_times_the_position_leads_and_the_rate_fills_its_end()
    {
        var clock = new FrameClock(Packets("N/A,0,K_", "N/A,0.04,__", "N/A,0.08,__", "N/A,0.12,__"), false, 0, 0.04, 0.001);

        Assert.Equal([0.08, 0.12, 0.16, 0.2], Times(clock, 0.08, 0.12, 0, 0).Select(time => Math.Round(time, 9)));
        Assert.Equal(2, clock.Untimed);
    }

    private static string[] Even(int count) =>
        [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 0.04:0.000000},{i * 0.04:0.000000},__"))];

    private static FrameClock Clock(string[] lines, double start = 0)
    {
        var shifted = lines.Select(line => line.Split(',')).Select(parts =>
            string.Create(CultureInfo.InvariantCulture, $"{double.Parse(parts[0], CultureInfo.InvariantCulture) + start},{parts[1]},{parts[2]}"));
        return new FrameClock(Packets([.. shifted]), true, start, 0.04, 0.001);
    }

    private static double[] Times(FrameClock clock, params double[] positions) => Array.ConvertAll(positions, position => clock.Next(position)!.Value);

    private static PacketTimes Packets(params string[] lines) => new(new StringReader(string.Join('\n', lines)), !lines[0].StartsWith('N'));
}
