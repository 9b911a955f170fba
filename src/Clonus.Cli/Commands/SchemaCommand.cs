using System.CommandLine;
using Clonus.Cli.Reports;
using Clonus.Motion;

namespace Clonus.Cli.Commands;

internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = string.Join(", ", Schemas.Names), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Prints the JSON Schema (draft 2020-12) of a file that clonus reads or writes") { name };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(name);
            parsed.InvocationConfiguration.Output.Write(wanted is not null && Schemas.Find(wanted) is { } schema
                ? schema
                : throw new InputException(InputFault.Settings, $"no schema '{wanted}': give one of {string.Join(", ", Schemas.Names)}"));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
