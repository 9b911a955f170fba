using System.Runtime.InteropServices;
using Clonus.Cli;

using var interrupt = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
try
{
    return await CommandLine.RunAsync(args, Console.Out, Console.Error, interrupt.Token);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // Not even the error could be written: the streams are full or closed, and nobody is left to be told.
    return (int)ExitCode.Unexpected;
}

// The first signal lets the run clean up after itself; a second one ends it at once.
void Interrupt(PosixSignalContext signal)
{
    if (interrupt.IsCancellationRequested)
        Environment.Exit((int)ExitCode.Interrupted);
    signal.Cancel = true;
    interrupt.Cancel();
}
