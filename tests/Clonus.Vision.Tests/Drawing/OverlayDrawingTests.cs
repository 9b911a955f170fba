using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Walking;
using Clonus.Vision.Drawing;
using OpenCvSharp;
using static Clonus.Vision.Tests.Drawing.Seen;

namespace Clonus.Vision.Tests.Drawing;

public sealed class OverlayDrawingTests : IDisposable
{
    private readonly Mat _grey = new(240, 320, MatType.CV_8UC3, Scalar.All(128));

    public void Dispose() => _grey.Dispose();

    [Theory]
    [InlineData(320, 240, 0, 640, 512)]
    [InlineData(641, 359, 1, 642, 520)]
    [InlineData(1920, 1080, 1, 1920, 1440)]
    [InlineData(3840, 2160, 2, 1920, 1728)]
    [InlineData(1080, 1920, 0, 1080, 1992)]
    [InlineData(90, 161, 1, 450, 966)]
    public void The_canvas_is_even_and_holds_the_picture_and_what_stands_below_it(int width, int height, int curves, int canvasWidth, int canvasHeight)
    {
        var layout = OverlayLayout.Of(new Size(width, height), curves, new OverlaySettings());

        Assert.Equal((canvasWidth, canvasHeight), (layout.Canvas.Width, layout.Canvas.Height));
        Assert.True(layout.Picture.Width <= canvasWidth && layout.Picture.Bottom <= layout.Status.Y);
        if (curves > 0)
            Assert.True(layout.Curve(curves - 1).Bottom <= canvasHeight);
    }

    [Fact]
    public void A_pixels_centre_stays_its_centre()
    {
        var layout = OverlayLayout.Of(new Size(320, 240), 0, new OverlaySettings());

        Assert.Equal(2, layout.Scale);
        Assert.Equal(new ImagePoint(0.5, 0.5), layout.OnCanvas(new ImagePoint(0, 0)));
        Assert.Equal(new ImagePoint(639.5 - 1, 479.5 - 1), layout.OnCanvas(new ImagePoint(319, 239)));
    }

    [Fact]
    public void A_lost_marker_is_drawn_nowhere_and_named_below()
    {
        var tracks = Limb(10, (Name(Landmark.Toe), i => i < 5 ? new ImagePoint(100 + (10 * i), 100) : null));
        using var drawing = new OverlayDrawing(tracks, _grey.Size(), null, new OverlaySettings());

        // The even rows and columns of a plain picture alone tell nothing: where nothing is drawn, all luma is one.
        Assert.NotEqual(0, DrawnPixels(drawing, 4));
        Assert.Equal(0, DrawnPixels(drawing, 5));
        Assert.True(LitBelow(drawing, 5) > LitBelow(drawing, 4), "the name of the lost marker");
    }

    [Fact]
    public void A_sure_place_has_a_fuller_ring()
    {
        Assert.True(RingPixels(1) > RingPixels(0.5) && RingPixels(0.5) > RingPixels(0.1));

        int RingPixels(double confidence)
        {
            var tracks = new TrackSet([0], [new MarkerTrack(Name(Landmark.Toe), "green", [new MarkerSample(new ImagePoint(100, 100), confidence)])]);
            using var drawing = new OverlayDrawing(tracks, _grey.Size(), null, new OverlaySettings());
            return Luma(drawing, 0).Take(drawing.Layout.Canvas.Width * drawing.Layout.Picture.Height).Count(y => y > 150);
        }
    }

    [Fact]
    public void A_foot_that_stands_has_a_bar_over_its_curve_and_one_that_swings_has_none()
    {
        var tracks = WalkTracks.InPicture(WalkTruth.Of(WalkScript.Of(new WalkScene())), 0, 1);
        var walk = ClipAnalyzer.Analyze(tracks, new AnalysisSettings());
        using var drawing = new OverlayDrawing(tracks, _grey.Size(), walk, new OverlaySettings { CurveSeconds = 0.1 });
        using var bare = new OverlayDrawing(tracks, _grey.Size(), walk with { Gait = null }, new OverlaySettings { CurveSeconds = 0.1 });
        var right = walk.Gait!.Events.Where(e => e.Side == BodySide.Right).ToArray();
        var left = walk.Gait.Events.Where(e => e.Side == BodySide.Left).ToArray();
        var contact = right.First(e => e.Kind == GaitEventKind.InitialContact && e.TimeSeconds > left[0].TimeSeconds);
        var otherOff = left.First(e => e.Kind == GaitEventKind.FootOff && e.TimeSeconds > contact.TimeSeconds).TimeSeconds;

        // So little of the curve is shown that the bars of both feet on the floor are twice those of one.
        var (both, one) = (Bars((contact.TimeSeconds + otherOff) / 2), Bars(otherOff + 0.15));
        Assert.True(one > 50, $"{one} pixels");
        Assert.InRange(both, 1.6 * one, 2.4 * one);

        int Bars(double time)
        {
            var frame = tracks.FrameTimesSeconds.TakeWhile(t => t < time).Count();
            return LitBelow(drawing, frame) - LitBelow(bare, frame);
        }
    }

    [Fact]
    public void Where_the_limb_is_lost_nothing_of_the_picture_is_left()
    {
        // One bright pixel that must not be found again, far off the marker.
        _grey.At<Vec3b>(200, 300) = new Vec3b(255, 255, 255);
        var tracks = Limb(2, (Name(Landmark.Toe), i => i == 0 ? new ImagePoint(300, 200) : null));
        using var open = new OverlayDrawing(tracks, _grey.Size(), null, new OverlaySettings());
        using var closed = new OverlayDrawing(tracks, _grey.Size(), null, new OverlaySettings { BlurOutside = true });

        Assert.InRange(BrightAt(open, 1), 170, 255);
        Assert.InRange(BrightAt(closed, 0), 170, 255);
        Assert.InRange(BrightAt(closed, 1), 120, 130);

        byte BrightAt(OverlayDrawing drawing, int frame) => Luma(drawing, frame)[(401 * drawing.Layout.Canvas.Width) + 601];
    }

    private int DrawnPixels(OverlayDrawing drawing, int frame)
    {
        var luma = Luma(drawing, frame).Take(drawing.Layout.Canvas.Width * drawing.Layout.Picture.Height).ToArray();
        return luma.Count(y => y != luma[0]);
    }

    private int LitBelow(OverlayDrawing drawing, int frame) =>
        Luma(drawing, frame).Skip(drawing.Layout.Canvas.Width * drawing.Layout.Picture.Height).Count(y => y > 80);

    private byte[] Luma(OverlayDrawing drawing, int frame) =>
        drawing.Draw(_grey, frame)[..(drawing.Layout.Canvas.Width * drawing.Layout.Canvas.Height)].ToArray();
}
