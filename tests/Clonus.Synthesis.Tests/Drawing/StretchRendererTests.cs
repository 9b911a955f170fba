using System.Collections.Immutable;
using System.Numerics;
using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Drawing;

public class StretchRendererTests
{
    /// <summary>Rest, the fastest part of the stretch, and beats.</summary>
    private static readonly int[] Frames = [0, 12, 26, 34, 35, 36, 37, 41, 50];

    [Theory]
    [InlineData(0, 640, 360, false)]
    [InlineData(1.0 / 250, 640, 360, false)]
    [InlineData(1.0 / 50, 640, 360, false)]
    [InlineData(1.0 / 250, 360, 640, false)]
    [InlineData(1.0 / 60, 640, 360, true)]
    public void A_stickers_brightness_is_centred_where_the_truth_says(double shutter, int width, int height, bool shake)
    {
        var script = Script(StickerColour.White, shutter, width, height, shake);
        var white = new StretchRenderer(script);
        var black = new StretchRenderer(Script(StickerColour.Black, shutter, width, height, shake));
        var truth = ClipTruth.Of(script);

        foreach (var frame in Frames)
        {
            // Between white and black stickers nothing differs but the stickers, whatever lies behind them.
            var (a, b) = (white.Draw(frame).Picture, black.Draw(frame).Picture);
            foreach (var marker in truth.Markers)
            {
                var expected = marker.Positions[frame]!.Value;
                var found = CentreOfDifference(a, b, expected, 26);
                Assert.Equal(expected.X, found.X, 0.02);
                Assert.Equal(expected.Y, found.Y, 0.02);
            }
        }
    }

    public static TheoryData<StretchSubject, StretchCamera> MovingCameras => new()
    {
        { new() { OtherLeg = OtherLeg.Bare }, new() { HandHeldPixels = 4, ShutterSeconds = 1.0 / 60 } },
        { new(), new() { Shake = new CameraShake(5, 6) { RollDegrees = 2, ZoomPercent = 3 } } },
        { new(), new() { Pan = new CameraPan(60, 0.2, 2) } },
        { new() { Posture = Posture.Standing }, new() { WidthPixels = 360, HeightPixels = 540 } },
        { new() { Posture = Posture.FootOnFloor, ToesPoint = BodySide.Left }, new() { HandHeldPixels = 2, WidthPixels = 480, HeightPixels = 480 } },
    };

