namespace Clonus.Formats;

/// <summary>One point while its file is being read, a place a row.</summary>
internal sealed class GrowingPoint(string label, bool isSpatial, bool hasConfidence)
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<double> _z = [];
    private readonly List<double> _confidence = [];

    /// <summary>Whether it has a place in any row so far.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>
    /// NaN is missing, and a place with one coordinate missing is no place. What is missing has no confidence, whatever the file states: a
    /// likelihood of 1 beside an empty cell would poison every later step.
    /// </summary>
    public void Add(double x, double y, double z = 0, double confidence = double.NaN)
    {
        var isSeen = !double.IsNaN(x) && !double.IsNaN(y) && !(isSpatial && double.IsNaN(z));
        IsSeen |= isSeen;
        _x.Add(isSeen ? x : double.NaN);
        _y.Add(isSeen ? y : double.NaN);
        if (isSpatial)
            _z.Add(isSeen ? z : double.NaN);
        if (hasConfidence)
            _confidence.Add(isSeen ? Math.Clamp(confidence, 0, 1) : 0);
    }

    public void AddMissing() => Add(double.NaN, double.NaN);

    public PointTrack ToTrack() => new(
        label,
        Series.Of(_x.ToArray()),
        Series.Of(_y.ToArray()),
        isSpatial ? Series.Of(_z.ToArray()) : null,
        hasConfidence ? Series.Of(_confidence.ToArray()) : null);
}
