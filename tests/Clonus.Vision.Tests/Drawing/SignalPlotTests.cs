using System.Collections.Immutable;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;
using Clonus.Vision.Drawing;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Drawing;

public sealed class SignalPlotTests : IDisposable
{
    private static readonly Vec3b Red = new(40, 40, 210);
    private static readonly Vec3b HoleGrey = new(225, 225, 225);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"signal-plot-{Guid.NewGuid():N}.png");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Every_beat_has_its_own_mark()
    {
        using var picture = Plot(Side(beatsAt: [1, 1.5, 2, 2.5]));

        Assert.Equal(4, ColumnsWith(picture, Red, height: 7));
    }

    [Fact]
    public void A_hole_is_a_grey_band_as_wide_as_it_lasts_and_no_line_crosses_it()
    {
        using var picture = Plot(Side(hole: (2, 3)));

        // The axis runs over 1500 of 1600 pixels and 5 s.
        var row = Enumerable.Range(0, picture.Width).Count(x => picture.At<Vec3b>(200, x) is var p && Same(p, HoleGrey));
        Assert.InRange(row, 285, 305);
    }

    [Fact]
    public void A_side_without_a_signal_is_drawn_as_such()
    {
        using var picture = Plot(Side() with { Signal = null, Samples = [] });

        Assert.Equal(460, picture.Height);
    }

    [Fact]
    public void Two_sides_stand_one_below_the_other()
    {
        SignalPlot.Write(_path, [new SignalPanel("left", Side()), new SignalPanel("right", Side())]);

        using var picture = Cv2.ImRead(_path);
        Assert.Equal(920, picture.Height);
    }

    [Fact]
    public void A_long_train_makes_the_picture_wider_within_reason()
    {
        using var picture = Plot(Side(seconds: 600, beatsAt: [.. Enumerable.Range(0, 60).Select(i => 10 + (i / 8.0))]));

        Assert.InRange(picture.Width, 1601, 8000);
    }

    [Fact]
    public void Equal_findings_give_equal_bytes()
    {
        using var first = Plot(Side(beatsAt: [1, 2]));
        var bytes = File.ReadAllBytes(_path);
        using var second = Plot(Side(beatsAt: [1, 2]));

        Assert.Equal(bytes, File.ReadAllBytes(_path));
    }

    [Fact]
    public void A_constant_signal_can_be_drawn()
    {
        var flat = Side() with { Samples = [.. Enumerable.Range(0, 100).Select(i => new SignalSample(i / 100.0, 7, 0, false))] };

        using var picture = Plot(flat);

        Assert.False(picture.Empty());
    }

    private Mat Plot(SideFindings side)
    {
        SignalPlot.Write(_path, [new SignalPanel("a title", side)]);
        return Cv2.ImRead(_path);
    }

    private static SideFindings Side(double seconds = 5, double[]? beatsAt = null, (double From, double To)? hole = null)
    {
        var samples = Enumerable.Range(0, (int)(seconds * 250) + 1).Select(i => i / 250.0).Select(t =>
            hole is { } gap && t >= gap.From && t < gap.To
                ? new SignalSample(t, null, null, false)
                : new SignalSample(t, 10 * Math.Sin(2 * Math.PI * t), 0, false));
        var beats = (beatsAt ?? []).Select(t => new Beat(t, t - 0.05, t + 0.05, 8, 1, 0)).ToImmutableArray();
        var clonus = new ClonusFinding(
            ClonusStatus.Detected, beats.Length, beats.Length, false, false, true, false, new AppliedRule("more-than-5", 6, ""),
            beats.Length, beats.Length, 1, null, [], beats, []);
        return new SideFindings(
            BodySide.Left, new SignalSummary(SignalKind.AnkleAngle, SignalUnit.Deg, 0, 250, true, 20, null, null), clonus, [.. samples]);
    }

    // Groups of neighbouring columns that hold at least so many pixels of a colour.
    private static int ColumnsWith(Mat picture, Vec3b colour, int height)
    {
        var held = Enumerable.Range(0, picture.Width)
            .Select(x => Enumerable.Range(0, picture.Height).Count(y => Same(picture.At<Vec3b>(y, x), colour)) >= height)
            .ToArray();
        return held.Where((has, x) => has && !held[x - 1]).Count();
    }

    private static bool Same(Vec3b a, Vec3b b) => a.Item0 == b.Item0 && a.Item1 == b.Item1 && a.Item2 == b.Item2;
}
