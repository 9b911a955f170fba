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
        var prefixes = labels.Select(Prefix).ToArray();
        var stated = subjects.Select(s => s.TrimEnd(Separator)).Where(s => s.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var common = labels.Length > 1 && prefixes.Distinct().Count() == 1 ? prefixes[0] : null;
        string[] named = [.. prefixes.OfType<string>().Where(p => p == common || stated.Contains(p)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return [.. labels.Zip(prefixes, (label, prefix) => Array.FindIndex(named, n => n.Equals(prefix, StringComparison.OrdinalIgnoreCase)) switch
        {
            < 0 => label,
            _ when named.Length == 1 => label[(prefix!.Length + 1)..],
            var subject => $"subject{subject + 1}{Separator}{label[(prefix!.Length + 1)..]}",
        })];
    }

    private static string? Prefix(string label) => label.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var at && at < label.Length - 1 ? label[..at] : null;
}
