using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Runs;

/// <summary>Whether a result that is there is the one that would be made again.</summary>
internal static class KeptResult
{
    /// <summary>True for a whole result folder of the same request by this version of the tool.</summary>
    public static bool IsOf(ClipRequest request, string folder) =>
        Provenance.TryRead(folder) is { } made && IsIntact(made, folder) && AsksTheSame(made, request);

    /// <summary>The same, and of the same input.</summary>
    public static bool IsOf(ClipRequest request, string input, string folder) =>
        IsOf(request, folder) && Provenance.TryRead(folder)!.Input.Sha256 == InputReading.Identify(input).Sha256;

    // After a power cut a file may be there by name and not by content.
    private static bool IsIntact(Provenance made, string folder) =>
        made.Files.All(file => File.Exists(Path.Combine(folder, file.Name)) && InputReading.Identify(Path.Combine(folder, file.Name)) == file);

    private static bool AsksTheSame(Provenance made, ClipRequest request)
    {
        try
        {
            return made.RequestSha256 == request.Digest();
        }
        catch (InputException)
        {
            // The video whose times are to be taken is gone: whoever makes the result says so.
            return false;
        }
    }
}
