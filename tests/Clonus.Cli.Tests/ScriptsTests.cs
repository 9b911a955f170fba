namespace Clonus.Cli.Tests;

/// <summary>scripts/clonus with a stand-in for dotnet that takes notes: when it builds, what it runs, what it says.</summary>
public sealed class ScriptsTests : IDisposable
{
    private const string InBash = "PATH=\"$PWD/bin:$PATH\" ";

    private readonly Folder _folder = new();

    public ScriptsTests()
    {
        foreach (var part in new[] { "bin", "a checkout/scripts", "a checkout/src/Clonus.Cli", "a checkout/tests" })
            Directory.CreateDirectory(_folder[part]);
        foreach (var script in new[] { "clonus", "setup.sh", "test" })
            File.Copy(Repository.Path("scripts", script), _folder["a checkout/scripts/" + script]);
        foreach (var file in new[] { "global.json", "Directory.Build.props", "src/Clonus.Cli/Program.cs" })
            _folder.Write("a checkout/" + file, "");
        _folder.Program("bin/dotnet", "case $1 in build) echo built >> \"$NOTES\"; sleep 0.3; [ -z \"$BREAK\" ] || { echo 'error CS1002: no semicolon'; exit 1; }; mkdir -p \"$2/$OUT\"; touch \"$2/$OUT/clonus-cli.dll\";; *) shift; printf '%s\\n' \"$(printf '<%s>' \"$@\")\";; esac");
        _folder.Program("bin/dpkg-query", "echo ${DPKG_SAYS-installed}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_builds_once_and_hands_on_its_arguments_as_they_are()
    {
        var first = await Run("'a checkout/scripts/clonus' analyze 'two words' --x=''");
        var second = await Run("'a checkout/scripts/clonus' again");

        Assert.Equal("<analyze><two words><--x=>\n", first.Output);
        Assert.Equal("<again>\n", second.Output);
        Assert.Equal("", first.Error + second.Error);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task It_builds_again_when_a_source_is_newer_new_or_gone()
    {
        await Run("'a checkout/scripts/clonus'");
        await Run("sleep 0.05; touch 'a checkout/src/Clonus.Cli/Program.cs'; 'a checkout/scripts/clonus'");
        await Run("sleep 0.05; touch 'a checkout/src/New.cs'; 'a checkout/scripts/clonus'");
        await Run("sleep 0.05; rm 'a checkout/src/New.cs'; 'a checkout/scripts/clonus'");
        await Run("'a checkout/scripts/clonus'");

        Assert.Equal(4, Builds);
    }

    [Fact]
    public async Task It_builds_again_when_what_was_built_is_gone()
    {
        await Run("'a checkout/scripts/clonus'");
        await Run("rm -r 'a checkout/artifacts/bin'; 'a checkout/scripts/clonus'");

        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task It_can_be_called_through_a_link_from_anywhere()
    {
        var run = await Run("ln -s 'a checkout/scripts/clonus' link; mkdir far; cd far; ../link --version");

        Assert.Equal("<--version>\n", run.Output);
    }

    [Fact]
    public async Task First_calls_at_the_same_time_build_once()
    {
        var run = await Run("for i in 1 2 3 4; do 'a checkout/scripts/clonus' $i & done; wait");

        Assert.Equal(["<1>", "<2>", "<3>", "<4>"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task A_build_that_fails_shows_what_it_said_and_is_tried_again()
    {
        var broken = await Run("BREAK=1 'a checkout/scripts/clonus' x");
        var mended = await Run("'a checkout/scripts/clonus' x");

        Assert.Equal(1, broken.ExitCode);
        Assert.Equal("", broken.Output);
        Assert.Equal("error CS1002: no semicolon\nclonus: error: the build failed\n", broken.Error);
        Assert.Equal("<x>\n", mended.Output);
    }

    [Fact]
    public async Task Missing_packages_without_a_way_to_install_them_are_named_in_one_line()
    {
        _folder.Program("bin/sudo", "exit 1");
        _folder.Program("bin/id", "echo 1000");
        _folder.Program("bin/apt-get", "exit 1");

        var run = await Run("DPKG_SAYS=no 'a checkout/scripts/clonus'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("sudo apt-get update && sudo apt-get install -y ffmpeg cmake make g++", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(0, Builds);
    }

    [Fact]
    public async Task Missing_packages_are_installed_with_sudo_after_an_update()
    {
        _folder.Program("bin/sudo", "shift; \"$@\"");
        _folder.Program("bin/id", "echo 1000");
        _folder.Program("bin/apt-get", "echo \"$*\" >> \"$NOTES.apt\"");

        var run = await Run("DPKG_SAYS=no 'a checkout/scripts/clonus' x");

        Assert.Equal("<x>\n", run.Output);
        var calls = await File.ReadAllLinesAsync(_folder["notes.apt"], TestContext.Current.CancellationToken);
        Assert.EndsWith("update", calls[0], StringComparison.Ordinal);
        Assert.Contains("install -y --no-install-recommends ffmpeg cmake make g++ pkg-config libopencv-core-dev", calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tests_counts_are_added_up_in_the_last_line()
    {
        foreach (var project in new[] { "A.Tests", "B.Tests" })
            Directory.CreateDirectory(_folder["a checkout/tests/" + project]);
        _folder.Write("a checkout/clonus-cli.sln", "");
        _folder.Program("bin/dotnet", "case $1 in build) ;; *A.Tests.dll) echo '   A.Tests  Total: 5, Errors: 0, Failed: 0, Skipped: 2, Not Run: 0, Time: 0.1s';; *) echo '   B.Tests  Total: 7, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.1s'; exit 1;; esac");

        var run = await Run("'a checkout/scripts/test'");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("\n9 passed, 1 failed, 2 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_program_that_dies_counts_as_failed()
    {
        Directory.CreateDirectory(_folder["a checkout/tests/A.Tests"]);
        _folder.Write("a checkout/clonus-cli.sln", "");
        _folder.Program("bin/dotnet", "case $1 in build) ;; *) exit 134;; esac");

        var run = await Run("'a checkout/scripts/test'");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("\n0 passed, 1 failed, 0 skipped\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo 'ok Slurm'; echo '3 passed, 0 failed, 1 skipped'", "8 passed, 0 failed, 1 skipped", 0)]
    [InlineData("echo 'FAILED Slurm'; echo '2 passed, 1 failed, 0 skipped'; exit 1", "7 passed, 1 failed, 0 skipped", 1)]
    [InlineData("echo 'Slurm does not start here' >&2; exit 1", "5 passed, 1 failed, 0 skipped", 1)]
    public async Task The_cluster_runs_are_added_when_they_are_asked_for(string cluster, string counts, int exitCode)
    {
        foreach (var part in new[] { "A.Tests", "cluster" })
            Directory.CreateDirectory(_folder["a checkout/tests/" + part]);
        _folder.Program("bin/dotnet", "[ $1 = build ] || echo 'Total: 5, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.1s'");
        _folder.Program("a checkout/tests/cluster/run", cluster);
        _folder.Write("a checkout/clonus-cli.sln", "");

        var plain = await Run("'a checkout/scripts/test'");
        var run = await Run("'a checkout/scripts/test' --cluster");

        Assert.EndsWith("\n5 passed, 0 failed, 0 skipped\n", plain.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.EndsWith($"\n{counts}\n", run.Output, StringComparison.Ordinal);
    }

    private int Builds => File.Exists(_folder["notes"]) ? File.ReadAllLines(_folder["notes"]).Length : 0;

    private Task<CliRun> Run(string commandLine) => Tool.Run(_folder, $"export NOTES=\"$PWD/notes\" OUT=../../artifacts/bin/Clonus.Cli/release {InBash}; {commandLine}");
}
