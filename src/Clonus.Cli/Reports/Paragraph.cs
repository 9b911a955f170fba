namespace Clonus.Cli.Reports;

/// <summary>Text behind a label, wrapped to the screen.</summary>
internal static class Paragraph
{
    // The lines after the first stand under its text. A no-break space holds a number and its unit together and is shown as any other.
    public static void Write(TextWriter output, TextStyle style, string label, string text)
    {
        var start = label;
        foreach (var line in Wrapped(text, style.Columns - label.Length))
        {
            output.Write(start + line.Replace('\u00a0', ' ') + "\n");
            start = new string(' ', label.Length);
        }
    }

    private static IEnumerable<string> Wrapped(string paragraph, int width)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && TextStyle.WidthOf(line) + 1 + TextStyle.WidthOf(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }
}
