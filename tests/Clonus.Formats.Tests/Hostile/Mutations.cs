using System.Globalization;
using System.Text;

namespace Clonus.Formats.Tests.Hostile;

/// <summary>
/// Damages files as disks, transfers and spreadsheets do, and worse. The same seed and index give the same damage on every machine.
/// </summary>
internal sealed class Mutations
{
    private const int MostEdits = 5;

    private static readonly string[] Numbers =
    [
        "", "0", "-1", "-0", "1e999", "-1e308", "1e-400", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775808", "99999999999999999999999", "NaN", "nan", "inf", "-Infinity", "1,5", "1.5.5", "1e", "0x10", "١٢", "--1", "1 000", "#REF!", "null", "true", "\"", "\"1", "'1'", "1\0",
    ];

    private static readonly string[] Separators = ["\t", ",", ";", " ", "|", "  ", "\t\t", "\"", "\r", "\n"];

    private static readonly string[] Insertions = ["\uFEFF", "\0", "\r\r\n", "\n\n\n", "\"\"\"", "{", "}", "[[[[", "]", ":", "\\u0000", "\\", "é", "\uD83E\uDDB6", "Subject:", "-", "#"];

    private static readonly float[] Floats = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, 0, -0f, -1, 1e-30f, 1e30f, 65535, 65536];

    private static readonly ushort[] Words = [0, 1, 2, 3, 254, 255, 256, 0x7FFF, 0x8000, 0x8001, 0xFFFE, 0xFFFF, 12345, 0x5002, 512];

    private readonly Random _random;
    private readonly bool _isText;

    private Mutations(int seed, int index, bool isText)
    {
        _random = new Random(unchecked((seed * 1_000_003) + index));
        _isText = isText;
    }

    public static byte[] Of(byte[] file, int seed, int index, bool isText)
    {
        var mutations = new Mutations(seed, index, isText);
        var edits = 1 + mutations._random.Next(MostEdits);
        for (var i = 0; i < edits; i++)
            file = mutations.Edit(file);
        return file;
    }

    private byte[] Edit(byte[] file) =>
        file.Length == 0 ? [0]
        : _isText && _random.Next(4) > 0 ? EditText(file)
        : EditBytes(file);

    private byte[] EditBytes(byte[] file)
    {
        var at = Place(file.Length);
        var (from, to) = Range(file.Length);
        var copy = (byte[])file.Clone();
        switch (_random.Next(_isText ? 9 : 12))
        {
            case 0:
                copy[at] ^= (byte)(1 << _random.Next(8));
                return copy;
            case 1:
                copy[at] = (byte)_random.Next(256);
                return copy;
            case 2:
                return [.. file[..from], .. file[to..]];
            case 3:
                return [.. file[..to], .. file[from..]];
            case 4:
                copy.AsSpan(from..to).Clear();
                return copy;
            case 5:
                copy.AsSpan(from..to).Fill(0xFF);
                return copy;
            case 6:
                return file[..at];
            case 7:
                return [.. file[at..], .. file[..at]];
            case 8:
                var noise = new byte[_random.Next(1, 64)];
                _random.NextBytes(noise);
                return [.. file[..at], .. noise, .. file[at..]];
            default:
                // Numbers lie at even places; half of all files are little-endian.
                at &= ~1;
                byte[] number = _random.Next(2) == 0 ? BitConverter.GetBytes(Pick(Words)) : BitConverter.GetBytes(Pick(Floats));
                if (_random.Next(3) == 0)
                    Array.Reverse(number);
                number.AsSpan(0, Math.Min(number.Length, copy.Length - at)).CopyTo(copy.AsSpan(at));
                return copy;
        }
    }

    private byte[] EditText(byte[] file)
    {
        var lines = Encoding.Latin1.GetString(file).Split('\n');
        var line = _random.Next(3) == 0 ? _random.Next(Math.Min(lines.Length, 6)) : _random.Next(lines.Length);
        var other = _random.Next(lines.Length);
        var separator = Pick(['\t', ',', ';', ' ', ':']);
        var cells = lines[line].Split(separator);
        var cell = _random.Next(cells.Length);
        switch (_random.Next(13))
        {
            case 0:
                cells = [.. cells[..cell], .. cells[(cell + 1)..]];
                break;
            case 1:
                cells[cell] = Pick(Numbers);
                break;
            case 2:
                cells[cell] = new string(Pick(['9', '0', '1', '-', '[', 'a']), _random.Next(1, 6000));
                break;
            case 3:
                cells = [.. cells[..cell], cells[cell], .. cells[cell..]];
                break;
            case 4:
                (cells[cell], cells[^1]) = (cells[^1], cells[cell]);
                break;
            case 5:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                return Joined(lines);
            case 6:
                return Joined([.. lines[..line], .. lines[(line + 1)..]]);
            case 7:
                return Joined([.. lines[..line], lines[line], .. lines[line..]]);
            case 8:
                var to = Pick(Separators);
                return Joined(_random.Next(2) == 0 ? [.. lines.Select(l => l.Replace($"{separator}", to, StringComparison.Ordinal))] : [.. lines.Index().Select(l => l.Index == line ? l.Item.Replace($"{separator}", to, StringComparison.Ordinal) : l.Item)]);
            case 9:
                return Encoding.Latin1.GetBytes(string.Join(_random.Next(2) == 0 ? "\r\n" : "\r", lines));
            case 10:
                lines[line] = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(lines[line].Insert(_random.Next(lines[line].Length + 1), Pick(Insertions))));
                return Joined(lines);
            case 11:
                lines[line] = _random.Next(2) == 0 ? "" : new string(separator, _random.Next(1, 500));
                return Joined(lines);
            default:
                // A number of this line times a large or a small one.
                if (double.TryParse(cells[cell].Trim('"', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                    cells[cell] = (value * Math.Pow(10, _random.Next(-30, 30))).ToString(CultureInfo.InvariantCulture);
                break;
        }

        lines[line] = string.Join(separator, cells);
        return Joined(lines);

        static byte[] Joined(string[] lines) => [.. string.Join('\n', lines).Select(c => c > 0xFF ? (byte)'?' : (byte)c)];
    }

    // Half of the damage goes to the beginning, where the counts are.
    private int Place(int length) => _random.Next(2) == 0 ? _random.Next(Math.Min(length, 2048)) : _random.Next(length);

    private (int From, int To) Range(int length)
    {
        var from = Place(length);
        return (from, Math.Min(length, from + 1 + _random.Next(_random.Next(2) == 0 ? 8 : 1024)));
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
