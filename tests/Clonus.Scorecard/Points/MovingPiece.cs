using Clonus.Motion.Tracks;

namespace Clonus.Scorecard.Points;

/// <summary>What a moving piece does; each kind takes its own numbers from the seed.</summary>
internal enum PieceMotion
{
    /// <summary>Beats of 3 to 8 Hz about a joint beside it.</summary>
    Swing,

    /// <summary>Turns by 20 to 60 degrees and back, and wanders.</summary>
    Turn,

    /// <summary>Comes nearer and goes away by a fifth while it wanders.</summary>
    Zoom,

    /// <summary>Squeezed to two thirds across and back, as a shoe that turns away.</summary>
    TurnAway,

    /// <summary>Something passes in front of it, twice.</summary>
    Covered,

    /// <summary>Leaves the picture and comes back.</summary>
    Leaves,

    /// <summary>Faster than one patch a frame at most, smeared by the shutter.</summary>
    Fast,
}

/// <summary>Where a piece of a picture is at one time: its point, its turn, its zoom and how much it is squeezed across.</summary>
internal readonly record struct PiecePose(double X, double Y, double Radians, double Zoom, double Squeeze);

/// <summary>
/// A piece cut from one picture that moves before another one, with the path of the point that a user would name on it. All numbers come
/// from the seed.
/// </summary>
internal sealed class MovingPiece
{
    public const int WidthPixels = 480, HeightPixels = 360;
    public const double FramesPerSecond = 30;
    private const double ShutterShare = 0.5;
    private const int Instants = 8;

    private readonly PieceMotion _motion;
    private readonly double _seconds;
    private readonly byte[] _piece;
    private readonly byte[] _background;
    private readonly double _axisX, _axisY, _offCentreX, _offCentreY, _contrast, _sourceX, _sourceY;
    private readonly double _x, _y, _frequency, _amplitude, _armX, _armY, _phase, _speedX, _speedY;
    private readonly double _noise;
    private readonly float[] _grain;