    [Theory]
    [MemberData(nameof(MovingCameras))]
    public void A_stickers_brightness_is_centred_where_the_truth_says_in_every_posture_and_hand(StretchSubject subject, StretchCamera camera)
    {
        StretchScript Painted(StickerColour colour) => StretchScript.Of(new StretchScene
        {
            Subject = subject with { Stickers = [.. subject.Stickers.Select(sticker => sticker with { Colour = colour })] },
            Camera = camera,
        });
        var (white, black, truth) = (new StretchRenderer(Painted(StickerColour.White)), new StretchRenderer(Painted(StickerColour.Black)), ClipTruth.Of(Painted(StickerColour.White)));

        foreach (var frame in (int[])[0, 26, 35, 37, 50])
        {
            var (a, b) = (white.Draw(frame).Picture, black.Draw(frame).Picture);
            foreach (var marker in truth.Markers)
            {
                var expected = marker.Positions[frame]!.Value;
                var found = CentreOfDifference(a, b, expected, 16);
                Assert.InRange(found.DistanceTo(expected), 0, 0.03);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 3)]
    public void The_room_moves_as_the_truth_says_of_the_camera(double roll, double zoom)
    {
        var camera = new StretchCamera { Shake = new CameraShake(6, 3) { RollDegrees = roll, ZoomPercent = zoom }, HandHeldPixels = 2, Pan = new CameraPan(-30, 0, 1), ShutterSeconds = 0 };
        StretchScript Painted(StickerColour colour) => StretchScript.Of(new StretchScene
        {
            Subject = new StretchSubject { Stickers = [], Distractors = [new Distractor(DistractorKind.Blocks, colour)] },
            Camera = camera,
        });
        var (script, white, black) = (Painted(StickerColour.White), new StretchRenderer(Painted(StickerColour.White)), new StretchRenderer(Painted(StickerColour.Black)));
        var truth = ClipTruth.Of(script);

        // The disc in the upper left corner, in the first frame and from there on.
        var still = script.Camera.At(0).Apply(new ImagePoint((0.5 - 0.42) * 640, (0.5 - 0.4) * 360));
        var first = CentreOfDifference(white.Draw(0).Picture, black.Draw(0).Picture, still, 20);
        foreach (var frame in (int[])[3, 8, 20, 31])
        {
            var expected = truth.Camera[frame].Apply(first);
            var found = CentreOfDifference(white.Draw(frame).Picture, black.Draw(frame).Picture, expected, 20);
            Assert.InRange(found.DistanceTo(expected), 0, 0.05);
        }
    }

    [Fact]
    public void The_leg_behind_is_marked_where_the_near_one_does_not_cover_it()
    {
        StretchScript Painted(StickerColour colour) => StretchScript.Of(new StretchScene
        {
            Subject = new StretchSubject { OtherLeg = OtherLeg.Marked, Stickers = [.. new StretchSubject().Stickers.Select(s => s with { Colour = colour })] },
            Camera = new StretchCamera { ShutterSeconds = 0 },
        });
        var (script, white, black) = (Painted(StickerColour.White), new StretchRenderer(Painted(StickerColour.White)), new StretchRenderer(Painted(StickerColour.Black)));
        var truth = ClipTruth.Of(script);

        Assert.Equal(["right.knee", "right.ankle", "right.heel", "right.toe", "left.knee", "left.ankle", "left.heel", "left.toe"], truth.Markers.Select(m => m.Name));
        var (a, b) = (white.Draw(0).Picture, black.Draw(0).Picture);
        foreach (var marker in truth.Markers.Where(m => m.Name is "right.toe" or "left.ankle" or "left.toe"))
        {
            var distance = CentreOfDifference(a, b, marker.Positions[0]!.Value, 14).DistanceTo(marker.Positions[0]!.Value);
            Assert.True(distance < 0.03, $"{marker.Name}: {distance} px");
        }

        // The knee behind is half covered by the near one; the heel behind lies behind the near shank.
        var heel = LegPose.Other(script.Staging, CameraPose.Still).InPicture(Landmark.Heel, script.Staging);
        Assert.Equal(truth.Markers[6].Positions[0] is null, a[(int)Math.Round(heel.X), (int)Math.Round(heel.Y)] == b[(int)Math.Round(heel.X), (int)Math.Round(heel.Y)]);
    }

    [Theory]
    [InlineData(1.0 / 100, false)]
    [InlineData(1.0 / 30, false)]
    [InlineData(1.0 / 60, true)]
    public void A_frame_is_the_mean_of_the_instants_of_its_exposure(double shutter, bool shake)
    {
        var script = Script(StickerColour.Red, shutter, 640, 360, shake);
        const int Frame = 35;
        var count = script.Exposure(Frame).Length;
        Assert.True(count > 3);

        var blurred = new StretchRenderer(script).Draw(Frame).Picture;

        // The same instants, each as a frame of its own without exposure.
        var timeBase = new TimeBase(1, 1_000_000_000);
        var ticks = Enumerable.Range(0, count)
            .Select(i => (long)Math.Round((script.Clock.TimeSeconds(Frame) + (shutter * (((i + 0.5) / count) - 0.5))) * timeBase.Denominator));
        var sharp = script with { Clock = new FrameClock(timeBase, [.. ticks]), Scene = script.Scene with { Camera = script.Scene.Camera with { ShutterSeconds = 0 } } };
        var renderer = new StretchRenderer(sharp);
        var mean = new Vector3[blurred.Pixels.Length];
        for (var i = 0; i < count; i++)
        {
            var pixels = renderer.Draw(i).Picture.Pixels;
            for (var p = 0; p < mean.Length; p++)
            {
                mean[p] += pixels[p] / count;
            }
        }

        // A leg that moves less than a fifth of a pixel is painted once.
        Assert.All(mean.Zip(blurred.Pixels), pair => Assert.True(Vector3.Distance(pair.First, pair.Second) < 0.12));
        Assert.True(mean.Zip(blurred.Pixels).Average(pair => Vector3.Distance(pair.First, pair.Second)) < 0.0005);
    }

    [Fact]
    public void Only_what_is_named_as_changed_differs_from_the_frame_before()
    {
        var renderer = new StretchRenderer(Script(StickerColour.Green, 1.0 / 250, 640, 360, false));
        var before = renderer.Draw(20).Picture.Pixels.ToArray();
        foreach (var frame in Enumerable.Range(21, 25))
        {
            var (picture, changed) = renderer.Draw(frame);
            for (var i = 0; i < before.Length; i++)
            {
                var (x, y) = (i % picture.Width, i / picture.Width);
                var inside = x >= changed.Left && x < changed.Right && y >= changed.Top && y < changed.Bottom;
                Assert.True(inside || before[i] == picture.Pixels[i], $"frame {frame} changed ({x}, {y}) outside of {changed}");
            }

            before = [.. picture.Pixels];
        }
    }

    [Fact]
    public void A_frame_does_not_depend_on_the_frames_drawn_before_it()
    {
        var script = Script(StickerColour.Green, 1.0 / 250, 320, 180, false);
        var walked = new StretchRenderer(script);
        foreach (var frame in Enumerable.Range(0, 40))
        {
            walked.Draw(frame);
        }

        Assert.Equal(new StretchRenderer(script).Draw(40).Picture.Pixels, walked.Draw(40).Picture.Pixels);
    }

    [Fact]
    public void The_arm_hides_the_marker_that_it_shall_hide()
    {
        var hiding = new Occlusion(Landmark.Ankle, 1, 1.4);
        var red = Script(StickerColour.White, 0, 640, 360, false, hiding);
        var blue = Script(StickerColour.Black, 0, 640, 360, false, hiding);
        const int Frame = 36;
        var truth = ClipTruth.Of(red);

        var (a, b) = (new StretchRenderer(red).Draw(Frame).Picture, new StretchRenderer(blue).Draw(Frame).Picture);

        var place = red.PoseAt(red.Clock.TimeSeconds(Frame)).InPicture(Landmark.Ankle, red.Staging);
        Assert.Equal(a[(int)place.X, (int)place.Y], b[(int)place.X, (int)place.Y]);
        Assert.Null(truth.Markers.Single(m => m.Name == "right.ankle").Positions[Frame]);
    }

    private static StretchScript Script(StickerColour colour, double shutter, int width, int height, bool shake, params Occlusion[] occlusions) =>
        StretchScript.Of(new StretchScene
        {
            Subject = new StretchSubject
            {
                Stickers = [.. new[] { Landmark.Knee, Landmark.Ankle, Landmark.Heel, Landmark.Toe }.Select(landmark => new Sticker(landmark, colour))],
                Occlusions = [.. occlusions],
            },
            Camera = new StretchCamera { ShutterSeconds = shutter, WidthPixels = width, HeightPixels = height, Shake = shake ? new CameraShake(5, 3) : null },
        });

    private static ImagePoint CentreOfDifference(Picture a, Picture b, ImagePoint around, int reach)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        var box = new PixelBox((int)around.X - reach, (int)around.Y - reach, (int)around.X + reach + 1, (int)around.Y + reach + 1).Intersect(a.Box);
        for (var row = box.Top; row < box.Bottom; row++)
        {
            for (var column = box.Left; column < box.Right; column++)
            {
                var weight = (a[column, row] - b[column, row]).Y;
                (sum, x, y) = (sum + weight, x + (weight * column), y + (weight * row));
            }
        }

        return new ImagePoint(x / sum, y / sum);
    }
}
