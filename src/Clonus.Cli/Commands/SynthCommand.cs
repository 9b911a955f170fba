using System.CommandLine;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth: clips whose truth is known, one command for each kind of scene.</summary>
internal static class SynthCommand
{
    public static Command Create()
    {
        var command = new Command("synth", "Render a clip whose truth is known") { SynthStretch.Create(), SynthWalk.Create() };
        foreach (var lookAlike in SynthLookAlike.CreateAll())
        {
            command.Add(lookAlike);
        }

        return command;
    }
}
