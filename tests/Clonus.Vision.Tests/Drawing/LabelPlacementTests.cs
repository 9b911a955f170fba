using System.Collections.Immutable;
using Clonus.Vision.Drawing;
using OpenCvSharp;

namespace Clonus.Vision.Tests.Drawing;

public sealed class LabelPlacementTests
{
    private static readonly Size Picture = new(640, 360);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_label_covers_another_or_leaves_the_picture(int seed)
    {
        var random = new Random(seed);
        var anchors = Enumerable.Range(0, 60).Select(_ => new LabelAnchor(random.Next(640), random.Next(360), 6, new Size(60, 12))).ToArray();

        var slots = LabelPlacement.Place(anchors, Picture, []);

        var places = anchors.Zip(slots).Where(p => p.Second is not null).Select(p => LabelPlacement.At(p.First, p.Second!.Value)).ToArray();
        Assert.InRange(places.Length, 50, 60);
        Assert.All(places, p => Assert.True(p.X >= 0 && p.Y >= 0 && p.Right <= 640 && p.Bottom <= 360));
        Assert.All(places.Index(), p => Assert.DoesNotContain(places[..p.Index], q => q.X < p.Item.Right && p.Item.X < q.Right && q.Y < p.Item.Bottom && p.Item.Y < q.Bottom));
    }

    [Fact]
    public void A_label_stays_where_it_was_when_little_changes()
    {
        var left = ImmutableArray.Create<int?>(1);

        Assert.Equal(0, LabelPlacement.Place([new LabelAnchor(300, 200, 6, new Size(60, 12))], Picture, [])[0]);
        Assert.Equal(1, LabelPlacement.Place([new LabelAnchor(300, 200, 6, new Size(60, 12))], Picture, [], left)[0]);
    }

    [Fact]
    public void A_label_keeps_off_another_mark()
    {
        LabelAnchor[] anchors = [new(300, 200, 6, new Size(60, 12)), new(330, 200, 6, new Size(60, 12))];

        Assert.Equal([1, 0], LabelPlacement.Place(anchors, Picture, []));
    }
}
