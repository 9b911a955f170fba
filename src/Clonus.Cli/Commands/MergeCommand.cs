using System.CommandLine;
using Clonus.Cli.Batch;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class MergeCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("DIR") { Description = "The shards' folders, or those of several batches", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Where the whole goes, as one run would have made it; of one folder its own name makes its tables anew" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Remove an earlier merge in DIR first" };
        var format = FormatOption.Create();
        var command = new Command("merge", "Joins the results of shards to those of the whole, and names what is missing") { folders, output, overwrite, format };
        command.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(folders) is not { Length: > 0 } given)
                throw new InputException(InputFault.Settings, "no folder given: name the folders of the shards");

            var request = new MergeRequest(
                [.. given],
                parsed.GetValue(output) ?? throw new InputException(InputFault.Settings, "no output folder given: name one with -o DIR"),
                parsed.GetValue(overwrite) ? EarlierBatch.Overwrite : EarlierBatch.Refuse,
                FormatOption.Read(parsed, format),
                [.. parsed.Tokens.Select(t => t.Value)]);
            return Task.FromResult((int)MergeRun.Execute(request, Screen.Of(parsed), cancel));
        });
        return command;
    }
}
