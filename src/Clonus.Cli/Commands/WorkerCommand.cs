using System.CommandLine;
using Clonus.Cli.Batch;

namespace Clonus.Cli.Commands;

/// <summary>What <c>batch</c> starts for itself: not for users, and not shown to them.</summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    public static Command Create()
    {
        var command = new Command(Name) { Hidden = true };
        command.SetAction(_ => WorkerLoop.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
        return command;
    }
}
