namespace Clonus.Cli.Tests.Verification;

/// <summary>The repository's own gate: what is found in samples/ is what was recorded.</summary>
public sealed class SampleSuiteTests
{
    [Fact]
    public async Task The_samples_agree_with_their_records()
    {
        var run = await CliRun.Of("verify", Repository.Path("samples"));

        Assert.True(run.ExitCode == 0, run.Error + run.Output);
    }

    [Fact]
    public void Every_sample_is_a_case()
    {
        var inputs = Directory.EnumerateFiles(Repository.Path("samples", "cases"), "case.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Cli.Verification.CaseFile.Read(Path.GetDirectoryName(file)!).Input));

        Assert.Equal(
            Directory.EnumerateFiles(Repository.Path("samples", "clips"), "*.mp4").Concat(Directory.EnumerateFiles(Repository.Path("samples", "tracks"))).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            inputs.Order(StringComparer.Ordinal));
    }
}