    /// <param name="piece">Picture that the piece is cut from, <see cref="WidthPixels"/>×<see cref="HeightPixels"/> BGR.</param>
    /// <param name="background">Picture behind, of the same size.</param>
    /// <param name="contrast">Of the piece's texture, 1 as it is.</param>
    /// <param name="noise">Standard deviation of the sensor's noise in grey levels.</param>
    public MovingPiece(PieceMotion motion, int seed, double seconds, byte[] piece, byte[] background, double contrast, double noise)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        (_motion, _seconds, _piece, _background, _contrast, _noise) = (motion, seconds, piece, background, contrast, noise);
        (_axisX, _axisY) = (Between(16, 26), Between(26, 60));
        (_offCentreX, _offCentreY) = (Between(-0.4, 0.4) * _axisX, Between(-0.4, 0.4) * _axisY);
        // Nobody points at a blank wall: the liveliest of a few places.
        (_sourceX, _sourceY) = Enumerable.Range(0, 4).Select(_ => (X: Between(90, WidthPixels - 90), Y: Between(90, HeightPixels - 90))).MaxBy(at => Liveliness(at.X, at.Y));
        (_x, _y) = (Between(150, WidthPixels - 150), Between(120, HeightPixels - 120));
        _frequency = motion == PieceMotion.Swing ? Between(3, 8) : Between(0.25, 0.6);
        _amplitude = motion == PieceMotion.Swing ? Between(0.05, 0.2) : Between(0.17, 0.52);
        var (arm, towards) = (Between(40, 110), Between(0, 2 * Math.PI));
        (_armX, _armY) = (arm * Math.Cos(towards), arm * Math.Sin(towards));
        _phase = Between(0, 2 * Math.PI);
        (_speedX, _speedY) = (Between(20, 60), Between(10, 40));
        _grain = [.. Enumerable.Range(0, 1 << 20).Select(_ => (float)(noise * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    public int FrameCount => (int)(_seconds * FramesPerSecond);

    /// <summary>The mean place of the point while the shutter was open.</summary>
    public ImagePoint Truth(int frame)
    {
        var (x, y) = (0.0, 0.0);
        for (var instant = 0; instant < Instants; instant++)
        {
            var pose = Pose(Time(frame, instant));
            (x, y) = (x + (pose.X / Instants), y + (pose.Y / Instants));
        }

        return new ImagePoint(x, y);
    }

    /// <summary>Less than half of the surroundings of the point is seen.</summary>
    /// <param name="half">Half the side of the surroundings that count.</param>
    public bool IsHidden(int frame, int half)
    {
        var (place, seen, all) = (Truth(frame), 0, 0);
        for (var y = -half; y <= half; y++)
        {
            for (var x = -half; x <= half; x++)
            {
                all++;
                seen += place.X + x is >= 0 and <= WidthPixels - 1 && place.Y + y is >= 0 and <= HeightPixels - 1 && !IsCovered(frame, place.X + x) ? 1 : 0;
            }
        }

        return 2 * seen < all;
    }

    /// <summary>The frame as BGR bytes.</summary>
    public byte[] Draw(int frame)
    {
        var levels = Array.ConvertAll(_background, level => (float)level);
        var reach = (int)(1.5 * Math.Max(_axisX, _axisY)) + 30;
        var centre = Truth(frame);
        var poses = Enumerable.Range(0, Instants).Select(instant => Pose(Time(frame, instant))).ToArray();
        for (var y = Math.Max((int)centre.Y - reach, 0); y <= Math.Min(centre.Y + reach, HeightPixels - 1); y++)
        {
            for (var x = Math.Max((int)centre.X - reach, 0); x <= Math.Min(centre.X + reach, WidthPixels - 1); x++)
            {
                Paint(levels, x, y, poses);
            }
        }

        var grain = unchecked((uint)frame * 2654435761u) >> 12;
        for (var i = 0; i < levels.Length; i++)
        {
            var pixel = i / 3;
            var level = IsCovered(frame, pixel % WidthPixels) ? 90 + (40 * MathF.Sin((pixel % WidthPixels) * 0.3f) * MathF.Sin(pixel / WidthPixels * 0.2f)) : levels[i];
            levels[i] = level + _grain[(pixel + grain) & (_grain.Length - 1)];
        }

        return Array.ConvertAll(levels, level => (byte)Math.Clamp(MathF.Round(level), 0, 255));
    }

    private static double Time(int frame, int instant) => (frame + (ShutterShare * ((instant + 0.5) / Instants))) / FramesPerSecond;

    private PiecePose Pose(double time)
    {
        var slow = 2 * Math.PI * 0.23 * time;
        switch (_motion)
        {
            case PieceMotion.Swing:
                // The joint holds still for a second, as a leg does before it is stretched.
                var angle = (time < 1 ? 0 : _amplitude * Math.Sin(2 * Math.PI * _frequency * (time - 1))) + (0.25 * Math.Sin(slow) * Math.Min(time, 1));
                var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
                return new PiecePose(_x - _armX + (_armX * cos) - (_armY * sin), _y - _armY + (_armX * sin) + (_armY * cos), angle, 1, 1);
            case PieceMotion.Turn:
                return Wander(time) with { Radians = 2 * _amplitude * Math.Sin(2 * Math.PI * _frequency * time) };
            case PieceMotion.Zoom:
                return Wander(time) with { Zoom = 1 + (0.2 * Math.Sin(2 * Math.PI * _frequency * time)), Radians = 0.3 * _amplitude * Math.Sin(slow) };
            case PieceMotion.TurnAway:
                return Wander(time) with { Squeeze = 0.83 + (0.17 * Math.Cos(2 * Math.PI * _frequency * time)), Radians = 0.5 * _amplitude * Math.Sin(slow) };
            case PieceMotion.Leaves:
                return Wander(time) with { X = _x + ((WidthPixels - _x + 30) * 1.1 * Math.Sin(Math.PI * time / _seconds * 2) * Math.Sin(Math.PI * time / _seconds * 2)) };
            case PieceMotion.Fast:
                return new PiecePose(_x + (60 * Math.Sin(2 * Math.PI * 1.2 * time)), _y + (20 * Math.Sin(2 * Math.PI * 2.4 * time)), 0.2 * Math.Sin(2 * Math.PI * 1.2 * time), 1, 1);
            default:
                return Wander(time) with { Radians = 0.3 * _amplitude * Math.Sin(slow) };
        }
    }

    private PiecePose Wander(double time) =>
        new(_x + (_speedX * Math.Sin(time)), _y + (_speedY * Math.Sin(0.7 * time)), 0, 1, 1);

    private bool IsCovered(int frame, double x)
    {
        if (_motion != PieceMotion.Covered)
        {
            return false;
        }

        // A bar of 80 pixels that crosses the picture twice.
        var share = ((2.0 * frame / FrameCount) + 0.85) % 1;
        var left = (share * (WidthPixels + 160)) - 120;
        return x >= left && x < left + 80;
    }

    private void Paint(float[] levels, int x, int y, PiecePose[] poses)
    {
        Span<float> sum = stackalloc float[3];
        var at = 3 * ((y * WidthPixels) + x);
        var any = false;
        sum.Clear();
        foreach (var pose in poses)
        {
            var (dx, dy) = (x - pose.X, y - pose.Y);
            var (cos, sin) = (Math.Cos(pose.Radians), Math.Sin(pose.Radians));
            var u = ((cos * dx) + (sin * dy)) / (pose.Zoom * pose.Squeeze);
            var v = ((cos * dy) - (sin * dx)) / pose.Zoom;
            var (ex, ey) = ((u + _offCentreX) / _axisX, (v + _offCentreY) / _axisY);
            var radius = Math.Sqrt((ex * ex) + (ey * ey));
            // The rim is soft over about a pixel and a half, as optics make it.
            var inside = (float)Math.Clamp(((1 - radius) * Math.Min(_axisX, _axisY) / 1.5) + 0.5, 0, 1);
            for (var channel = 0; channel < 3; channel++)
            {
                var behind = levels[at + channel];
                sum[channel] += (inside > 0 ? behind + (inside * (Texture(u + _sourceX, v + _sourceY, channel) - behind)) : behind) / poses.Length;
            }

            any |= inside > 0;
        }

        if (any)
        {
            sum.CopyTo(levels.AsSpan(at, 3));
        }
    }

    private double Liveliness(double x, double y)
    {
        const int Half = 9;
        var levels = Enumerable.Range(0, (2 * Half) + 1).SelectMany(row => Enumerable.Range(0, (2 * Half) + 1).Select(column => Texture(x + column - Half, y + row - Half, 1))).ToArray();
        var mean = levels.Average();
        return levels.Average(level => (level - mean) * (level - mean));
    }

    private float Texture(double x, double y, int channel)
    {
        var (x0, y0) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = ((float)(x - x0), (float)(y - y0));
        var at = (3 * ((Math.Clamp(y0, 0, HeightPixels - 2) * WidthPixels) + Math.Clamp(x0, 0, WidthPixels - 2))) + channel;
        var above = _piece[at] + (fx * (_piece[at + 3] - _piece[at]));
        var below = _piece[at + (3 * WidthPixels)] + (fx * (_piece[at + (3 * WidthPixels) + 3] - _piece[at + (3 * WidthPixels)]));
        return 120 + ((float)_contrast * (above + (fy * (below - above)) - 120));
    }
}
