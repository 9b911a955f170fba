using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Verification;

/// <summary>What input.json beside a recorded result holds: of which file it is the result, so that another file is not taken for another tracker.</summary>
internal sealed record RecordedInput(string Schema, FileDigest Input)
{
    public const string FileName = "input.json";

    public const string CurrentSchema = "clonus.input/1";

    public static RecordedInput Of(string path) => new(CurrentSchema, InputReading.Identify(path));
}
