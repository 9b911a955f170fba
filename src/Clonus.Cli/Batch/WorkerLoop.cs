using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>
/// The other end of <see cref="ClipWorker"/>: reads jobs, one a line, analyses them one after the other, and says on its output how far it is. When
/// its input ends the batch has ended, however that came, and so does this process.
/// </summary>
internal static class WorkerLoop
{
    // Linux: no room on the device, a file system that is read-only, the user's quota.
    private static readonly int[] NotWritable = [28, 30, 122];

    public static void Run(Stream input, Stream output)
    {
        ProcessGroup.Lead();
        using var jobs = new BlockingCollection<ClipJob>();
        var isBusy = false;
        var listener = new Thread(() =>
        {
            using var lines = new StreamReader(input, Encoding.UTF8);
            while (lines.ReadLine() is { } line)
                jobs.Add(JsonSerializer.Deserialize<ClipJob>(line, ContractJson.Exact)!);

            // What is at work may hang in a decoder, which nothing else would end.
            if (Volatile.Read(ref isBusy))
                ProcessGroup.EndOwn();
            jobs.CompleteAdding();
        })
        { IsBackground = true };
        listener.Start();

        using var answers = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            Volatile.Write(ref isBusy, true);
            Say(answers, new WorkerMessage(null, Answer(job, stage => Say(answers, new WorkerMessage(stage, null)))));
            Volatile.Write(ref isBusy, false);
        }
    }

    private static ClipOutcome Answer(ClipJob job, Action<ClipStage> onStage)
    {
        using var notes = new StringWriter { NewLine = "\n" };
        ClipStage? reached = null;
        try
        {
            if (IsDone(job))
                return new ClipOutcome(null, IsKept: true, []);

            var screen = new Screen(TextWriter.Null, notes, TextStyle.Plain, DrawsProgress: false, Quiet: false, Verbose: false);
            ClipAnalysis.Run(new PlannedClip(job.Path, job.Id, job.Folder), job.Request, job.Origin, screen, stage => onStage((reached = stage).Value), CancellationToken.None);
            return new ClipOutcome(null, IsKept: false, NotesOf(notes));
        }
        catch (Exception e)
        {
            // Where the batch was asked for details it shows them.
            if (e is not InputException)
                Console.Error.WriteLine(e);
            return new ClipOutcome(new ClipFailure(ReasonOf(e), reached, Screen.OneLine(e)), IsKept: false, NotesOf(notes));
        }
    }

    /// <summary>A result of an earlier run that is not the one that is asked for goes first, so that it is not taken for this one's if this one fails.</summary>
    private static bool IsDone(ClipJob job)
    {
        if (!Directory.Exists(job.Folder) || !ResultFolder.HoldsOwnNamesAlone(job.Folder))
            return false;
        if (job.KeepsDone && KeptResult.IsOf(job.Request, job.Path, job.Folder))
            return true;
        Directory.Delete(job.Folder, recursive: true);
        return false;
    }

    private static FailureReason ReasonOf(Exception error) => error switch
    {
        _ when Causes(error).OfType<IOException>().Any(cause => NotWritable.Contains(cause.HResult)) => FailureReason.NotWritable,
        OutOfMemoryException => FailureReason.MemoryLimit,
        InputException { Fault: InputFault.Unreadable } => FailureReason.Unreadable,
        InputException => FailureReason.Settings,
        _ => FailureReason.Unexpected,
    };

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            yield return error;
    }

    private static ImmutableArray<string> NotesOf(StringWriter notes) =>
        [.. notes.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith("clonus: ", StringComparison.Ordinal) ? line["clonus: ".Length..] : line)];

    private static void Say(StreamWriter answers, WorkerMessage message) => answers.WriteLine(JsonSerializer.Serialize(message, ContractJson.Exact));
}
