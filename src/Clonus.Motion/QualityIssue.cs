using Clonus.Motion.Tracks;

namespace Clonus.Motion;

public enum IssueSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>A coded reason why something is missing, doubtful or was changed. A bad recording gives issues, never exceptions.</summary>
/// <param name="Code">Stable snake_case name that scripts may match, such as "onset_not_seen".</param>
public sealed record QualityIssue(
    string Code, IssueSeverity Severity, string Message, TimeRange? Range = null, MarkerName? Marker = null);
