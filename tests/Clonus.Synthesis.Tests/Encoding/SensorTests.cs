using System.Numerics;
using Clonus.Motion;
using Clonus.Synthesis.Drawing;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Encoding;

public class SensorTests
{
    [Fact]
    public void An_exposure_step_holds_from_its_time_until_the_next()
    {
        var camera = new StretchCamera { NoiseSigma = 0, ExposureSteps = [new(0.5, 1), new(2, 3)] };
        var planes = Grey(camera);
        var sensor = new Sensor(camera, planes.Luma.Length * 3 / 2, 1);
        double At(double time) => sensor.Read(planes, time)[0] - 16;
        var start = At(0);

        // sRGB's levels go with the light's power of 1/2.2.
        Assert.Equal((start, start), (At(0.99), planes.Luma[0] / 64 - 16.0));
        Assert.Equal(start * Math.Pow(0.5, 1 / 2.2), At(1), 1.0);
        Assert.Equal(At(1), At(2.99));
        Assert.Equal(start * Math.Pow(2, 1 / 2.2), At(3), 1.0);
    }

    [Fact]
    public void Warm_light_is_redder_and_cold_light_bluer()
    {
        var (neutral, warm, cold) = (Grey(new()), Grey(new() { Light = LightColour.Warm }), Grey(new() { Light = LightColour.Cold }));

        Assert.Equal((128 * 64, 128 * 64), (neutral.Red[0], neutral.Blue[0]));
        Assert.True(warm.Red[0] > 132 * 64 && warm.Blue[0] < 122 * 64, $"{warm.Red[0] / 64} {warm.Blue[0] / 64}");
        Assert.True(cold.Red[0] < 126 * 64 && cold.Blue[0] > 131 * 64, $"{cold.Red[0] / 64} {cold.Blue[0] / 64}");
    }

    [Fact]
    public void A_picture_takes_the_place_of_the_room_scaled_until_it_covers()
    {
        var folder = Directory.CreateTempSubdirectory("clonus-background-");
        try
        {
            // Left half dark, right half bright, twice as wide as the clip: an eighth is cut off on each side.
            var path = Path.Combine(folder.FullName, "a b.ppm");
            byte[] pixels = [.. Enumerable.Range(0, 64 * 16 * 3).Select(i => (byte)(i / 3 % 64 < 32 ? 40 : 200))];
            File.WriteAllBytes(path, [.. "P6 64 16 255\n"u8, .. pixels]);
            var picture = BackgroundPicture.Read(path, new PixelBox(0, 0, 96, 32));

            Assert.Equal(Light.Linear(40), picture[5, 16].Y, 0.005);
            Assert.Equal(Light.Linear(200), picture[90, 16].Y, 0.01);
            Assert.InRange(picture[47, 16].Y, Light.Linear(41), Light.Linear(199));

            var scene = new StretchScene { Camera = new StretchCamera { Background = path, WidthPixels = 96, HeightPixels = 64 } };
            Assert.Equal("a b.ppm", ClipTruth.Of(StretchScript.Of(scene)).Settings.Camera.Background);

            var missing = Assert.Throws<InputException>(() => BackgroundPicture.Read(path + "x", new PixelBox(0, 0, 8, 8)));
            Assert.Equal((InputFault.Unreadable, $"--background {path}x: no such file"), (missing.Fault, missing.Message));
            File.WriteAllText(path, "no picture");
            Assert.EndsWith("not a picture that ffmpeg can read", Assert.Throws<InputException>(() => BackgroundPicture.Read(path, new PixelBox(0, 0, 8, 8))).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PixelPlanes Grey(StretchCamera camera)
    {
        var picture = new Picture(64, 64);
        Array.Fill(picture.Pixels, new Vector3(0.2f));
        var planes = new PixelPlanes(picture, 0, camera);
        planes.Update(picture, picture.Box);
        return planes;
    }
}
