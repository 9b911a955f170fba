namespace Clonus.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Version_is_one_line()
    {
        var run = await CliRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^clonus \d+\.\d+\.\d+\n$", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Help_names_every_command_and_goes_to_stdout()
    {
        var run = await CliRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        foreach (var command in new[] { "analyze", "track", "detect", "convert", "verify", "synth", "doctor", "schema" })
            Assert.Contains($"  {command} ", run.Output, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Help_of_analyze_prints_the_records_own_defaults()
    {
        var run = await CliRun.Of("analyze", "--help");

        Assert.Contains("[default: 2.5:10]", run.Output, StringComparison.Ordinal);
        Assert.Contains("[default: more-than-5]", run.Output, StringComparison.Ordinal);
        Assert.Contains("[default: 1.5deg, 3mm or 0.6px, and at least 4 x noise]", run.Output, StringComparison.Ordinal);
        Assert.Contains("[default: 2.5 x median interval, at least 0.4 s]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stretch", "--model <scripted; 6 a sustained one [6]; [0.02, or 0.05 with the foot on the floor]; by --model reflex after the stretch [4]; DEG[@HZ]")]
    [InlineData("tapping", "usually at 2 to 5 Hz; Its rate [3.5]; Random variation of the intervals [0.12]; [14]; [footonfloor]; [480x480]")]
    [InlineData("parkinson-tremor", "usually of 4 to 6 Hz; Its rate [5]")]
    [InlineData("camera-shake", "The camera shakes [4@5]")]
    [InlineData("flicker", "The light pulses [25@5]")]
    [InlineData("tracker-jitter", "levels of 8 bits [12]; Factor on the light [0.15]")]
    public async Task Help_of_a_synth_kind_says_what_is_usual(string kind, string expected)
    {
        var run = await CliRun.Of("synth", kind, "--help");

        Assert.All(expected.Split("; "), words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no command given", "")]
    [InlineData("did you mean analyze?", "anlyze clip.mp4")]
    [InlineData("unknown option '--bnd', did you mean --band?", "analyze clip.mp4 --bnd 2:8")]
    [InlineData("unknown option '--vrsion', did you mean --version?", "--vrsion")]
    [InlineData("unknown option '-x'", "schema -x")]
    [InlineData("'y' is one argument too many", "schema result y")]
    [InlineData("no schema 'answer': give one of", "schema answer")]
    [InlineData("no input given", "analyze")]
    [InlineData("no input given", "track")]
    [InlineData("Required argument missing for option: '-o'", "analyze clip.mp4 -o")]
    [InlineData("--band' expects a single argument", "analyze clip.mp4 --band 2:8 --band 3:9")]
    [InlineData("--format cannot be 'xml': give text, json or csv", "analyze clip.mp4 --format xml")]
    [InlineData("--fail-on cannot be 'borderline': give sustained", "analyze clip.mp4 --fail-on borderline")]
    [InlineData("the rule 'infant' needs|--rule infant needs --age-months N", "analyze clip.mp4 --rule infant")]
    [InlineData("--min-amplitude is in degrees", "analyze clip.mp4 --site point --min-amplitude 2deg")]
    [InlineData("--min-amplitude in mm needs --scale", "analyze clip.mp4 --min-amplitude 2mm")]
    [InlineData("--blur-outside blurs overlay.mp4, and no overlay was asked for: give --overlay too", "analyze clip.mp4 --blur-outside")]
    [InlineData("--also cannot be 'srt': give trc, c3d, deeplabcut", "track clip.mp4 --also srt")]
    [InlineData("--also cannot be 'xml': give trc, c3d, deeplabcut, mot, srt", "analyze clip.mp4 --also trc,xml")]
    [InlineData("--picture-size cannot be '640': give WIDTHxHEIGHT in pixels", "analyze clip.csv --picture-size 640")]
    [InlineData("--min-confidence cannot be '2': give a number from 0 to 1", "analyze clip.csv --min-confidence 2")]
    [InlineData("--times-from names the video of one trajectory file: give them one at a time", "analyze a.csv b.csv --times-from clip.mp4")]
    [InlineData("--view cannot be 'oblique': give sagittal, frontal, side, front, back or auto", "analyze clip.mp4 --view oblique")]
    [InlineData("--affected cannot be 'both': give left, right or unknown", "analyze clip.mp4 --affected both")]
    [InlineData("no output folder given: name one with -o DIR", "batch a b --jobs 4")]
    [InlineData("no input given: name at least one video file", "batch -o out")]
    [InlineData("unknown option '--job', did you mean --jobs?", "batch a -o out --job 4")]
    [InlineData("--resume keeps what is done, and --overwrite removes it: give one of them", "batch a -o out --resume --overwrite")]
    [InlineData("no folder given: name the folders of the shards", "merge")]
    [InlineData("the command report is not available yet", "report a -o b.html")]
    [InlineData("no input given: name one trajectory file", "convert -o b.c3d")]
    [InlineData("no output given: name the file to write with -o", "convert a.trc")]
    [InlineData("-o b.xyz: no format is called '.xyz': give a name ending with .c3d, .trc or .csv, or say --to c3d, trc, tracks, deeplabcut", "convert a.trc -o b.xyz")]
    [InlineData("--to cannot be 'xml': give c3d, trc, tracks, deeplabcut", "convert a.trc -o b.c3d --to xml")]
    [InlineData(".mot holds what was found, not tracks: clonus analyze --also mot writes it", "convert a.trc -o b.mot")]
    [InlineData("no command given: stretch", "synth")]
    [InlineData("unknown option '--beat', did you mean --beats?", "synth stretch -o x.mp4 --beat 3")]
    [InlineData("Option '--output' is required", "synth stretch")]
    [InlineData("--beats many: allowed is a whole number", "synth stretch -o x.mp4 --beats many")]
    [InlineData("--beats does nothing with --model reflex: its beats arise by themselves; it goes with --model scripted or pacemaker", "synth stretch -o x.mp4 --model reflex --beats 3")]
    [InlineData("--onset does nothing with --model pacemaker: its beats are a generator's bursts, which a stretch starts and the ankle shapes; it goes with --model scripted", "synth stretch -o x.mp4 --model pacemaker --onset running")]
    [InlineData("--gain does nothing with --model scripted: its beats are written down, no ankle is computed; it goes with --model reflex", "synth stretch -o x.mp4 --gain 3")]
    [InlineData("--reflex-delay does nothing with --model pacemaker", "synth stretch -o x.mp4 --model pacemaker --reflex-delay 0.06")]
    [InlineData("--inertia does nothing with --model scripted", "synth stretch -o x.mp4 --inertia 0.03")]
    [InlineData("--pause does nothing with one stretch: give --stretches 2 or more", "synth stretch -o x.mp4 --pause 2")]
    [InlineData("--hand-shake 1@: allowed is DEGREES or DEGREES@HZ, such as 0.5@2", "synth stretch -o x.mp4 --hand-shake 1@")]
    [InlineData("--model clockwork: allowed is scripted, reflex, pacemaker", "synth stretch -o x.mp4 --model clockwork")]
    [InlineData("--gain 60: allowed is 0 to 50 Nm per rad/s", "synth stretch -o x.mp4 --model reflex --gain 60")]
    [InlineData("--frequency 50: allowed is 0.1 to 20 Hz", "synth tapping -o x.mp4 --frequency 50")]
    [InlineData("unknown option '--frequency'", "synth quiet -o x.mp4 --frequency 5")]
    [InlineData("unknown command 'taping', did you mean tapping?", "synth taping -o x.mp4")]
    [InlineData("the command completion is not available yet", "completion bash")]
    public async Task Misuse_is_one_line_and_exit_code_2(string expected, string arguments)
    {
        var run = await CliRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("clonus: error: ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(expected.Split('|'), words => run.ErrorLine.Contains(words, StringComparison.Ordinal));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task What_stands_behind_two_dashes_is_a_file_name()
    {
        var run = await CliRun.Of("analyze", "--", "--bnd");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("'--bnd' as a video: there is no such file", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_begins_with_an_at_sign_is_a_file_name()
    {
        var run = await CliRun.Of("analyze", "@clip.mp4");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("'@clip.mp4' as a video: there is no such file", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130()
    {
        using var folder = new Folder();
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await CommandLine.RunAsync(
            ["analyze", SampleClips.Path("sustained.mp4"), "-o", folder["out"]], output, error, interrupted.Token);

        Assert.Equal(130, exitCode);
        Assert.Empty(folder.Names());
        Assert.Empty(output.ToString());
    }
}
