using System.Runtime.InteropServices;
using Clonus.Cli;

using var interrupt = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return await CommandLine.RunAsync(args, Console.Out, Console.Error, interrupt.Token);

// The first signal lets the run clean up after itself; a second one ends it at once.
void Interrupt(PosixSignalContext signal)
{
    if (interrupt.IsCancellationRequested)
        Environment.Exit((int)ExitCode.Interrupted);
    signal.Cancel = true;
    interrupt.Cancel();
}
