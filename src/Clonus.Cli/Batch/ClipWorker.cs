using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Clonus.Cli.Reports;
using Clonus.Cli.Runs;

namespace Clonus.Cli.Batch;

/// <summary>What one clip may take.</summary>
internal sealed record ClipLimits(TimeSpan Time, long MemoryBytes);

/// <summary>
/// A process of the tool itself that analyses one clip after the other, so that whatever a clip does to it costs that clip alone, and start-up is paid
/// once. Its memory is watched from here: a limit on address space would keep .NET from starting.
/// </summary>
internal sealed class ClipWorker : IDisposable
{
    private const int SignalBase = 128;
    private const int KillSignal = 9;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private ClipWorker(Process process) => _process = process;

    /// <summary>True until it was given a clip.</summary>
    public bool IsFresh { get; private set; } = true;

    /// <summary>False once it has been ended or has ended itself.</summary>
    public bool IsUsable { get; private set; } = true;

    public long ResidentBytes => ProcessGroup.ResidentBytes(_process.Id);

    /// <param name="chatter">Gets what the worker and its decoders print on stderr; null drops it.</param>
    public static ClipWorker Start(Action<string>? chatter)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Program, Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
                chatter?.Invoke(text);
        };
        process.Start();
        process.BeginErrorReadLine();
        return new ClipWorker(process);
    }

    /// <summary>One clip's outcome. After a failure of the process itself this worker is of no more use.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the process has been ended.</exception>
    public async Task<ClipOutcome> Run(ClipJob job, ClipLimits limits, CancellationToken cancel)
    {
        IsFresh = false;
        var watch = Stopwatch.StartNew();
        ClipStage? stage = null;
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, ContractJson.Exact).AsMemory(), cancel);
            await _process.StandardInput.FlushAsync(cancel);
        }
        catch (IOException)
        {
            return await Crashed(stage);
        }

        var answer = _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
        while (true)
        {
            await Task.WhenAny(answer, Task.Delay(Pause, CancellationToken.None));
            if (cancel.IsCancellationRequested)
            {
                End();
                cancel.ThrowIfCancellationRequested();
            }

            if (answer.IsCompleted)
            {
                if (await answer is not { } line)
                    return await Crashed(stage);
                var message = Message(line);
                if (message?.Outcome is { } outcome)
                    return outcome;
                stage = message?.Stage ?? stage;
                answer = _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            }
            else if (watch.Elapsed > limits.Time)
            {
                End();
                return Failed(FailureReason.TimeLimit, stage, string.Create(CultureInfo.InvariantCulture, $"took longer than {limits.Time.TotalSeconds:0.###} s and was ended; --time-limit allows more"));
            }
            else if (ResidentBytes > limits.MemoryBytes)
            {
                End();
                return Failed(FailureReason.MemoryLimit, stage, string.Create(CultureInfo.InvariantCulture, $"took more than {limits.MemoryBytes >> 20} MB of memory and was ended; --memory-limit allows more"));
            }
        }
    }

    /// <summary>Lets an idle process end by itself; one that is at work is ended.</summary>
    public void Dispose()
    {
        if (IsUsable)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(2)))
                End();
            IsUsable = false;
        }

        _process.Dispose();
    }

    // A decoder may print on its own account.
    private static WorkerMessage? Message(string line) => line.StartsWith('{') ? JsonSerializer.Deserialize<WorkerMessage>(line, ContractJson.Exact) : null;

    private void End()
    {
        IsUsable = false;
        ProcessGroup.End(_process);
        _process.WaitForExit(TimeSpan.FromSeconds(5));
    }

    private async Task<ClipOutcome> Crashed(ClipStage? stage)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Its output is closed and it still runs: it is ended below.
        }

        var code = _process.HasExited ? _process.ExitCode : SignalBase + KillSignal;
        End();
        return Failed(FailureReason.Crashed, stage, code == SignalBase + KillSignal
            ? "the process that analysed it was killed (signal 9): by the system when memory ran out, or by somebody"
            : string.Create(CultureInfo.InvariantCulture, $"the process that analysed it crashed ({(code > SignalBase ? $"signal {code - SignalBase}" : $"exit code {code}")}): the file is damaged in a way that its decoder does not survive"));
    }

    private static ClipOutcome Failed(FailureReason reason, ClipStage? stage, string message) => new(new ClipFailure(reason, stage, message), IsKept: false, []);

    // Under "dotnet clonus-cli.dll" the process is dotnet's; where the tool is hosted by another program it is started anew.
    private static string Program => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) is "clonus-cli" or "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static string[] Arguments =>
        Path.GetFileNameWithoutExtension(Program) == "clonus-cli" ? [Commands.WorkerCommand.Name] : [typeof(ClipWorker).Assembly.Location, Commands.WorkerCommand.Name];
}
