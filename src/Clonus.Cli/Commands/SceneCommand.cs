using System.CommandLine;
using System.Globalization;
using Clonus.Synthesis.Encoding;
using Clonus.Synthesis.Scripts;

namespace Clonus.Cli.Commands;

/// <summary>A command of synth: renders one kind of scene and says in a line what was written.</summary>
internal static class SceneCommand
{
    /// <param name="write">Renders to the given path.</param>
    /// <param name="told">What a truth holds, in words; its frames; the camera.</param>
    public static Command Create<TTruth>(
        string name, string description, IEnumerable<Option> options, Func<ParseResult, string, CancellationToken, WrittenClip<TTruth>> write, Func<TTruth, (string Content, int Frames, StretchCamera Camera)> told)
    {
        var command = new Command(name, description);
        Array.ForEach([FilmOptions.Output, .. options], command.Options.Add);
        command.SetAction((parsed, cancel) =>
        {
            var clip = write(parsed, parsed.GetRequiredValue(FilmOptions.Output), cancel);
            var (content, frames, camera) = told(clip.Truth);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{clip.VideoPath}: {content}, {frames} frames of {camera.WidthPixels}x{camera.HeightPixels}; truth in {clip.TruthPath}"));
            return Task.FromResult((int)ExitCode.Done);
        });
        return command;
    }
}
