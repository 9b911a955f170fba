using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clonus.Cli.Settings;
using Clonus.Motion;
using Clonus.Motion.Beats;
using Clonus.Motion.Clips;
using Clonus.Motion.Gait;
using Clonus.Motion.Recording;
using Clonus.Motion.Signals;
using Clonus.Motion.Tracks;

namespace Clonus.Cli.Reports;

/// <summary>What result.json holds, in its order. The names come from <see cref="ContractNames"/>.</summary>
/// <param name="Gait">Null where walking was not looked at.</param>
internal sealed record ResultDocument(
    string Schema,
    string Notice,
    ClipInfo Clip,
    ImmutableArray<MarkerSummary> Markers,
    SidesResult Sides,
    GaitFindings? Gait,
    ImmutableArray<IssueResult> Issues,
    RunSettings Settings)
{
    public const string CurrentSchema = "clonus.result/1";

    public const string IntendedUse = "A measurement for research and review by a clinician, not a diagnosis.";

    /// <param name="recordingIssues">What was said while reading and tracking; it comes before the findings' own issues.</param>
    public static ResultDocument Create(
        ClipInfo clip, IEnumerable<QualityIssue> recordingIssues, ClipFindings findings, RunSettings settings) =>
        new(
            CurrentSchema,
            IntendedUse,
            clip with { CameraMotion = findings.Camera },
            findings.Markers,
            new SidesResult(Of(findings, BodySide.Left), Of(findings, BodySide.Right), Of(findings, BodySide.Unknown)),
            findings.Gait,
            [.. recordingIssues.Concat(findings.Issues).Select(IssueResult.From)],
            settings);

    /// <summary>A result.json as it was written.</summary>
    /// <exception cref="InputException">It cannot be read, or is none of this schema.</exception>
    public static ResultDocument Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<ResultDocument>(stream, ContractJson.Options) is { Schema: CurrentSchema } result
                ? result
                : throw new JsonException($"its schema is not {CurrentSchema}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the result '{path}': {FileFault.ReasonNotRead(path, e)}", e);
        }
    }

    /// <summary>True when the clonus of at least one side, or a walk, could be judged.</summary>
    [JsonIgnore]
    public bool IsAssessable => Sides.Present.Any(s => s.Result.Clonus.Status != ClonusStatus.NotAssessable) || Walk is not null;

    /// <summary>True when the clonus of at least one side is sustained.</summary>
    [JsonIgnore]
    public bool IsSustained => Sides.Present.Any(s => s.Result.Clonus.Sustained == true);

    /// <summary>What there is to say of a walk; null where nobody walks or nobody could tell.</summary>
    [JsonIgnore]
    public GaitFindings? Walk => Gait is { Status: GaitStatus.Walking } ? Gait : null;

    private static SideResult? Of(ClipFindings findings, BodySide side) =>
        findings.Sides.FirstOrDefault(s => s.Side == side) is { } found ? new SideResult(found.Signal, found.Clonus) : null;
}

/// <summary>The sides that were measured; null where there is nothing of one.</summary>
internal sealed record SidesResult(SideResult? Left, SideResult? Right, SideResult? Unknown)
{
    [JsonIgnore]
    public IEnumerable<(BodySide Side, SideResult Result)> Present =>
        new[] { (BodySide.Left, Left), (BodySide.Right, Right), (BodySide.Unknown, Unknown) }
            .Where(s => s.Item2 is not null)
            .Select(s => (s.Item1, s.Item2!));
}

/// <param name="Signal">Null when the markers give none; the clonus status is then not assessable.</param>
internal sealed record SideResult(SignalSummary? Signal, ClonusFinding Clonus);

/// <summary>An issue with its range laid flat.</summary>
internal sealed record IssueResult(
    string Code, IssueSeverity Severity, string Message, double? StartSeconds, double? EndSeconds, MarkerName? Marker)
{
    public static IssueResult From(QualityIssue issue) =>
        new(issue.Code, issue.Severity, issue.Message, issue.Range?.StartSeconds, issue.Range?.EndSeconds, issue.Marker);
}
