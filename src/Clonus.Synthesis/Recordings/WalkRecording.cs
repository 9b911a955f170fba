using System.Collections.Immutable;
using Clonus.Motion.Tracks;

namespace Clonus.Synthesis.Recordings;

/// <summary>An instant at which a foot touches the floor, or leaves it, as a recording says.</summary>
public sealed record RecordedStep(BodySide Side, double TimeSeconds, bool IsContact);

/// <summary>A walk that was recorded in a room.</summary>
/// <param name="Name">Of its file, without its folder.</param>
/// <param name="Steps">On the tracks' clock; empty where the file has none.</param>
public sealed record WalkRecording(string Name, TrackSet Tracks, ImmutableArray<RecordedStep> Steps);
