using System.Globalization;

namespace Clonus.Vision.Video;

/// <summary>The times of all shown pictures that a container holds, in the order in which they are shown, read as they are asked for.</summary>
/// <remarks>Pictures that an edit list hides carry the flag D and are left out; a packet without a time belongs to the picture before it.</remarks>
/// <param name="lines">One line a packet in stored order: "presentation time, decoding time, flags", as ffprobe writes them.</param>
/// <param name="presentation">False for containers that store decoding times only.</param>
internal sealed class PacketTimes(TextReader lines, bool presentation)
{
    /// <summary>A picture is stored at most 16 places away from where it is shown (H.264, HEVC); twice that costs nothing.</summary>
    private const int ReorderDepth = 32;

    private readonly PriorityQueue<double, double> _unsorted = new();
    private readonly List<double> _sorted = [];
    private int _taken;
    private bool _ended;

    /// <summary>Packets read so far, hidden ones among them.</summary>
    public int PacketsRead { get; private set; }

    /// <summary>The time of a picture that lies so many places ahead; null beyond the last.</summary>
    public double? Ahead(int places)
    {
        while (_sorted.Count <= _taken + places && ReadOne())
        {
        }

        return _sorted.Count > _taken + places ? _sorted[_taken + places] : null;
    }

    /// <summary>Goes on by so many pictures.</summary>
    public void Take(int places)
    {
        _taken += places;
        if (_taken < 1024)
            return;
        _sorted.RemoveRange(0, _taken);
        _taken = 0;
    }

    /// <summary>Pictures that are still to come; reads the rest of the file.</summary>
    public int CountRemaining()
    {
        while (ReadOne())
        {
        }

        return _sorted.Count - _taken;
    }

    /// <summary>Moves the next picture in showing order to the sorted ones.</summary>
    private bool ReadOne()
    {
        while (!_ended && _unsorted.Count <= ReorderDepth)
        {
            var line = lines.ReadLine();
            if (line is null)
                _ended = true;
            else if (line.Split(',') is [var shown, var decoded, var flags, ..])
                Add(presentation ? shown : decoded, flags);
        }

        if (_unsorted.Count == 0)
            return false;
        _sorted.Add(_unsorted.Dequeue());
        return true;
    }

    private void Add(string time, string flags)
    {
        PacketsRead++;
        if (!flags.Contains('D', StringComparison.Ordinal)
            && double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            _unsorted.Enqueue(seconds, seconds);
        }
    }
}
