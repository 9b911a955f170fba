namespace Clonus.Vision.Video;

/// <summary>Gives each decoded frame its own time in the file, and finds the frames that the decoder left out.</summary>
/// <remarks>
/// The container's times are the authority. The decoder's position only tells which of them a frame has: it is exact where it rises,
/// but reads 0 for the last frames, while the decoder drains. Without presentation times (AVI) it is the other way round: FFmpeg's position
/// is the best that can be known, and the last frames follow at the file's rate.
/// </remarks>
/// <param name="presentation">Whether the packet times are presentation times.</param>
/// <param name="startSeconds">The file's time at the decoder's position 0.</param>
/// <param name="intervalSeconds">From frame to frame at the file's rate.</param>
/// <param name="toleranceSeconds">How near a position and a packet's time are when they mean the same frame.</param>
internal sealed class FrameClock(
    PacketTimes packets, bool presentation, double startSeconds, double intervalSeconds, double toleranceSeconds)
{
    private double? _last;

    /// <summary>Frames that were left out before the one that was timed last.</summary>
    public int LostBefore { get; private set; }

    /// <summary>Frames whose time was counted on from the one before.</summary>
    public int Untimed { get; private set; }

    /// <param name="positionSeconds">What the decoder says of the frame that it gave last.</param>
    /// <returns>
    /// The frame's time in the file; null when the container holds no more times that rise, or a damaged stream made the decoder give a frame
    /// that should have come before others.
    /// </returns>
    public double? Next(double positionSeconds)
    {
        var position = startSeconds + positionSeconds;
        LostBefore = 0;
        if (positionSeconds > toleranceSeconds && position < _last - toleranceSeconds)
            return null;
        var time = presentation ? FromPackets(position) : FromPosition(position);
        _last = time ?? _last;
        return time;
    }

    private double? FromPackets(double position)
    {
        // Two packets with one time are one picture.
        while (packets.Ahead(0) is { } repeated && repeated <= _last)
            packets.Take(1);
        LostBefore = PlacesUntil(position) ?? 0;
        var time = packets.Ahead(LostBefore);
        packets.Take(time is null ? 0 : LostBefore + 1);
        return time;
    }

    private int? PlacesUntil(double position)
    {
        var places = 0;
        while (packets.Ahead(places) is { } time && time <= position + toleranceSeconds)
        {
            if (time >= position - toleranceSeconds)
                return places;
            places++;
        }

        return null;
    }

    private double FromPosition(double position)
    {
        if (packets.Ahead(0) is not null)
            packets.Take(1);
        if (_last is not { } last || position > last)
            return position;
        Untimed++;
        return last + intervalSeconds;
    }
}
