using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>One line for a file that is not what it should be: which file, where in it, what is wrong.</summary>
internal static class FormatError
{
    public static InputException AtByte(string name, long offset, string what) => new(InputFault.Unreadable, $"{name}, byte {offset}: {what}");

    public static InputException AtLine(string name, long line, string what) => new(InputFault.Unreadable, $"{name}, line {line}: {what}");

    public static InputException Of(string name, string what) => new(InputFault.Unreadable, $"{name}: {what}");
}
