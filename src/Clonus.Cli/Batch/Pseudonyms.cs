using System.Security.Cryptography;
using System.Text;
using Clonus.Motion;

namespace Clonus.Cli.Batch;

/// <summary>Ids that tell nothing of a clip's name to whoever lacks the key, and are the same for the same name and key.</summary>
/// <remarks>HMAC-SHA-256 (RFC 2104), of which 80 bits are shown: two of a million clips meet with a chance of 1 in 10^12.</remarks>
internal sealed class Pseudonyms
{
    public const string Variable = "CLONUS_ANONYMIZE_KEY";

    private const int ShownBytes = 10;
    private const int LeastKeyBytes = 16;

    private readonly byte[] _key;

    private Pseudonyms(byte[] key) => _key = key;

    /// <summary>With the key that the file holds, or else the environment.</summary>
    /// <param name="keyFile">Null: the variable <see cref="Variable"/>.</param>
    /// <exception cref="InputException">There is no key, or a short one.</exception>
    public static Pseudonyms WithKey(string? keyFile)
    {
        var key = Encoding.UTF8.GetBytes((keyFile is null ? Environment.GetEnvironmentVariable(Variable) ?? "" : Content(keyFile)).Trim());
        if (key.Length >= LeastKeyBytes)
            return new Pseudonyms(key);
        throw new InputException(InputFault.Settings, key.Length == 0
            ? $"--anonymize needs a secret key: give --key-file FILE, or set the variable {Variable}; 'openssl rand -hex 32 > key' makes one"
            : $"the key is shorter than {LeastKeyBytes} characters and could be guessed: 'openssl rand -hex 32 > key' makes one");
    }

    public string Of(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name)).AsSpan(0, ShownBytes));

    /// <summary>The text with every mention of a file put as the clip's id.</summary>
    public static string Scrubbed(string text, ListedClip clip)
    {
        foreach (var path in new[] { clip.Path, clip.TimesFrom }.OfType<string>())
        {
            // The longest first, because it holds the others.
            foreach (var mention in new[] { Path.GetFullPath(path), path, Path.GetFileName(path) })
            {
                if (mention.Length > 0)
                    text = text.Replace(mention, clip.Id, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string Content(string keyFile)
    {
        try
        {
            return File.ReadAllText(keyFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Unreadable, $"cannot read the key '{keyFile}': {FileFault.ReasonNotRead(keyFile, e)}", e);
        }
    }
}
