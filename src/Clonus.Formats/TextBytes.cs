using System.Text;

namespace Clonus.Formats;

/// <summary>What a text file's bytes are, before anybody reads them as text.</summary>
internal static class TextBytes
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>
    /// A copy in UTF-8 of a file that holds neither UTF-8 nor UTF-16 with its mark: spreadsheets write labels in Latin letters so. Null where the file is readable
    /// as it is, which is left at its begin.
    /// </summary>
    public static Stream? Readable(Stream file)
    {
        var isReadable = HasUtf16Mark(file) || IsUtf8(file);
        file.Position = 0;
        if (isReadable)
            return null;

        var copy = new MemoryStream();
        using (var latin = Encoding.CreateTranscodingStream(file, Encoding.Latin1, Encoding.UTF8, leaveOpen: true))
            latin.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>Whether the last line has no line break.</summary>
    public static bool EndsOpen(Stream file)
    {
        if (file.Length == 0)
            return false;
        file.Position = file.Length - 1;
        var last = file.ReadByte();

        // The second half of a line break in UTF-16.
        return last is not ('\n' or '\r' or 0);
    }

    private static bool HasUtf16Mark(Stream file)
    {
        file.Position = 0;
        return (file.ReadByte(), file.ReadByte()) is (0xFF, 0xFE) or (0xFE, 0xFF);
    }

    // A letter of several bytes may lie on both sides of a chunk's end: the decoder remembers the first part.
    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letters) = (new byte[ChunkBytes], new char[ChunkBytes + 1]);
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;)
                decoder.GetChars(bytes, 0, read, letters, 0, flush: false);
            decoder.GetChars([], 0, 0, letters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
