namespace OpenCvSharp.Tests;

/// <summary>Reference material that lies beside the repository on some machines; tests that need it skip without it.</summary>
internal static class SharedFolder
{
    public static string File(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "clonus-cli.sln")))
            root = root.Parent;
        var path = root is null ? name : Path.Combine(root.FullName, "..", "shared", name);
        if (!System.IO.File.Exists(path))
            Assert.Skip($"../shared/{name} is not on this machine");
        return path;
    }
}
