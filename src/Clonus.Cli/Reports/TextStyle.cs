using System.Text.RegularExpressions;

namespace Clonus.Cli.Reports;

/// <summary>Colours for a terminal, or plain text for everything else.</summary>
/// <param name="Columns">Where lines are wrapped.</param>
internal sealed partial record TextStyle(bool Colours, int Columns = TextStyle.MostColumns)
{
    /// <summary>Longer lines are hard to read, however wide the terminal is.</summary>
    public const int MostColumns = 100;

    public static readonly TextStyle Plain = new(Colours: false);

    public string Bold(string text) => Code(text, "1");

    public string Faint(string text) => Code(text, "2");

    public string Good(string text) => Code(text, "32");

    public string Doubt(string text) => Code(text, "33");

    public string Alarm(string text) => Code(text, "1;31");

    /// <summary>Columns that a text takes on the screen: colours take none.</summary>
    public static int WidthOf(string text) => ColourCode().Replace(text, "").Length;

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex ColourCode();

    private string Code(string text, string code) => Colours ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
