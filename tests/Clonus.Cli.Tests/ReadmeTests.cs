using System.Text;
using System.Text.RegularExpressions;
using Clonus.Cli.Batch;
using Clonus.Cli.Reports;
using Clonus.Cli.Settings;
using Clonus.Formats;
using Clonus.Motion.Gait;

namespace Clonus.Cli.Tests;

/// <summary>README's commands run, and where it shows an answer the tool gives that answer.</summary>
public sealed partial class ReadmeTests
{
    private static string Text => File.ReadAllText(Repository.Path("README.md"));

    public static TheoryData<string, string> Examples =>
        [.. Console().Matches(Text)
            .Select(m => (Command: m.Groups["command"].Value, Answer: m.Groups["answer"].Value))
            .Where(e => e.Command != "scripts/test")];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_command_of_the_readme_gives_what_it_shows(string command, string answer)
    {
        using var folder = new Folder();
        Tool.Install(folder);

        var run = await Tool.Run(folder, command);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        if (answer.Length > 0)
            Assert.Equal(answer, run.Output);
    }

    [Fact]
    public void The_first_command_is_the_contracts()
    {
        Assert.Equal("scripts/clonus analyze samples/clips/sustained.mp4", Console().Match(Text).Groups["command"].Value);
    }

    [Fact]
    public async Task Every_command_of_the_help_is_in_the_readme_and_the_reverse()
    {
        var help = (await CliRun.Of("--help")).Output;
        var offered = CommandLineOfHelp().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value);
        var named = CommandRow().Matches(Text).Select(m => m.Groups[1].Value);

        Assert.Equal(offered.Order(), named.Distinct().Order());
    }

    [Fact]
    public void Every_option_that_the_readme_names_exists()
    {
        var source = AllTextOf(Repository.Path("src", "Clonus.Cli"), "*.cs");
        var scripts = AllTextOf(Repository.Path("scripts"), "*");
        foreach (var option in OptionName().Matches(Text).Select(m => m.Value).Distinct())
        {
            Assert.True(
                source.Contains($"\"{option}\"", StringComparison.Ordinal) || source.Contains($"\"{option[2..].Replace('-', '_')}\"", StringComparison.Ordinal) || option is "--help" or "--version" || scripts.Contains(option, StringComparison.Ordinal),
                $"README names {option}");
        }
    }

    [Fact]
    public void Every_column_of_the_strides_is_described()
    {
        var described = Text[Text.IndexOf("In `strides.csv`", StringComparison.Ordinal)..];

        Assert.All(CsvTable.ColumnsOf<Stride>(), column => Assert.Contains($"`{column}`", described, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_table_of_annotations_can_be_read()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(TableOf("## Agreement")));

        var table = AnnotationCsv.Read(csv, "README.md");

        Assert.Equal([12, 3, 0], table.Annotations.Select(a => a.Count));
        Assert.Empty(table.IgnoredColumns);
    }

    [Fact]
    public void Its_manifest_can_be_read()
    {
        using var folder = new Folder();

        var rows = Manifest.Read(folder.Write("clips.csv", TableOf("## Many clips")), new RunSettings());

        Assert.Equal(["p01-v1", "p01-v2"], rows.Select(r => r.Id));
        Assert.Equal([0, 3], rows.Select(r => r.Settings.Tracking.Markers.Length));
    }

    private static string TableOf(string section) => Csv().Match(Text, Text.IndexOf(section, StringComparison.Ordinal)).Groups["table"].Value;

    [Fact]
    public void Every_column_of_annotations_is_described()
    {
        Assert.All(AnnotationCsv.Columns, column => Assert.Contains($"`{column}`", Text[Text.IndexOf("## Agreement", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    private static string AllTextOf(string folder, string pattern) => string.Concat(Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Select(File.ReadAllText));

    [GeneratedRegex(@"```csv\n(?<table>[^`]*)```")]
    private static partial Regex Csv();

    [GeneratedRegex(@"```console\n\$ (?<command>[^\n]*)\n(?<answer>[^`]*)```")]
    private static partial Regex Console();

    [GeneratedRegex(@"^  ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex CommandLineOfHelp();

    [GeneratedRegex(@"^\| `clonus ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"(?<=`|\s)--[a-z]+(-[a-z]+)*")]
    private static partial Regex OptionName();
}
