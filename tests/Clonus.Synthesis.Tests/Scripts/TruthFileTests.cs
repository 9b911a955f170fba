using System.Text.Json;
using Clonus.Motion;
using Clonus.Motion.Tracks;
using Clonus.Synthesis.Scripts;

namespace Clonus.Synthesis.Tests.Scripts;

public class TruthFileTests
{
    private static readonly ClipTruth Truth = ClipTruth.Of(StretchScript.Of(new StretchScene
    {
        Subject = new StretchSubject { Occlusions = [new Occlusion(Landmark.Toe, 1, 1.2)], Skin = SkinTone.V },
        Camera = new StretchCamera { Rate = new FrameRate(30000, 1001), Shake = new CameraShake(2, 1.5), VariableFrameRate = true },
    }));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var written = TruthFile.Write(Truth);
        var read = TruthFile.Read(written);

        Assert.Equal(written, TruthFile.Write(read));
        Assert.Equal(Truth.FrameTimesSeconds, read.FrameTimesSeconds);
        Assert.All(Truth.Beats.Zip(read.Beats), b => Assert.Equal(b.First.TimeSeconds, b.Second.TimeSeconds, 1e-9));
        Assert.Equal(Truth.Markers[3].Positions.Select(p => p is null), read.Markers[3].Positions.Select(p => p is null));
        Assert.All(Truth.Markers[0].Positions.Zip(read.Markers[0].Positions), p => Assert.True(p.First!.Value.DistanceTo(p.Second!.Value) < 1e-4));
        Assert.Equal(SkinTone.V, read.Settings.Subject.Skin);
    }

    [Fact]
    public void Names_are_those_of_the_contract()
    {
        using var json = JsonDocument.Parse(TruthFile.Write(Truth));
        var root = json.RootElement;

        Assert.Equal("clonus.truth/1", root.GetProperty("schema").GetString());
        Assert.Equal(["time_s", "amplitude_deg", "start_s", "end_s", "returned", "driven"], root.GetProperty("beats")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["start_s", "end_s", "angle_deg", "speed_deg_per_s"], root.GetProperty("stretch").EnumerateObject().Select(p => p.Name));
        Assert.Equal("detected", root.GetProperty("status").GetString());
        Assert.Equal(640, root.GetProperty("settings").GetProperty("camera").GetProperty("width_px").GetInt32());
        Assert.Equal(Truth.FrameTimesSeconds.Length, root.GetProperty("ankle_angle_deg").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"clonus.truth/2\"}")]
    [InlineData("[1,2]")]
    public void What_is_no_truth_is_refused_in_one_line(string text)
    {
        var refused = Assert.Throws<InputException>(() => TruthFile.Read(text));

        Assert.Equal(InputFault.Unreadable, refused.Fault);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void An_unknown_key_is_refused() =>
        Assert.Throws<InputException>(() => TruthFile.Read(TruthFile.Write(Truth).Replace("\"beats_total\"", "\"beats_totl\"", StringComparison.Ordinal)));
}
