namespace Clonus.Cli.Tests;

/// <summary>One run of the command line inside the test's own process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>The one line that an error is.</summary>
    public string ErrorLine
    {
        get
        {
            Assert.EndsWith("\n", Error, StringComparison.Ordinal);
            return Assert.Single(Error[..^1].Split('\n'));
        }
    }

    public static async Task<CliRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
