using System.CommandLine;

namespace Clonus.Cli.Commands;

/// <summary>clonus synth: clips whose truth is known, one command for each kind of scene.</summary>
internal static class SynthCommand
{
    public static Command Create() => new("synth", "Render a clip whose truth is known") { SynthStretch.Create(), SynthWalk.Create() };
}
