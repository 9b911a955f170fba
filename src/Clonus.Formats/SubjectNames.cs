namespace Clonus.Formats;

/// <summary>
/// Motion capture programs write "Subject:LKNE", and the subject is often called by a name or a hospital number. It is taken off where the
/// file says who its subjects are, and where all labels have one and the same.
/// </summary>
internal static class SubjectNames
{
    private const char Separator = ':';

    /// <param name="subjects">Names and label prefixes as the file states them; empty ones do not count.</param>
    /// <returns>The labels without subjects; of several subjects each is called by its number.</returns>
    public static string[] Remove(string[] labels, IReadOnlyCollection<string> subjects)
    {
        var stated = subjects.Select(s => s.TrimEnd(Separator)).Where(s => s.Length > 0).ToArray();
        var prefixes = labels.Select(label => Prefix(label, stated)).ToArray();

        // Where one name before a colon is a subject's, the others are too, whether the file states them or not.
        var areSubjects = prefixes.Any(p => p is not null && stated.Contains(p, StringComparer.OrdinalIgnoreCase)) || (labels.Length > 1 && prefixes.Distinct().Count() == 1);
        string[] named = areSubjects ? [.. prefixes.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)] : [];
        return [.. labels.Zip(prefixes, (label, prefix) => Array.FindIndex(named, n => n.Equals(prefix, StringComparison.OrdinalIgnoreCase)) switch
        {
            < 0 => label,
            _ when named.Length == 1 => label[(prefix!.Length + 1)..],
            var subject => $"subject{subject + 1}{Separator}{label[(prefix!.Length + 1)..]}",
        })];
    }

    /// <summary>The text, or what stands for it where it holds a subject's name.</summary>
    public static string Without(string text, IEnumerable<string> subjects, string otherwise) =>
        subjects.Any(s => s.Trim(Separator, ' ') is { Length: > 1 } name && text.Contains(name, StringComparison.OrdinalIgnoreCase)) ? otherwise : text;

    // A subject that the file states may be parted from the label by other signs than a colon.
    private static string? Prefix(string label, string[] stated) =>
        label.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var at && at < label.Length - 1 ? label[..at]
        : Array.Find(stated, s => label.Length > s.Length + 1 && label.StartsWith(s, StringComparison.OrdinalIgnoreCase) && label[s.Length] is '_' or '.' or '-' or ' ') is { } subject ? label[..subject.Length]
        : null;
}
