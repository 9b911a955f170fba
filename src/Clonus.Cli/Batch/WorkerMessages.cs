using System.Collections.Immutable;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Batch;

/// <summary>Why there is no result of a clip. The words stand in failures.csv.</summary>
internal enum FailureReason
{
    /// <summary>The file is missing, or is nothing that can be read.</summary>
    Unreadable,

    /// <summary>The settings do not fit this clip, or its place holds something that is not ours.</summary>
    Settings,

    /// <summary>There is no room, or writing is no longer allowed.</summary>
    NotWritable,

    /// <summary>An error of the tool itself.</summary>
    Unexpected,

    /// <summary>The process ended in the midst of the work.</summary>
    Crashed,
    TimeLimit,
    MemoryLimit,

    /// <summary>The batch ended before it.</summary>
    NotTried,

    /// <summary>There is neither a result nor a reason: its shard was not given, or the run that had it was killed.</summary>
    Missing,
}

/// <summary>A clip's failure.</summary>
/// <param name="Stage">The last stage that was reached; null where none was.</param>
/// <param name="Message">One line.</param>
internal sealed record ClipFailure(FailureReason Reason, ClipStage? Stage, string Message);

/// <summary>What the batch asks of a worker: one clip.</summary>
/// <param name="Folder">Where its result folder goes.</param>
/// <param name="KeepsDone">A result that is there of the same input, request and version stays as it is.</param>
internal sealed record ClipJob(string Path, string Id, string Folder, ClipRequest Request, RunOrigin Origin, bool KeepsDone);

/// <summary>How a clip ended.</summary>
/// <param name="Failure">Null where its result is there.</param>
/// <param name="IsKept">True where it was there before.</param>
/// <param name="Notes">What <c>analyze</c> would have said on stderr.</param>
internal sealed record ClipOutcome(ClipFailure? Failure, bool IsKept, ImmutableArray<string> Notes);

/// <summary>What a worker says: a stage as it begins, or in the end the outcome.</summary>
internal sealed record WorkerMessage(ClipStage? Stage, ClipOutcome? Outcome);
