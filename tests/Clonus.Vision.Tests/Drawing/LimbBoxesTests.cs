using Clonus.Motion.Tracks;
using Clonus.Vision.Drawing;
using OpenCvSharp;
using static Clonus.Vision.Tests.Drawing.Seen;

namespace Clonus.Vision.Tests.Drawing;

/// <summary>What stays sharp is the limb, by its markers alone; what is not known is not shown.</summary>
public sealed class LimbBoxesTests
{
    private static readonly Size Picture = new(640, 360);
    private static readonly OverlaySettings Settings = new();

    [Fact]
    public void The_box_holds_every_marker_with_a_margin_and_lies_inside_the_picture()
    {
        var tracks = Limb(20, (Name(Landmark.Knee), _ => new ImagePoint(300, 100)), (Name(Landmark.Toe), i => new ImagePoint(500 + i, 300)));

        foreach (var (box, frame) in LimbBoxes.Of(tracks, Picture, Settings).Select((box, i) => (box!.Value, i)))
        {
            Assert.InRange(box.X, 200, 300 - 29);
            Assert.InRange(box.Right, 500 + frame + 25, 640);
            Assert.InRange(box.Y, 0, 100 - 29);
            Assert.InRange(box.Bottom, 300 + 29, 360);
        }
    }

    [Fact]
    public void Without_any_marker_of_the_limb_there_is_no_box()
    {
        var tracks = Limb(
            10,
            (Name(Landmark.Ankle), i => i is 4 or 5 ? null : new ImagePoint(100, 100)),
            (Name(Landmark.Toe), i => i is 5 or 6 ? null : new ImagePoint(200, 100)),
            (MarkerName.Reference, _ => new ImagePoint(600, 20)));

        var boxes = LimbBoxes.Of(tracks, Picture, Settings);

        Assert.Equal([5], boxes.Index().Where(b => b.Item is null).Select(b => b.Index));
        Assert.All(boxes.OfType<Rect>(), box => Assert.True(box.Right < 400, "the reference may lie beside a face"));
    }

    [Fact]
    public void The_box_glides_over_a_foot_that_beats()
    {
        // 6 Hz, 40 px from end to end.
        var tracks = Limb(90, (Name(Landmark.Knee), _ => new ImagePoint(100, 50)), (Name(Landmark.Toe), i => new ImagePoint(300, 200 + (20 * Math.Sin(2 * Math.PI * 6 * i / Fps)))));

        var bottoms = LimbBoxes.Of(tracks, Picture, Settings).Select(b => b!.Value.Bottom).ToArray()[10..80];

        Assert.InRange(bottoms.Max() - bottoms.Min(), 0, 8);
    }

    [Fact]
    public void A_single_point_has_a_box_too()
    {
        var box = LimbBoxes.Of(Limb(1, (MarkerName.Point, _ => new ImagePoint(320, 180))), Picture, Settings)[0]!.Value;

        Assert.Equal(Rect.FromLTRB(291, 151, 349, 209), box);
    }
}
