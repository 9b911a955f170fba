using System.Buffers.Binary;

namespace Clonus.Synthesis.Encoding;

/// <summary>
/// Writes the turn that shows a picture upright into an mp4 or mov file, as phones do: the matrix of ISO 14496-12, 8.3.2. ffmpeg's own option
/// for it changed its name and meaning from one version to the next; the file's layout does not.
/// </summary>
internal static class DisplayMatrix
{
    private const int One = 1 << 16;
    private const int BoxHeaderBytes = 8;

    /// <param name="degrees">Clockwise: 0, 90, 180 or 270.</param>
    /// <param name="width">Of the stored picture.</param>
    /// <exception cref="InvalidDataException">The file has no track header.</exception>
    public static void Write(string path, int degrees, int width, int height)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        var movie = Find(file, "moov", 0, file.Length);
        var track = Find(file, "trak", movie.Start, movie.End);
        var header = Find(file, "tkhd", track.Start, track.End);
        file.Position = header.Start;
        var wideTimes = file.ReadByte() == 1;

        // Version and flags, times and number of the track, then layer, group and volume.
        file.Position = header.Start + 4 + (wideTimes ? 32 : 20) + 16;
        Span<byte> matrix = stackalloc byte[36];
        var values = Values(degrees, width, height);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * i)..], values[i]);
        }

        file.Write(matrix);
    }

    // A pixel (x, y) is shown at (a·x + c·y + tx, b·x + d·y + ty); stored as a b 0, c d 0, tx ty 1.
    private static int[] Values(int degrees, int width, int height)
    {
        var (a, b, c, d, tx, ty) = degrees switch
        {
            0 => (1, 0, 0, 1, 0, 0),
            90 => (0, 1, -1, 0, height, 0),
            180 => (-1, 0, 0, -1, width, height),
            _ => (0, -1, 1, 0, 0, width),
        };
        return [a * One, b * One, 0, c * One, d * One, 0, tx * One, ty * One, 1 << 30];
    }

    /// <summary>The inside of the first box of this type in a part of the file.</summary>
    private static (long Start, long End) Find(FileStream file, string type, long start, long end)
    {
        Span<byte> header = stackalloc byte[2 * BoxHeaderBytes];
        for (var position = start; position + BoxHeaderBytes <= end;)
        {
            file.Position = position;
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);

            // A size of 1 says that the real one follows, in 64 bits.
            var headerBytes = size == 1 && read == header.Length ? header.Length : BoxHeaderBytes;
            size = headerBytes > BoxHeaderBytes ? BinaryPrimitives.ReadInt64BigEndian(header[BoxHeaderBytes..]) : size;
            if (size < headerBytes)
            {
                break;
            }

            if (header[4..BoxHeaderBytes].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(type)))
            {
                return (position + headerBytes, position + size);
            }

            position += size;
        }

        throw new InvalidDataException($"{file.Name}: no {type} box");
    }
}
