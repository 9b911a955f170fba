using System.Numerics;
using Clonus.Media;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Drawing;

public class MarkerRendererTests
{
    private const int Size = 96;
    private static readonly Vector3 Grey = new(0.4f);

    [Theory]
    [InlineData(StickerColour.Green, 12, 1)]
    [InlineData(StickerColour.White, 5, 1)]
    [InlineData(StickerColour.Blue, 24, 0.6)]
    [InlineData(StickerColour.Bright, 12, 1)]
    [InlineData(StickerColour.Dark, 16, 1)]
    [InlineData(StickerColour.Dark, 16, 0.7)]
    public void The_middle_of_all_that_a_marker_changes_is_its_true_place(StickerColour look, double diameter, double axisRatio)
    {
        var script = Script(look, diameter, axisRatio, 1.0 / 250);
        var renderer = new MarkerRenderer(script, Plain(Grey));
        for (var frame = 0; frame < 5; frame++)
        {
            var truth = script.Truth(frame);
            var centre = Centre(renderer, frame);

            Assert.Equal(truth.X, centre.X, 0.03);
            Assert.Equal(truth.Y, centre.Y, 0.03);
        }
    }

    [Fact]
    public void The_black_quarters_of_a_target_meet_at_its_true_place()
    {
        // On the target's own white nothing shows but the black.
        var white = Light.Colour(0xEFEFEA);
        var script = Script(StickerColour.Quadrant, 24, 1, 1.0 / 250);
        var renderer = new MarkerRenderer(script, Plain(white));

        var (truth, centre) = (script.Truth(1), Centre(renderer, 1, white));

        Assert.Equal(truth.X, centre.X, 0.03);
        Assert.Equal(truth.Y, centre.Y, 0.03);
    }

    [Fact]
    public void A_smear_has_its_middle_at_the_mean_place_of_the_exposure()
    {
        var script = Script(StickerColour.Green, 10, 1, 1.0 / 30);
        var circle = MarkerPath.Circle(new ImagePoint(48, 48), 16, 300, 3);
        script = MarkerScript.Of(script.Scene with { Path = circle }, TimeBase.Default);
        var renderer = new MarkerRenderer(script, Plain(Grey));
        var fine = Enumerable.Range(0, 1000).Select(i => circle.At(script.Clock.TimeSeconds(2) + ((((i + 0.5) / 1000) - 0.5) / 30))).ToArray();

        var (truth, centre) = (script.Truth(2), Centre(renderer, 2));

        Assert.Equal(fine.Average(p => p.X), truth.X, 0.01);
        Assert.Equal(fine.Average(p => p.Y), truth.Y, 0.01);
        Assert.Equal(truth.X, centre.X, 0.03);
        Assert.Equal(truth.Y, centre.Y, 0.03);
        Assert.True(truth.DistanceTo(circle.At(script.Clock.TimeSeconds(2))) > 0.2, "a bent way's mean is not its middle");
    }

    [Theory]
    [InlineData(TagFamily.Dict4x4)]
    [InlineData(TagFamily.AprilTag16h5)]
    [InlineData(TagFamily.AprilTag36h11)]
    public void A_tag_shows_its_bits_inside_a_black_border_on_white(TagFamily family)
    {
        for (var id = 0; id < FiducialTag.KnownIds; id++)
        {
            var tag = new FiducialTag(family, id);
            var cells = tag.BitsAcross + 2;
            var scene = Script(StickerColour.Aruco, 6 * cells, 1, 0).Scene with { Tag = tag, RollDegrees = 0, LensBlurPixels = 0, Path = new MarkerPath(new ImagePoint(48, 48), []) };
            var picture = new MarkerRenderer(MarkerScript.Of(scene, TimeBase.Default), Plain(Grey)).Draw(0);

            for (var row = -1; row <= cells; row++)
            {
                for (var column = -1; column <= cells; column++)
                {
                    var onCard = row < 0 || column < 0 || row == cells || column == cells;
                    var inside = row > 0 && column > 0 && row <= tag.BitsAcross && column <= tag.BitsAcross;
                    var isWhite = onCard || (inside && tag.IsWhite(column - 1, row - 1));
                    double Middle(int cell) => 48 + (6 * (cell + 0.5 - (cells / 2.0)));
                    var light = picture[(int)Math.Round(Middle(column)), (int)Math.Round(Middle(row))].Y;
                    Assert.True(isWhite ? light > 0.7 : light < 0.1, $"{tag.Spec}: cell {column},{row} is {light}");
                }
            }
        }
    }

    [Fact]
    public void A_part_is_drawn_as_in_the_whole_picture()
    {
        var script = Script(StickerColour.Magenta, 12, 0.8, 1.0 / 60);
        var whole = (Vector3[])new MarkerRenderer(script).Draw(3).Pixels.Clone();
        var box = new PixelBox(30, 28, 70, 66);

        var part = new MarkerRenderer(script).Draw(3, default, box);

        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                Assert.True((whole[(y * Size) + x] - part[x, y]).Length() < 1e-5, $"{x},{y}");
            }
        }
    }

    [Fact]
    public void The_lens_spreads_light_as_a_Gaussian_and_loses_none()
    {
        var (source, target) = (new Picture(41, 41), new Picture(41, 41));
        source.Row(20, 20, 21)[0] = Vector3.One;

        new LensBlur(1.5).Apply(source, target, target.Box);

        var places = Enumerable.Range(0, 41 * 41).Select(i => (X: (i % 41) - 20, Light: (double)target.Pixels[i].X)).ToArray();
        Assert.Equal(1, places.Sum(p => p.Light), 1e-4);
        Assert.Equal(1.5 * 1.5, places.Sum(p => p.X * p.X * p.Light), 0.02);
    }

    private static MarkerScript Script(StickerColour look, double diameter, double axisRatio, double shutter) => MarkerScript.Of(
        new MarkerScene
        {
            Marker = look,
            DiameterPixels = diameter,
            AxisRatio = axisRatio,
            RollDegrees = 25,
            Path = MarkerPath.Wander(new ImagePoint(48, 48), 10, 5),
            Camera = new StretchCamera { WidthPixels = Size, HeightPixels = Size, ShutterSeconds = shutter },
        },
        TimeBase.Default);

    private static Picture Plain(Vector3 light)
    {
        var picture = new Picture(Size, Size);
        Array.Fill(picture.Pixels, light);
        return picture;
    }

    // Weighted by how much each pixel differs from the plain picture.
    private static ImagePoint Centre(MarkerRenderer renderer, int frame, Vector3? plain = null)
    {
        var picture = renderer.Draw(frame);
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            var weight = (double)Vector3.Abs(picture.Pixels[i] - (plain ?? Grey)).Y;
            sum += weight;
            x += weight * (i % Size);
            y += weight * (i / Size);
        }

        return new ImagePoint(x / sum, y / sum);
    }
}
