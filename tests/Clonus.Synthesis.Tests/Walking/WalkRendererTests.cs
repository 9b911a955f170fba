using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;
using Clonus.Synthesis.Walking;

namespace Clonus.Synthesis.Tests.Walking;

public class WalkRendererTests
{
    public static TheoryData<WalkSubject, bool, int> Walkers => new()
    {
        { new WalkSubject { Framing = WalkFraming.Legs }, false, 1 },
        { new WalkSubject { WalksTo = BodySide.Left, Clothes = WalkClothes.Trousers }, true, 0 },
        { new WalkSubject { View = WalkView.Front }, false, 0 },
        { new WalkSubject { View = WalkView.Back, Framing = WalkFraming.Legs }, true, 0 },
    };

    [Theory]
    [MemberData(nameof(Walkers))]
    public void What_is_seen_of_a_marker_is_what_the_truth_says(WalkSubject subject, bool handHeld, int leastHidden)
    {
        var scene = new WalkScene
        {
            Subject = subject,
            Motion = new WalkMotion { Treadmill = true },
            Camera = new StretchCamera { WidthPixels = 320, HeightPixels = 320, DurationSeconds = 1.2, ShutterSeconds = 1.0 / 200, HandHeldPixels = handHeld ? 2 : 0 },
            Seed = 11,
        };
        var script = WalkScript.Of(scene);
        var truth = WalkTruth.Of(script);
        var (seen, hidden) = (0, 0);
        var black = new WalkRenderer(Painted(script, _ => StickerColour.Black));

        // The last one while a leg hides something of the other, where it does.
        int[] frames = [4, 15, Math.Max(Enumerable.Range(0, 36).FirstOrDefault(frame => truth.Markers.Any(m => m.Positions[frame] is null)), 1)];
        var plain = frames.Select(frame => black.Draw(frame).Picture.Pixels.ToArray()).ToArray();
        for (var marker = 0; marker < truth.Markers.Length; marker++)
        {
            // Nothing differs but this one sticker.
            var white = new WalkRenderer(Painted(script, sticker => sticker == marker ? StickerColour.White : StickerColour.Black));
            for (var i = 0; i < frames.Length; i++)
            {
                var (area, centre) = Difference(white.Draw(frames[i]).Picture, plain[i]);
                var whole = WholeArea(script, marker, frames[i]);
                if (truth.Markers[marker].Positions[frames[i]] is not { } expected)
                {
                    hidden++;
                    Assert.InRange(area / whole, 0, 0.56);
                    continue;
                }

                seen++;
                Assert.InRange(area / whole, 0.44, 1.02);
                if (area / whole > 0.985)
                {
                    Assert.InRange(centre.DistanceTo(expected), 0, 0.05);
                }
            }
        }

        Assert.True(seen > 3 * frames.Length, $"{seen} seen");
        Assert.True(hidden >= leastHidden, $"{hidden} hidden");
    }

    [Fact]
    public void A_frame_does_not_depend_on_the_frames_drawn_before_it()
    {
        var script = WalkScript.Of(new WalkScene { Camera = new StretchCamera { WidthPixels = 320, HeightPixels = 180 } });
        var walked = new WalkRenderer(script);
        foreach (var frame in Enumerable.Range(0, 12))
        {
            walked.Draw(frame);
        }

        Assert.Equal(new WalkRenderer(script).Draw(12).Picture.Pixels, walked.Draw(12).Picture.Pixels);
    }

    [Fact]
    public void Who_has_left_the_picture_leaves_the_room_behind()
    {
        var script = WalkScript.Of(new WalkScene { Camera = new StretchCamera { WidthPixels = 160, HeightPixels = 120, DurationSeconds = 9 } });
        var walked = new WalkRenderer(script);
        var room = WalkRoom.Paint(script);

        var last = Enumerable.Range(0, 120).Select(i => walked.Draw(2 * i).Picture).Last();

        Assert.Equal(room.Pixels, last.Pixels);
    }

    private static WalkScript Painted(WalkScript script, Func<int, StickerColour> colour) => script with
    {
        Scene = script.Scene with { Subject = script.Scene.Subject with { Stickers = [.. script.Stickers.Select((sticker, i) => sticker with { Colour = colour(i) })] } },
    };

    // A white sticker against a black one, were nothing before it: darker towards the rim by 22 % of the square of the radius.
    private static double WholeArea(WalkScript script, int marker, int frame)
    {
        var (time, sticker) = (script.Clock.TimeSeconds(frame), script.Stickers[marker]);
        var place = StickerPlace.Of(sticker.Side, sticker.Landmark, script.PoseAt(time), script.Scene.Subject, script.Body);
        var disc = new WalkLens(script.Staging, script.Camera.At(time)).Disc(place, script.Scene.Subject.StickerMillimetres / 2);
        var contrast = (Light.Sticker(StickerColour.White) - Light.Sticker(StickerColour.Black)).Y;
        return Math.PI * Math.Abs((disc.Half.X * disc.OtherHalf.Y) - (disc.Half.Y * disc.OtherHalf.X)) * contrast * (1 - (0.22 / 2));
    }

    private static (double Area, ImagePoint Centre) Difference(Picture picture, System.Numerics.Vector3[] plain)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < plain.Length; i++)
        {
            var weight = picture.Pixels[i].Y - plain[i].Y;
            (sum, x, y) = (sum + weight, x + (weight * (i % picture.Width)), y + (weight * (i / picture.Width)));
        }

        return (sum, new ImagePoint(x / sum, y / sum));
    }
}
