namespace Clonus.Cli.Tests;

/// <summary>scripts/slurm with stand-ins for Slurm and for the tool that take notes; a real Slurm is scripts/test --cluster's.</summary>
public sealed class SlurmScriptsTests : IDisposable
{
    private const string Submit = "'a checkout/scripts/slurm/submit' ";
    private const string Task = "SLURM_ARRAY_JOB_ID=70 SLURM_ARRAY_TASK_ID=3 SLURM_CPUS_PER_TASK=4 bash 'a checkout/scripts/slurm/array.sbatch' 'a checkout/scripts/clonus' 'an out' 40 'some clips' --side left";

    private readonly Folder _folder = new();

    public SlurmScriptsTests()
    {
        foreach (var part in new[] { "bin", "a checkout/scripts/slurm" })
            Directory.CreateDirectory(_folder[part]);
        foreach (var script in new[] { "submit", "array.sbatch", "merge.sbatch" })
            File.Copy(Repository.Path("scripts", "slurm", script), _folder["a checkout/scripts/slurm/" + script]);
        _folder.Program("bin/sbatch", "printf '<%s>' sbatch \"$@\" >> \"$NOTES\"; echo >> \"$NOTES\"; case $* in *afterany*) [ -z \"$NO_MERGE\" ] || exit 1; echo '71;here';; *) echo '70;here';; esac");
        _folder.Program("bin/scancel", "echo \"cancel $1\" >> \"$NOTES\"");
        _folder.Program("bin/scontrol", "case $1 in show) echo 'MaxArraySize            = 1001';; *) echo \"$*\" >> \"$NOTES\";; esac");
        Tool("case $* in *--dry-run*) echo id; seq 250;; --version) echo built >> \"$NOTES\";; esac");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_array_and_a_merge_that_waits_for_it_are_submitted()
    {
        var run = await Run(Submit + "-o 'an 80 % out' --partition=long 'some clips' 'and more' -- --side left --protocol 'the lab.yaml'");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.StartsWith("array 70  250 clips in 3 tasks\nmerge 71  makes an 80 % out/merged", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "built",
                "<sbatch><--parsable><--partition=long><--array=1-3><--output=an 80 %% out/logs/task-%a.log><ROOT/slurm/array.sbatch><ROOT/clonus><an 80 % out><3><some clips><and more><--side><left><--protocol><the lab.yaml>",
                "<sbatch><--parsable><--partition=long><--dependency=afterany:70><--output=an 80 %% out/logs/merge.log><ROOT/slurm/merge.sbatch><ROOT/clonus><an 80 % out>",
            ],
            Notes);
    }

    [Theory]
    [InlineData(250, "1-1")]
    [InlineData(249, "1-2")]
    [InlineData(7, "1-36")]
    [InlineData(1, "1-250")]
    public async Task Every_task_has_its_number_of_clips_at_most(int clipsPerTask, string array)
    {
        await Run(Submit + $"-o out --clips-per-task {clipsPerTask} clips");

        Assert.Contains($"<--array={array}>", Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_that_are_run_again_keep_the_number_of_shards()
    {
        await Run(Submit + "-o out --array=2,3 clips");

        Assert.Contains("<--array=2,3>", Notes[1], StringComparison.Ordinal);
        Assert.Contains("<out><3><clips>", Notes[1], StringComparison.Ordinal);
        Assert.Contains("afterany:70", Notes[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_help_is_its_head()
    {
        var run = await Run(Submit + "--help");

        Assert.StartsWith("Analyses many clips on a Slurm cluster", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("what is done stays done.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clips", "-o OUT is missing")]
    [InlineData("-o out", "no clips were given")]
    [InlineData("-o", "-o needs a value")]
    [InlineData("-o out -", "write the paths to a manifest")]
    [InlineData("-o out --partition long clips", "options of sbatch are one word, such as --partition=long")]
    [InlineData("-o out --clips-per-task 0 clips", "--clips-per-task is a whole number from 1, not '0'")]
    public async Task What_cannot_be_submitted_is_said_in_one_line(string arguments, string error)
    {
        var run = await Run(Submit + arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(error, run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task More_tasks_than_the_cluster_takes_are_refused_with_the_size_that_fits()
    {
        Tool("case $* in *--dry-run*) echo id; seq 5001;; esac");

        var run = await Run(Submit + "-o out --clips-per-task 5 clips");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("are 1001 tasks, and this cluster takes 1000 at most: give --clips-per-task 6 or more", run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task Clips_that_the_tool_refuses_are_not_submitted()
    {
        Tool("case $* in *--dry-run*) echo 'clonus: error: no such folder' >&2; exit 3;; esac");

        var run = await Run(Submit + "-o out clips");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("clonus: error: no such folder", run.ErrorLine);
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task Where_the_merge_is_refused_the_array_is_taken_back()
    {
        var run = await Run("export NO_MERGE=1; " + Submit + "-o out clips");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("cancel 70", Notes[^1]);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(7, 0, 0)]
    [InlineData(5, 1, 5)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 0, 3)]
    [InlineData(137, 0, 137)]
    public async Task A_task_fails_where_another_run_may_mend_it_and_not_for_a_clip(int batch, int notTried, int task)
    {
        Directory.CreateDirectory(_folder["an out/shards/3"]);
        _folder.Write("an out/shards/3/batch.json", $"{{\n  \"totals\": {{\n    \"not_tried\": {notTried},\n    \"missing\": 0\n  }}\n}}\n");
        Tool($"printf '<%s>' \"$@\" >> \"$NOTES\"; exit {batch}");

        var run = await Run(Task);

        Assert.Equal(task, run.ExitCode);
        Assert.Equal(["<batch><some clips><--side><left><-o><an out/shards/3><--shard><3/40><--jobs><4><--resume>"], Notes);
    }

    [Theory]
    [InlineData("TERM", true, new string[] { })]
    [InlineData("USR1", true, new[] { "requeue 70_3" })]
    [InlineData("USR1", false, new string[] { })]
    public async Task A_task_out_of_time_stops_its_batch_and_goes_on_later_where_it_got_further(string signal, bool further, string[] notes)
    {
        var work = further ? "mkdir -p \"$2/clip\"; touch \"$2/clip/result.json\"; " : "";
        Tool($"trap 'exit 130' TERM; while [ \"$1\" != -o ]; do shift; done; {work}touch ready; while :; do sleep 0.02; done");

        var run = await Run(Task + $" & until [ -e ready ]; do sleep 0.02; done; kill -{signal} $!; wait $!");

        Assert.Equal(130, run.ExitCode);
        Assert.Equal(notes, Notes);
    }

    private string[] Notes =>
        File.Exists(_folder["notes"]) ? File.ReadAllText(_folder["notes"]).Replace(_folder["a checkout/scripts"], "ROOT", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

    private void Tool(string body) => _folder.Program("a checkout/scripts/clonus", body);

    private Task<CliRun> Run(string commandLine) => Cli.Tests.Tool.Run(_folder, $"export NOTES=\"$PWD/notes\" PATH=\"$PWD/bin:$PATH\"; {commandLine}");
}
