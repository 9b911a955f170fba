namespace Clonus.Formats.Tests;

/// <summary>Recordings of others that lie beside the repository on some machines; tests that need them skip without.</summary>
internal static class SharedFile
{
    public static string Find(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "clonus-cli.sln")))
            root = root.Parent;
        var path = root is null ? name : Path.Combine(root.FullName, "..", "shared", name);
        Assert.SkipUnless(File.Exists(path), $"../shared/{name} is not on this machine");
        return path;
    }
}
