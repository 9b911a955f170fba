using System.Text.Json.Serialization;

namespace Clonus.Cli.Verification;

/// <summary>One field that is not as it was recorded; of a column or a list of numbers the first of its places, for all of them.</summary>
/// <param name="Field">Its path in result.json, or the column and the line of a table.</param>
/// <param name="Recorded">As it stands in the file; a word in brackets where it does not stand there.</param>
/// <param name="Change">By how much the number grew; null where it is compared exactly.</param>
/// <param name="Tolerance">Null where it is compared exactly.</param>
/// <param name="Unit">A unit of <see cref="Tolerances.Known"/>.</param>
internal sealed record Difference(Stage Stage, string File, string Field, string Recorded, string Now, decimal? Change, decimal? Tolerance, string? Unit)
{
    public const string Absent = "(none)";

    public static Difference Exact(Stage stage, string file, string field, string recorded, string now) => new(stage, file, field, recorded, now, null, null, null);

    /// <summary>A case that was not recorded yet.</summary>
    public static readonly Difference NothingRecorded = Exact(Stage.Report, "expected", "", "not recorded", "there: --update records it");

    /// <summary>In how many places of the column or list the two differ.</summary>
    public int Places { get; init; } = 1;

    /// <summary>The largest <see cref="Change"/> of these places, without its sign.</summary>
    public decimal? Largest { get; init; }

    /// <summary>In words, for one line.</summary>
    [JsonIgnore]
    public string Sentence => $"{Where} was {Recorded}, is {Now}";

    /// <summary>The field, with its file unless that is result.json.</summary>
    [JsonIgnore]
    public string Where => Field.Length == 0 ? File : File == "result.json" ? Field : $"{File} {Field}";
}
