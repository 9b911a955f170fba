using Clonus.Cli;

namespace Clonus.Cli.Tests;

public sealed class FileFaultTests
{
    [Fact]
    public void WhyAFileCannotBeReadIsSaidInPlainWords()
    {
        using var folder = new Folder();

        Assert.Equal("there is no such file", NotRead(folder["nix"]));
        Assert.Equal("there is no such file", NotRead(folder["nix/nix"]));
        Assert.Equal("it is a folder", NotRead(folder.Path));
        Assert.Equal("this user may not read it", FileFault.ReasonNotRead(folder["nix"], new UnauthorizedAccessException("Access to the path '/nix' is denied.")));
    }

    [Fact]
    public void WhyAFileCannotBeWrittenIsSaidInPlainWords()
    {
        using var folder = new Folder();
        var file = folder.Write("file", "x");

        Assert.Equal("there is no such folder", NotDone(() => File.Create(folder["nix/nix"]).Dispose()));
        Assert.Equal("its name is too long", NotDone(() => File.Create(folder[new string('x', 300)]).Dispose()));
        Assert.Equal("a file is in its place", NotDone(() => Directory.CreateDirectory(file)));
        Assert.Equal("permission denied", FileFault.Reason(new UnauthorizedAccessException("Access to the path '/nix/.clonus-1.tmp' is denied.")));
        Assert.Equal("No space left on device", NotDone(() => File.WriteAllText("/dev/full", "x")));
        using var held = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None);
        Assert.Equal("another program is using it", NotDone(() => File.AppendAllText(file, "y")));
    }

    private static string NotRead(string path) => FileFault.ReasonNotRead(path, Assert.ThrowsAny<Exception>(() => File.ReadAllText(path)));

    private static string NotDone(Action write) => FileFault.Reason(Assert.ThrowsAny<Exception>(write));
}
