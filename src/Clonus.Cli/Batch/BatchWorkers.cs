using System.Collections.Immutable;
using System.ComponentModel;

namespace Clonus.Cli.Batch;

/// <summary>Several workers that take the clips of a list, in its order.</summary>
internal static class BatchWorkers
{
    /// <summary>
    /// The outcome of each job, by its place; null where it was not tried, because writing had become impossible or the run was cancelled. What a job
    /// leaves behind in a worker decides nothing: one that ends a used worker is tried once more in a new one.
    /// </summary>
    /// <param name="onStart">Told of each job as it begins, on any thread.</param>
    /// <param name="onEnd">Told of each outcome, on any thread.</param>
    public static async Task<ImmutableArray<ClipOutcome?>> Run(
        IReadOnlyList<ClipJob> jobs, int workers, ClipLimits limits, Action<string>? chatter, Action<int> onStart, Action<int, ClipOutcome> onEnd, CancellationToken cancel)
    {
        var outcomes = new ClipOutcome?[jobs.Count];
        var next = -1;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(workers, jobs.Count)).Select(_ => Task.Run(async () =>
        {
            ClipWorker? worker = null;
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var i && i < jobs.Count)
                {
                    onStart(i);
                    (worker, var outcome) = await Run(jobs[i], worker, limits, chatter, cancel);
                    outcomes[i] = outcome;
                    onEnd(i, outcome);
                    if (outcome.Failure?.Reason == FailureReason.NotWritable)
                        await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // What was at work stays untried.
            }
            finally
            {
                worker?.Dispose();
            }
        }, CancellationToken.None)));
        return [.. outcomes];
    }

    private static async Task<(ClipWorker? Worker, ClipOutcome Outcome)> Run(ClipJob job, ClipWorker? worker, ClipLimits limits, Action<string>? chatter, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                worker ??= ClipWorker.Start(chatter);
            }
            catch (Win32Exception e)
            {
                return (null, new ClipOutcome(new ClipFailure(FailureReason.Crashed, null, $"no process could be started for it: {e.Message}; give fewer --jobs"), IsKept: false, []));
            }

            var wasFresh = worker.IsFresh;
            ClipOutcome outcome;
            try
            {
                outcome = await worker.Run(job, limits, cancel);
            }
            catch (OperationCanceledException)
            {
                worker.Dispose();
                throw;
            }

            // One that has grown large would lend its size to the next clip.
            if (!worker.IsUsable || worker.ResidentBytes > limits.MemoryBytes / 2)
            {
                worker.Dispose();
                worker = null;
            }

            if (wasFresh || outcome.Failure?.Reason is not (FailureReason.Crashed or FailureReason.MemoryLimit))
                return (worker, outcome);
        }
    }
}
