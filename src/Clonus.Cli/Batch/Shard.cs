using Clonus.Cli.Settings;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>One of several machines' shares of a list of clips: the I-th, I+N-th, I+2N-th ... clip.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">How many shares there are; always stated, so that a part that is run again keeps the split.</param>
internal sealed record Shard(int Index, int Count)
{
    /// <exception cref="InputException">Not I/N.</exception>
    public static Shard Parse(string text) =>
        text.Split('/') is [var index, var count] && SettingText.WholeFrom(1, index) is { } i && SettingText.WholeFrom(1, count) is { } n && i <= n
            ? new Shard(i, n)
            : throw new InputException(InputFault.Settings, $"--shard cannot be '{text}': give I/N with 1 <= I <= N, such as 3/8");

    /// <param name="position">From 0, in the whole list.</param>
    public bool Has(int position) => position % Count == Index - 1;

    public override string ToString() => $"{SettingText.Number(Index)}/{SettingText.Number(Count)}";
}
