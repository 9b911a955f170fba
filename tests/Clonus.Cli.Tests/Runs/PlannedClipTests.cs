using Clonus.Cli.Runs;

namespace Clonus.Cli.Tests.Runs;

public sealed class PlannedClipTests
{
    [Fact]
    public void One_input_goes_to_the_output_folder_itself_or_to_its_own_name()
    {
        Assert.Equal("out", PlannedClip.Plan(["a/leg.mp4"], "out")[0].Folder);
        Assert.Equal("leg.clonus", PlannedClip.Plan(["a/leg.mp4"], null)[0].Folder);
    }

    [Fact]
    public void Several_inputs_have_a_folder_each()
    {
        Assert.Equal(["out/leg", "out/arm.v2"], PlannedClip.Plan(["leg.mp4", "arm.v2.mov"], "out").Select(c => c.Folder));
    }

    [Fact]
    public void Inputs_of_one_stem_do_not_meet()
    {
        var clips = PlannedClip.Plan(["a/leg.mp4", "leg-2.mp4", "b/leg.mp4", "c/leg.mov"], "out");

        Assert.Equal(["leg", "leg-2", "leg-3", "leg-4"], clips.Select(c => c.Id));
        Assert.Distinct(clips.Select(c => c.Folder));
    }

    [Theory]
    [InlineData("...mp4")]
    [InlineData(".mp4")]
    [InlineData("..")]
    public void No_name_leads_out_of_the_output_folder(string name)
    {
        var clip = PlannedClip.Plan([name, "other.mp4"], "out")[0];

        Assert.StartsWith(Path.GetFullPath("out") + "/", Path.GetFullPath(clip.Folder) + "/", StringComparison.Ordinal);
    }
}
