using Clonus.Motion;

namespace Clonus.Formats;

/// <summary>One line for a file that is not what it should be: which file, where in it, what is wrong.</summary>
internal static class FormatError
{
    private const int Longest = 300;
    private const int LongestCell = 24;

    public static InputException AtByte(string name, long offset, string what) => Of($"{name}, byte {offset}", what);

    public static InputException AtLine(string name, long line, string what) => Of($"{name}, line {line}", what);

    /// <summary>No more of a wrong cell than is needed to find it.</summary>
    public static string Quoted(string cell) => cell.Length < LongestCell ? cell : cell[..(LongestCell - 1)] + "\u2026";

    // What is wrong may quote the file, which may hold anything.
    public static InputException Of(string place, string what)
    {
        var line = string.Concat(what.Select(c => char.IsControl(c) ? '?' : c));
        return new(InputFault.Unreadable, $"{place}: {(line.Length <= Longest ? line : $"{line.AsSpan(0, Longest - 1)}…")}");
    }
}
