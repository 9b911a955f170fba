using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Tests.Settings;

public sealed class ProtocolTests
{
    private const string Full =
        """
        schema: clonus.protocol/1
        site: ankle
        side: left
        mirror: true
        band: "3:8"
        rule: at-least-10
        sustained_min_beats: 12
        merge_gap: 0.5
        time_range: "1:"
        capture_fps: 120
        scale: "left.knee:20"
        camera: fixed
        neutral: "112deg"
        lens:
          width_px: 1920
          height_px: 1080
          fx: 1500.5
          fy: 1499
          cx: 959.5
          cy: 540
          k1: -0.12
          p2: 0.0004
        markers:
          left.knee: red
          left.ankle: "hsv:340-20,50-100,40-100"
          left.toe: "at:320,240@1.5"

        """;

    [Fact]
    public void A_printed_protocol_reads_back_to_itself()
    {
        var settings = Read(Full);

        Assert.Equal(Full.ReplaceLineEndings("\n"), Protocol.Print(settings));
        Assert.Equal(Protocol.Print(settings), Protocol.Print(Read(Protocol.Print(settings))));
    }

    [Theory]
    [InlineData("{width_px: 1920, height_px: 1080, fx: 1500, fy: 1500, cx: 959}", "cy is missing")]
    [InlineData("{width_px: 1920, height_px: 1080, fx: -1, fy: 1500, cx: 959, cy: 539}", "fx cannot be '-1'")]
    [InlineData("{width_px: 19.5, height_px: 1080, fx: 1, fy: 1500, cx: 959, cy: 539}", "width_px must be a whole number")]
    [InlineData("{width_px: 1920, height_px: 1080, fx: 1, fy: 1500, cx: 959, cy: 539, k7: 1}", "unknown 'k7'")]
    [InlineData("wide", "lens is a map")]
    public void A_lens_that_cannot_be_is_refused_with_the_reason(string lens, string reason)
    {
        var error = Assert.Throws<InputException>(() => Read($"schema: clonus.protocol/1\nlens: {lens}\n"));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_values_need_no_quotes()
    {
        var settings = Read("schema: clonus.protocol/1\nband: 2.5:10\nneutral: 1.5s\n");

        Assert.Equal(new FrequencyBand(2.5, 10), settings.Analysis.Signal.Band);
        Assert.Equal(1.5, settings.Analysis.Signal.NeutralSeconds);
    }

    [Theory]
    [InlineData("site: ankle\n", "schema: clonus.protocol/1")]
    [InlineData("schema: clonus.protocol/2\n", "schema: clonus.protocol/1")]
    [InlineData("schema: clonus.protocol/1\nsights: ankle\n", "knee.yaml line 2: unknown key 'sights': allowed are schema, site,")]
    [InlineData("schema: clonus.protocol/1\nmin-amplitude: 2deg\n", "knee.yaml line 2: unknown key 'min-amplitude': write min_amplitude")]
    [InlineData("schema: clonus.protocol/1\nband: 9:3\n", "knee.yaml line 2: band cannot be '9:3'")]
    [InlineData("schema: clonus.protocol/1\nband: [3, 9]\n", "band takes one value")]
    [InlineData("schema: clonus.protocol/1\nmarkers: red\n", "markers is a map of NAME: SPEC")]
    [InlineData("schema: clonus.protocol/1\nmarkers:\n  ankle: red\n", "'ankle' is no marker name")]
    [InlineData("schema: clonus.protocol/1\nmarkers:\n  left.ankle: turquoise-ish\n", "turquoise-ish")]
    [InlineData("schema: clonus.protocol/1\nsite: ankle\nsite: wrist\n", "line 3")]
    [InlineData("schema: clonus.protocol/1\ndevice: crutch\n", "device cannot be 'crutch': give none, afo, cane or walker")]
    [InlineData("a: [1\n", "not YAML")]
    [InlineData("- 1\n", "a protocol is one map")]
    [InlineData("", "a protocol is one map")]
    public void A_wrong_protocol_is_refused_in_one_line(string yaml, string expected)
    {
        var error = Assert.Throws<InputException>(() => Read(yaml));

        Assert.Equal(InputFault.Settings, error.Fault);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Options_override_the_protocol_and_markers_of_one_name_too()
    {
        using var folder = new Folder();
        var file = folder.Write("knee.yaml", Full);

        var run = await CliRun.Of(
            "analyze", "--protocol", file, "--band", "4:7", "--mirror", "false", "--marker", "left.toe=green", "--marker", "left.heel=blue", "--print-config");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nband: \"4:7\"\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nmirror: false\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nrule: at-least-10\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("  left.toe: green\n  left.heel: blue\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_protocol_is_an_unreadable_input()
    {
        var run = await CliRun.Of("analyze", "clip.mp4", "--protocol", "nowhere.yaml");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("cannot read the protocol nowhere.yaml", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Markers_keep_their_order()
    {
        Assert.Equal(
            [Landmark.Knee, Landmark.Ankle, Landmark.Toe],
            Read(Full).Tracking.Markers.Select(m => m.Name.Landmark));
    }

    private static RunSettings Read(string yaml) => Protocol.Apply(new StringReader(yaml), "knee.yaml", new RunSettings());
}
