using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Clonus.Cli.Tests;

/// <summary>Conventions that matter, held by the sources themselves.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Clonus.Motion"] = [],
        ["OpenCv.Binding"] = [],
        ["Clonus.Formats"] = ["Clonus.Motion"],
        ["Clonus.Media"] = ["Clonus.Motion"],
        ["Clonus.Vision"] = ["Clonus.Media", "Clonus.Motion", "OpenCv.Binding"],
        ["Clonus.Synthesis"] = ["Clonus.Media", "Clonus.Motion"],
        ["Clonus.Cli"] = ["Clonus.Formats", "Clonus.Motion", "Clonus.Synthesis", "Clonus.Vision"],
    };

    [Fact]
    public void Projects_reference_one_another_one_way()
    {
        foreach (var project in Directory.GetDirectories(Repository.Path("src")))
        {
            var name = Path.GetFileName(project);
            var references = XDocument.Load(Path.Combine(project, name + ".csproj")).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
            Assert.True(MayReference.TryGetValue(name, out var allowed), $"{name} has no place in the table of references");
            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void Motion_has_no_package_but_MathNet()
    {
        var packages = XDocument.Load(Repository.Path("src", "Clonus.Motion", "Clonus.Motion.csproj")).Descendants("PackageReference");

        Assert.Equal(["MathNet.Numerics"], packages.Select(p => (string)p.Attribute("Include")!));
    }

    [Theory]
    [InlineData("Clonus.Motion", @"\b(Console|File|Directory|Environment|Process|Stopwatch|DateTime|DateTimeOffset|Random|CultureInfo\.Current\w*)\b(?=[.(])", "files, console, clock, environment and chance stay outside")]
    [InlineData("Clonus.Motion", @"using System\.IO\b", "files stay outside")]
    [InlineData("Clonus.Synthesis", @"Clonus\.Vision|OpenCvSharp|Clonus\.Motion\.(Beats|Signals|Clips)|using static Clonus\.Motion", "truth and measurement share nothing but records")]
    [InlineData("Clonus.Formats", @"\b(Console|Environment|Process|Stopwatch|DateTime|DateTimeOffset|Random|CultureInfo\.Current\w*)\b(?=[.(])", "console, clock, environment and chance stay outside")]
    [InlineData("Clonus.Cli", @"OpenCvSharp", "only Vision sees OpenCV")]
    [InlineData("Clonus.Motion", @"OpenCvSharp", "only Vision sees OpenCV")]
    [InlineData("Clonus.Cli", @"\bDateTime\.Now\b|\.ToLower\(\)|\.ToUpper\(\)", "no local time, no culture's letters")]
    [InlineData("Clonus.Vision", @"\bDateTime\.Now\b|\.ToLower\(\)|\.ToUpper\(\)", "no local time, no culture's letters")]
    public void A_project_keeps_to_its_room(string project, string forbidden, string why)
    {
        foreach (var (path, text) in Sources(project))
            Assert.False(Regex.IsMatch(text, forbidden), $"{path}: {why}: {Regex.Match(text, forbidden).Value}");
    }

    [Fact]
    public void Vision_shows_nothing_of_OpenCV_to_the_command_line()
    {
        var shown = typeof(Vision.Tracking.ClipTracker).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "Clonus.Vision.Tracking" or "Clonus.Vision.Drawing")
            .SelectMany(type => type.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)));

        Assert.DoesNotContain(shown, type => type.Namespace?.StartsWith("OpenCvSharp", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Nothing_is_called_utils_or_the_like()
    {
        var names = Directory.EnumerateFileSystemEntries(Repository.Path("src"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFileSystemEntries(Repository.Path("tests"), "*", SearchOption.AllDirectories))
            .Select(p => Path.GetFileNameWithoutExtension(p)!);

        Assert.DoesNotContain(names, name => Vague().IsMatch(name));
    }

    [Fact]
    public void A_file_of_code_fits_on_a_few_screens()
    {
        Assert.All(Sources("Clonus.Motion").Concat(Sources("Clonus.Formats")).Concat(Sources("Clonus.Vision")).Concat(Sources("Clonus.Cli")), source =>
            Assert.True(source.Text.Count(c => c == '\n') <= 320, $"{source.Path} has {source.Text.Count(c => c == '\n')} lines"));
    }

    private static IEnumerable<(string Path, string Text)> Sources(string project) =>
        Directory.EnumerateFiles(Repository.Path("src", project), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(Repository.Root, path), WithoutComments(File.ReadAllText(path))));

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex("^(Utils?|Helpers?|Common|Services?|Manager|Extensions)$|(Utils?|Helpers?|Manager|Extensions)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
